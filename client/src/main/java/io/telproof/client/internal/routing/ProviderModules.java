package io.telproof.client.internal.routing;

import io.telproof.client.internal.config.ClassPath;
import io.telproof.client.internal.config.Jar;
import io.telproof.client.internal.config.LoadFailure;
import io.telproof.spi.VerificationProviderFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The types of provider that an application has: those that ServiceLoader finds, and those that it
 * adds itself. One that cannot be loaded is nobody's problem until a configuration asks for a type
 * that is not there. For one thread.
 */
public final class ProviderModules {
  /** Where a loader says the same for ever, there is an end. */
  private static final int MOST_FAILURES = 100;

  private final SortedMap<String, List<VerificationProviderFactory<?>>> types = new TreeMap<>();
  private final Set<String> classes = new LinkedHashSet<>();
  private final Set<String> broken = new LinkedHashSet<>();

  private ProviderModules() {}

  /** Those that are on the class path. */
  public static ProviderModules found() {
    ProviderModules modules = new ProviderModules();
    ClassPath.loaders().forEach(modules::find);
    return modules;
  }

  /** These and no others. */
  public static ProviderModules of(Iterable<? extends VerificationProviderFactory<?>> factories) {
    ProviderModules modules = new ProviderModules();
    factories.forEach(modules::add);
    return modules;
  }

  private void find(ClassLoader loader) {
    Iterator<?> found = ServiceLoader.load(VerificationProviderFactory.class, loader).iterator();
    for (int failures = 0; failures < MOST_FAILURES; ) {
      try {
        if (!found.hasNext()) {
          return;
        }
        if (found.next() instanceof VerificationProviderFactory<?> factory
            && classes.add(factory.getClass().getName())) {
          add(factory);
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        failures++;
        broken.add(LoadFailure.inWords(e));
      }
    }
  }

  /** Adds one that the application has made. */
  public void add(VerificationProviderFactory<?> factory) {
    try {
      types.computeIfAbsent(factory.type(), type -> new ArrayList<>()).add(factory);
    } catch (RuntimeException | LinkageError e) {
      broken.add(factory.getClass().getName() + " (" + LoadFailure.inWords(e) + ")");
    }
  }

  /** The modules that offer a type: none, or one, or several that are in each other's way. */
  List<VerificationProviderFactory<?>> of(String type) {
    return types.getOrDefault(type, List.of());
  }

  /** The types that are there. */
  Set<String> types() {
    return types.keySet();
  }

  /** The same for people, with what could not be loaded. */
  String inWords() {
    String there = types.isEmpty() ? "none" : String.join(", ", types.keySet());
    String lost = broken.isEmpty() ? "" : "; could not be loaded: " + String.join(", ", broken);
    return there + lost + merged();
  }

  /** Where jars were merged, one services file of many may have been kept. */
  private static String merged() {
    String jar = Jar.of(ProviderModules.class);
    return jar.endsWith(".jar") && jar.equals(Jar.of(VerificationProviderFactory.class))
        ? "; " + jar + " is many jars in one, whose META-INF/services have to be merged as well"
        : "";
  }

  /** Modules with the jars that they came from. */
  static String origins(List<VerificationProviderFactory<?>> modules) {
    return modules.stream()
        .map(Object::getClass)
        .map(type -> type.getName() + " of " + Jar.of(type))
        .collect(Collectors.joining(", "));
  }
}
