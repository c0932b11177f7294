package io.telproof.bench;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The class path of each client, as the build wrote it down beside the classes: the SDKs have an
 * OkHttp of their own. Immutable.
 */
final class ClassPaths {
  private final Path classes;

  private ClassPaths(Path classes) {
    this.classes = classes;
  }

  /** Those of the build that this class comes from. */
  static ClassPaths found() {
    try {
      return new ClassPaths(
          Path.of(ClassPaths.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("this class is at no path", e);
    }
  }

  /** The programs alone, which need nothing but Java where they measure something else. */
  String own() {
    return classes.toString();
  }

  /** Telproof with both vendors and no library that is not needed. */
  String plain() {
    return join(Stream.of(Stream.of(own()), runtime().stream(), quietLog()));
  }

  /** Telproof with what can be added to it. */
  String everything() {
    return join(Stream.of(Stream.of(own()), entries("bench.classpath").stream()));
  }

  /** The same class path with another build of Telproof in it. */
  static String withOther(String classPath, String other) {
    return join(
        Stream.of(
            split(classPath).stream().filter(entry -> !isTelproof(entry) || isBench(entry)),
            Stream.of(other)));
  }

  /** A vendor's SDK as its users get it. */
  String sdk(Vendor vendor) {
    return join(
        Stream.of(
            Stream.of(own(), sdkTarget(vendor).resolve("classes").toString()),
            sdkRuntime(vendor).stream(),
            quietLog()));
  }

  /** A vendor's SDK on the OkHttp that Telproof has. */
  String sdkOnCurrentOkHttp(Vendor vendor) {
    Predicate<String> okHttp =
        entry -> named(entry, "okhttp-") || named(entry, "okio-") || named(entry, "kotlin-");
    return join(
        Stream.of(
            Stream.of(own(), sdkTarget(vendor).resolve("classes").toString()),
            sdkRuntime(vendor).stream().filter(okHttp.negate()),
            runtime().stream().filter(okHttp),
            quietLog()));
  }

  /** The size of what an application of one vendor has at run time, in bytes. */
  long runtimeJars() {
    return runtime().stream()
        .filter(entry -> !entry.contains("provider-alibaba"))
        .mapToLong(ClassPaths::size)
        .sum();
  }

  /** The size of a vendor's SDK with all that it needs, in bytes. */
  long sdkJars(Vendor vendor) {
    return sdkRuntime(vendor).stream().mapToLong(ClassPaths::size).sum();
  }

  private List<String> runtime() {
    return entries("plain.classpath");
  }

  private List<String> sdkRuntime(Vendor vendor) {
    return split(read(sdkTarget(vendor).resolve("sdk.classpath")));
  }

  private Path sdkTarget(Vendor vendor) {
    String module =
        switch (vendor) {
          case TENCENT -> "bench-tencent-sdk";
          case ALIBABA -> "bench-alibaba-sdk";
        };
    // From verification/bench/target/classes to the neighbour.
    return classes.resolve("../../..").resolve(module).resolve("target").normalize();
  }

  /** What keeps libraries that log from saying that nobody listens. */
  private Stream<String> quietLog() {
    return entries("bench.classpath").stream().filter(entry -> named(entry, "slf4j-nop"));
  }

  private List<String> entries(String file) {
    return split(read(classes.resolveSibling(file)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          file.getFileName() + " is missing: build verification/bench with its neighbours", e);
    }
  }

  private static List<String> split(String classPath) {
    return Arrays.asList(classPath.split(File.pathSeparator, -1));
  }

  private static String join(Stream<Stream<String>> parts) {
    return parts.flatMap(each -> each).collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean named(String entry, String start) {
    Path name = Path.of(entry).getFileName();
    return name != null && name.toString().startsWith(start);
  }

  private static boolean isTelproof(String entry) {
    return named(entry, "telproof-") || named(entry, "classes");
  }

  private static boolean isBench(String entry) {
    return Path.of(entry).endsWith(Path.of("bench", "target", "classes"));
  }

  /** The size of a jar; of classes that are in none yet, the size that theirs would have. */
  private static long size(String entry) {
    Path path = Path.of(entry);
    try {
      return Files.isDirectory(path) ? zipped(path) : Files.size(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long zipped(Path directory) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream jar = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new ZipEntry(directory.relativize(file).toString()));
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
    return bytes.size();
  }
}
