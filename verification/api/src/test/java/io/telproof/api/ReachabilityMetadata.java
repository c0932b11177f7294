package io.telproof.api;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a native image of GraalVM is told of a module, because no analysis of its code finds it:
 * what is bound by reflection, what is found by its name, and its resources.
 */
final class ReachabilityMetadata {
  private static final String ALL_MEMBERS =
      ", \"allDeclaredConstructors\": true, \"allDeclaredMethods\": true, \"allDeclaredFields\": true";

  /** What is looked for by its name, to see which version of a library is there. */
  private static final Map<PublishedModule, List<String>> BY_NAME =
      Map.of(
          PublishedModule.CLIENT,
          List.of(
              "com.fasterxml.jackson.core.JsonFactory",
              "com.fasterxml.jackson.core.util.RecyclerPool",
              "com.github.benmanes.caffeine.cache.Caffeine",
              "io.github.resilience4j.circuitbreaker.CircuitBreakerConfig",
              "io.github.resilience4j.circuitbreaker.CircuitBreakerConfig$TransitionCheckResult",
              "io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine",
              "kotlin.Unit",
              "kotlin.enums.EnumEntriesKt",
              "okhttp3.RequestBody",
              "okio.Buffer",
              "okio.Socket"),
          PublishedModule.CLI,
          List.of("sun.misc.Signal", "sun.misc.SignalHandler"));

  private final Map<String, String> types = new TreeMap<>();
  private final Set<String> resources = new TreeSet<>();

  /** Whether its records are settings, questions or answers: of what a factory opens, and below. */
  private boolean binds;

  private ReachabilityMetadata(boolean binds) {
    this.binds = binds;
  }

  /** Returns the file's text; empty where the module needs none. */
  static String of(PublishedModule module, Path folder) throws IOException {
    ReachabilityMetadata metadata =
        new ReachabilityMetadata(
            module == PublishedModule.CORE || module == PublishedModule.CLIENT);
    metadata.addResources(folder.resolve("src/main/resources"));
    module.classes().forEach(metadata::add);
    for (String name : BY_NAME.getOrDefault(module, List.of())) {
      metadata.types.put(name, ", \"allPublicMethods\": true, \"allPublicFields\": true");
    }
    if (module == PublishedModule.CLI) {
      metadata.types.put("sun.misc.Signal", ALL_MEMBERS);
    }
    return metadata.text(module);
  }

  private void add(Class<?> type) {
    if (isCommand(type)) {
      types.put(type.getName(), ALL_MEMBERS);
    } else if (!binds) {
      return;
    } else if (type.isRecord() && (!isInternal(type) || isSetting(type))) {
      // Settings are bound by their components, questions and answers are read by them.
      types.put(type.getName(), ALL_MEMBERS);
      for (RecordComponent component : type.getRecordComponents()) {
        if (component.getType().isEnum()) {
          types.putIfAbsent(component.getType().getName(), "");
        }
      }
    } else if (isReadFromText(type)) {
      types.put(
          type.getName(),
          ", \"methods\": [{\"name\": \"of\", \"parameterTypes\": [\"java.lang.String\"]}]");
    }
  }

  private static boolean isInternal(Class<?> type) {
    return type.getPackageName().contains(".internal");
  }

  /** By its name, or because it is made of a text as a setting is. */
  private static boolean isSetting(Class<?> type) {
    return type.getSimpleName().endsWith("Settings") || isReadFromText(type);
  }

  /** What a setting may be: the binder finds its {@code of(String)}. */
  private static boolean isReadFromText(Class<?> type) {
    try {
      Method of = type.getMethod("of", String.class);
      return Modifier.isStatic(of.getModifiers()) && of.getReturnType() == type;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /** What picocli makes and fills: commands, and what they take in. */
  private static boolean isCommand(Class<?> type) {
    return Stream.of(
            Stream.<AnnotatedElement>of(type),
            Arrays.stream(type.getDeclaredFields()),
            Arrays.stream(type.getDeclaredMethods()))
        .flatMap(each -> each)
        .flatMap(element -> Arrays.stream(element.getDeclaredAnnotations()))
        .map(Annotation::annotationType)
        .anyMatch(annotation -> annotation.getName().startsWith("picocli."));
  }

  private void addResources(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (name.startsWith("META-INF/native-image/")) {
        continue;
      }
      resources.add(name);
      if (name.startsWith("META-INF/services/")) {
        binds = true;
        for (String line : Files.readAllLines(file)) {
          if (!line.isBlank() && !line.startsWith("#")) {
            types.put(
                line.strip(), ", \"methods\": [{\"name\": \"<init>\", \"parameterTypes\": []}]");
          }
        }
      }
    }
  }

  private String text(PublishedModule module) {
    if (types.isEmpty() && resources.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("{\n  \"reflection\": [");
    String separator = "\n";
    if (module == PublishedModule.CLI) {
      text.append("\n    {\"type\": {\"proxy\": [\"sun.misc.SignalHandler\"]}}");
      separator = ",\n";
    }
    for (Map.Entry<String, String> type : types.entrySet()) {
      text.append(separator)
          .append("    {\"type\": \"")
          .append(type.getKey())
          .append('"')
          .append(type.getValue())
          .append('}');
      separator = ",\n";
    }
    text.append(types.isEmpty() ? "],\n" : "\n  ],\n").append("  \"resources\": [");
    separator = "\n";
    for (String resource : resources) {
      text.append(separator).append("    {\"glob\": \"").append(resource).append("\"}");
      separator = ",\n";
    }
    return text.append(resources.isEmpty() ? "]\n}\n" : "\n  ]\n}\n").toString();
  }
}
