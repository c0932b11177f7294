package io.telproof.classpath;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An application's class path: that of the tests, with other jars. Immutable. */
final class ClassPath {
  /** Where the build puts the versions that are not ours. */
  private static final Path OTHERS = Path.of("target/other-versions");

  private final List<Path> entries;

  private ClassPath(List<Path> entries) {
    this.entries = entries;
  }

  /** What the tests have. */
  static ClassPath ours() {
    return new ClassPath(
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(System.getProperty("java.class.path"))
            .map(Path::of)
            .toList());
  }

  List<Path> entries() {
    return entries;
  }

  /** Without the jars whose names begin so. */
  ClassPath without(String... names) {
    return only(
        entry -> List.of(names).stream().noneMatch(entry.getFileName().toString()::startsWith));
  }

  /** What passes alone. */
  ClassPath only(Predicate<Path> passes) {
    return new ClassPath(entries.stream().filter(passes).toList());
  }

  /** With these in front, as Java then takes them first. */
  ClassPath first(Path... others) {
    List<Path> all = new ArrayList<>(List.of(others));
    all.addAll(entries);
    return new ClassPath(List.copyOf(all));
  }

  /** With jars that the build has fetched in front. */
  ClassPath first(String... jars) {
    return first(List.of(jars).stream().map(OTHERS::resolve).toArray(Path[]::new));
  }

  /** A loader of these and of Java alone. */
  URLClassLoader loader() {
    return new URLClassLoader(
        entries.stream().map(ClassPath::url).toArray(URL[]::new),
        ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets the application do something, in a thread whose context is its own loader. */
  List<String> run(String what, String... with) {
    try (URLClassLoader loader = loader()) {
      return run(loader, loader, what, with);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Lets the application do something.
   *
   * @param context the loader of the thread's context
   */
  static List<String> run(
      ClassLoader loader, @Nullable ClassLoader context, String what, String... with) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(context);
    try {
      Class<?>[] texts = new Class<?>[with.length];
      Arrays.fill(texts, String.class);
      List<String> said = new ArrayList<>();
      for (Object each :
          (List<?>)
              loader
                  .loadClass(Application.class.getName())
                  .getMethod(what, texts)
                  .invoke(null, (Object[]) with)) {
        said.add((String) each);
      }
      return said;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
