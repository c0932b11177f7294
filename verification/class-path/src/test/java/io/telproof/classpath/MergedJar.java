package io.telproof.classpath;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * One jar of an application and of Telproof, as a build makes it that was told nothing: of files
 * that several jars have, the first is kept.
 */
final class MergedJar implements AutoCloseable {
  private final Set<String> names = new HashSet<>();
  private final JarOutputStream jar;

  private MergedJar(OutputStream out) throws IOException {
    this.jar = new JarOutputStream(out);
  }

  /**
   * The class path with our own jars as one.
   *
   * @param application what the application has itself, which comes first
   * @param lost a file that the build leaves out
   */
  static ClassPath classPath(Path file, Path application, String lost) throws IOException {
    try (MergedJar merged = new MergedJar(Files.newOutputStream(file))) {
      merged.names.add(lost);
      merged.add(application);
      for (Path entry : oneVendor().entries()) {
        if (isOurs(entry)) {
          merged.add(entry);
        }
      }
    }
    return oneVendor().only(entry -> !isOurs(entry)).first(file);
  }

  /** Of several the first would be kept, and the others be lost with what names them. */
  private static ClassPath oneVendor() {
    return ClassPath.ours().only(entry -> !entry.toString().contains("provider-camara"));
  }

  private static boolean isOurs(Path entry) {
    return Files.isDirectory(entry) || entry.getFileName().toString().startsWith("telproof-");
  }

  private void add(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      addTree(entry);
    } else if (Files.exists(entry)) {
      try (FileSystem inside = FileSystems.newFileSystem(entry)) {
        addTree(inside.getPath("/"));
      }
    }
  }

  private void addTree(Path root) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path each : files) {
      String name = root.relativize(each).toString().replace('\\', '/');
      if (!name.equals("META-INF/MANIFEST.MF") && names.add(name)) {
        jar.putNextEntry(new JarEntry(name));
        Files.copy(each, jar);
      }
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
