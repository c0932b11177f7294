package io.telproof.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The checksums that a Maven repository has beside each file. */
enum Checksum {
  MD5("md5", "MD5"),
  SHA1("sha1", "SHA-1"),
  SHA256("sha256", "SHA-256"),
  SHA512("sha512", "SHA-512");

  private final String ending;
  private final String algorithm;

  Checksum(String ending, String algorithm) {
    this.ending = ending;
    this.algorithm = algorithm;
  }

  /**
   * Writes the checksums of each file of a folder beside it; of signatures none, because nobody
   * asks for them.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
      all = files.filter(Files::isRegularFile).toList();
    }
    for (Path file : all) {
      if (!file.toString().endsWith(".asc")) {
        for (Checksum checksum : values()) {
          Files.writeString(checksum.beside(file), checksum.of(file));
        }
      }
    }
  }

  Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + "." + ending);
  }

  String of(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
