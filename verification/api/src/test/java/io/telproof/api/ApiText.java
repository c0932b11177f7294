package io.telproof.api;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The public API of a module as text: each type that others can name, with the members that they
 * can use. Sorted by name, so that a change is a line in the diff. What javac adds is left out, and
 * what is in a package that is named {@code internal}.
 */
final class ApiText {
  private ApiText() {}

  static String of(Collection<Class<?>> classes) {
    Map<String, List<Class<?>>> packages =
        classes.stream()
            .filter(type -> Visibility.isSeen(type) && !isInternal(type.getPackageName()))
            .collect(groupingBy(Class::getPackageName, TreeMap::new, toList()));
    return packages.entrySet().stream()
        .map(each -> "package " + each.getKey() + "\n\n" + types(each.getValue()))
        .collect(joining("\n"));
  }

  private static String types(List<Class<?>> types) {
    return types.stream()
        .sorted(Comparator.comparing(Class::getName))
        .map(type -> new TypeText(type).print())
        .collect(joining("\n"));
  }

  private static boolean isInternal(String packageName) {
    return List.of(packageName.split("\\.")).contains("internal");
  }
}
