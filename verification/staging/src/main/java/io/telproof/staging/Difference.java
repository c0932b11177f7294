package io.telproof.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The first difference between two folders that ought to hold the same bytes. */
final class Difference {
  private final Path one;
  private final Path other;

  Difference(Path one, Path other) {
    this.one = one;
    this.other = other;
  }

  /**
   * Compares two folders and says how the first file that differs does so.
   *
   * @param args the two folders
   */
  public static void main(String[] args) throws IOException {
    String found = new Difference(Path.of(args[0]), Path.of(args[1])).first();
    if (!found.isEmpty()) {
      System.err.println(found);
      System.exit(1);
    }
  }

  /** Returns a sentence about the first file that differs, or an empty text. */
  String first() throws IOException {
    NavigableSet<String> names = files(one);
    names.addAll(files(other));
    if (names.isEmpty()) {
      return "There is no file in " + one + ", nor in " + other;
    }
    for (String name : names) {
      String difference = difference(one.resolve(name), other.resolve(name));
      if (!difference.isEmpty()) {
        return name + ": " + difference;
      }
    }
    return "";
  }

  private static NavigableSet<String> files(Path folder) throws IOException {
    // Jars first: what is written of them elsewhere differs where they do.
    NavigableSet<String> names =
        new TreeSet<>(
            Comparator.comparing((String name) -> !name.endsWith(".jar"))
                .thenComparing(Comparator.naturalOrder()));
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(folder.relativize(file).toString()));
    }
    return names;
  }

  private static String difference(Path one, Path other) throws IOException {
    for (Path file : List.of(one, other)) {
      if (!Files.exists(file)) {
        return "there is no " + file;
      }
    }
    if (Files.mismatch(one, other) < 0) {
      return "";
    }
    return one.toString().endsWith(".jar")
        ? inside(one, other)
        : line(Files.readAllBytes(one), Files.readAllBytes(other));
  }

  private static String inside(Path one, Path other) throws IOException {
    try (ZipFile first = new ZipFile(one.toFile());
        ZipFile second = new ZipFile(other.toFile())) {
      List<ZipEntry> entries = new ArrayList<>(first.stream().toList());
      List<ZipEntry> others = new ArrayList<>(second.stream().toList());
      for (int i = 0; i < Math.min(entries.size(), others.size()); i++) {
        ZipEntry a = entries.get(i);
        ZipEntry b = others.get(i);
        if (!a.getName().equals(b.getName())) {
          return "entry " + i + " is " + a.getName() + " here, and " + b.getName() + " there";
        }
        byte[] bytes = first.getInputStream(a).readAllBytes();
        byte[] otherBytes = second.getInputStream(b).readAllBytes();
        if (!Arrays.equals(bytes, otherBytes)) {
          return a.getName() + ", " + line(bytes, otherBytes);
        }
        if (a.getTime() != b.getTime() || !Arrays.equals(a.getExtra(), b.getExtra())) {
          return a.getName() + " has another time, or other attributes";
        }
      }
      return entries.size() == others.size()
          ? "the entries are the same, and not how they are packed, such as the modes of files"
          : entries.size() + " entries here, and " + others.size() + " there";
    }
  }

  /** Returns the first line that differs, of a text; of other bytes, where they differ. */
  private static String line(byte[] one, byte[] other) {
    int at = Arrays.mismatch(one, other);
    return "at byte %d: \"%s\" here, and \"%s\" there"
        .formatted(at, excerpt(one, at), excerpt(other, at));
  }

  private static String excerpt(byte[] bytes, int at) {
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(0, at - 40); i < Math.min(bytes.length, at + 40); i++) {
      text.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
    }
    return text.toString();
  }
}
