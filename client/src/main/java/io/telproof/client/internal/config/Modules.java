package io.telproof.client.internal.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The modules of one kind that an application has, each under the word for it: those that
 * ServiceLoader finds, and those that it adds itself. One that cannot be loaded is nobody's problem
 * until a configuration asks for a word that is not there. For one thread.
 *
 * @param <M> what each module offers
 */
public final class Modules<M> {
  /** Where a loader says the same for ever, there is an end. */
  private static final int MOST_FAILURES = 100;

  private final SortedMap<String, List<M>> byWord = new TreeMap<>();
  private final Set<String> classes = new LinkedHashSet<>();
  private final Set<String> broken = new LinkedHashSet<>();
  private final Class<? super M> service;
  private final Function<M, String> word;

  private Modules(Class<? super M> service, Function<M, String> word) {
    this.service = service;
    this.word = word;
  }

  /**
   * Those that are on the class path.
   *
   * @param service what ServiceLoader is asked for
   * @param word the word of a module
   */
  public static <M> Modules<M> found(Class<? super M> service, Function<M, String> word) {
    Modules<M> modules = new Modules<>(service, word);
    ClassPath.loaders().forEach(modules::find);
    return modules;
  }

  /** These and no others. */
  public static <M> Modules<M> of(
      Class<? super M> service, Function<M, String> word, Iterable<? extends M> those) {
    Modules<M> modules = new Modules<>(service, word);
    those.forEach(modules::add);
    return modules;
  }

  @SuppressWarnings("unchecked") // M is the service itself, with its wildcard.
  private void find(ClassLoader loader) {
    Iterator<?> found = ServiceLoader.load(service, loader).iterator();
    for (int failures = 0; failures < MOST_FAILURES; ) {
      try {
        if (!found.hasNext()) {
          return;
        }
        Object module = found.next();
        if (classes.add(module.getClass().getName())) {
          add((M) module);
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        failures++;
        broken.add(LoadFailure.inWords(e));
      }
    }
  }

  /** Adds one that the application has made. */
  public void add(M module) {
    try {
      byWord.computeIfAbsent(word.apply(module), unseen -> new ArrayList<>()).add(module);
    } catch (RuntimeException | LinkageError e) {
      broken.add(module.getClass().getName() + " (" + LoadFailure.inWords(e) + ")");
    }
  }

  /** The modules of a word: none, or one, or several that are in each other's way. */
  public List<M> of(String name) {
    return byWord.getOrDefault(name, List.of());
  }

  /**
   * What comes of the one module of a word that stands at a key; empty, and noted there, where
   * several are in each other's way, or where it cannot work with what is on the class path.
   *
   * @param name a word that has a module
   * @param opening makes something of the module; empty where that notes itself what is wrong
   */
  public <R> Optional<R> use(
      String name, ConfigSection block, String key, Function<M, Optional<R>> opening) {
    List<M> offering = of(name);
    if (offering.size() > 1) {
      block.problem(
          key,
          "more than one module offers it: "
              + origins(offering)
              + "; take all but one from the class path");
      return Optional.empty();
    }
    block.accepted(key, name);
    try {
      return opening.apply(offering.get(0));
    } catch (LinkageError e) {
      block.problem(
          key,
          "its module cannot work with what is on the class path ("
              + LoadFailure.inWords(e)
              + "); "
              + origins(offering)
              + " needs another version of that");
      return Optional.empty();
    }
  }

  /** The words that are there. */
  public Set<String> words() {
    return byWord.keySet();
  }

  /** The same for people, with what could not be loaded. */
  public String inWords() {
    String there = byWord.isEmpty() ? "none" : String.join(", ", byWord.keySet());
    String lost = broken.isEmpty() ? "" : "; could not be loaded: " + String.join(", ", broken);
    return there + lost + merged();
  }

  /** Where jars were merged, one services file of many may have been kept. */
  private String merged() {
    String jar = Jar.of(Modules.class);
    return jar.endsWith(".jar") && jar.equals(Jar.of(service))
        ? "; " + jar + " is many jars in one, whose META-INF/services have to be merged as well"
        : "";
  }

  /** Modules with the jars that they came from. */
  private static String origins(List<?> modules) {
    return modules.stream()
        .map(Object::getClass)
        .map(type -> type.getName() + " of " + Jar.of(type))
        .collect(Collectors.joining(", "));
  }
}
