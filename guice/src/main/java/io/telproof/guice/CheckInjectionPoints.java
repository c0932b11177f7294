package io.telproof.guice;

import com.google.inject.Binding;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.MembersInjector;
import com.google.inject.Provider;
import com.google.inject.spi.Dependency;
import com.google.inject.spi.Element;
import com.google.inject.spi.ExposedBinding;
import com.google.inject.spi.HasDependencies;
import com.google.inject.spi.InjectionPoint;
import com.google.inject.spi.InjectionRequest;
import com.google.inject.spi.MembersInjectorLookup;
import com.google.inject.spi.ProviderLookup;
import com.google.inject.spi.StaticInjectionRequest;
import io.telproof.client.Telproof;
import java.lang.reflect.ParameterizedType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for which check: in an injector, in those above it, and in every private module that
 * exposes something to one of them.
 */
final class CheckInjectionPoints {
  private final Map<CheckProvider<?>, Set<String>> askers = new LinkedHashMap<>();

  CheckInjectionPoints(Injector injector) {
    Set<Injector> visible = new LinkedHashSet<>();
    for (@Nullable Injector each = injector; each != null; each = each.getParent()) {
      collect(each, visible);
    }
    visible.forEach(this::look);
  }

  /** The checks of this client that are asked for, each with who asks. */
  Map<CheckProvider<?>, Set<String>> of(Provider<Telproof> telproof) {
    Map<CheckProvider<?>, Set<String>> found = new LinkedHashMap<>(askers);
    found.keySet().removeIf(check -> !check.of(telproof));
    return found;
  }

  private static void collect(Injector injector, Set<Injector> found) {
    if (!found.add(injector)) {
      return;
    }
    for (Binding<?> binding : injector.getAllBindings().values()) {
      if (binding instanceof ExposedBinding<?> exposed) {
        collect(exposed.getPrivateElements().getInjector(), found);
      }
    }
  }

  private void look(Injector injector) {
    for (Element element : injector.getElements()) {
      if (element instanceof Binding<?> binding) {
        look(injector, binding);
      } else if (element instanceof ProviderLookup<?> lookup) {
        note(injector, lookup.getDependency(), String.valueOf(lookup.getSource()));
      } else if (element instanceof InjectionRequest<?> request) {
        note(injector, request.getInjectionPoints());
      } else if (element instanceof StaticInjectionRequest request) {
        note(injector, request.getInjectionPoints());
      } else if (element instanceof MembersInjectorLookup<?> lookup) {
        note(injector, lookup.getInjectionPoints());
      }
    }
  }

  private void look(Injector injector, Binding<?> binding) {
    Key<?> key = binding.getKey();
    // Guice makes a binding for each provider that somebody asks for: it is not who asks.
    if (binding instanceof HasDependencies asking && argument(Provider.class, key).isEmpty()) {
      String otherwise = key.getTypeLiteral().toString();
      asking.getDependencies().forEach(each -> note(injector, each, otherwise));
    }
    argument(MembersInjector.class, key)
        .map(members -> InjectionPoint.forInstanceMethodsAndFields(members.getTypeLiteral()))
        .ifPresent(points -> note(injector, points));
  }

  private void note(Injector injector, Collection<InjectionPoint> points) {
    for (InjectionPoint point : points) {
      String who = point.getDeclaringType().toString();
      point.getDependencies().forEach(each -> note(injector, each, who));
    }
  }

  private void note(Injector injector, Dependency<?> dependency, String otherwise) {
    @Nullable InjectionPoint point = dependency.getInjectionPoint();
    String who = point == null ? otherwise : point.getDeclaringType().toString();
    check(injector, dependency.getKey())
        .ifPresent(check -> askers.computeIfAbsent(check, none -> new TreeSet<>()).add(who));
  }

  /** The check that this key stands for in an injector, also where a provider of it is meant. */
  private static Optional<CheckProvider<?>> check(Injector injector, Key<?> asked) {
    Key<?> key = argument(Provider.class, asked).orElse(asked);
    @Nullable Binding<?> binding = injector.getExistingBinding(key);
    while (binding instanceof ExposedBinding<?> exposed) {
      binding = exposed.getPrivateElements().getInjector().getExistingBinding(key);
    }
    return binding == null ? Optional.empty() : CheckProvider.behind(binding);
  }

  /** The key of {@code T} where this is the key of {@code Provider<T>}, and so on. */
  private static Optional<Key<?>> argument(Class<?> generic, Key<?> key) {
    return key.getTypeLiteral().getRawType() == generic
            && key.getTypeLiteral().getType() instanceof ParameterizedType type
        ? Optional.of(key.ofType(type.getActualTypeArguments()[0]))
        : Optional.empty();
  }
}
