package io.telproof.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of a jar, or of a directory of classes. */
final class Library {
  private Library() {}

  /** The texts of those whose names are wanted, by their names. */
  static Map<String, String> texts(Path place, Predicate<String> wanted) throws IOException {
    if (Files.isDirectory(place)) {
      return below(place, wanted);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return below(jar.getPath("/"), wanted);
    }
  }

  private static Map<String, String> below(Path root, Predicate<String> wanted) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (wanted.test(name)) {
          texts.put(name, name.endsWith(".class") ? "" : Files.readString(file, UTF_8));
        }
      }
    }
    return texts;
  }
}
