package io.telproof.classpath;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.telproof.spi.VerificationProviderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Directories that offer modules, as their jars do. */
final class Modules {
  private Modules() {}

  /** Offers a module, as META-INF/services says it. */
  static void write(Path folder, String line) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(VerificationProviderFactory.class.getName()), line + "\n");
  }

  /** Puts a class there as a newer Java would have compiled it. */
  static void writeNewer(Path folder, Class<?> type) throws IOException {
    byte[] bytes = bytes(type);
    bytes[7] = 127;
    write(folder, type, bytes);
  }

  /** Puts a class there that stands on a class which is nowhere. */
  static void writeWithout(Path folder, Class<?> type, Class<?> needed) throws IOException {
    String name = needed.getName().replace('.', '/');
    String text = new String(bytes(type), ISO_8859_1);
    // Of the same length, which stands in front of it.
    String gone = name.substring(0, name.length() - 4) + "Gone";
    write(folder, type, text.replace(name, gone).getBytes(ISO_8859_1));
  }

  private static void write(Path folder, Class<?> type, byte[] bytes) throws IOException {
    Path file = folder.resolve(file(type));
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream stream = type.getClassLoader().getResourceAsStream(file(type))) {
      return Objects.requireNonNull(stream).readAllBytes();
    }
  }

  private static String file(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }
}
