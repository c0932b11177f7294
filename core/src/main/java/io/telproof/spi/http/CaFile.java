package io.telproof.spi.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Certificates that are trusted beside those of the platform. Prints their number. Immutable.
 *
 * @param certificates one or more
 */
public record CaFile(List<X509Certificate> certificates) {
  /** Several times the list of every public CA. */
  private static final int LARGEST = 4 << 20;

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

  /**
   * Copies the list.
   *
   * @param certificates one or more
   * @throws IllegalArgumentException if it is empty
   */
  public CaFile {
    certificates = List.copyOf(certificates);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("at least one certificate is needed");
    }
  }

  /**
   * {@return the certificates of a PEM file} Whatever else stands in it is passed over.
   *
   * @param path the file's path; a relative one begins at the working directory
   * @throws IllegalArgumentException if the file cannot be read or holds no certificate, or one
   *     that is broken; the message names the file and repeats nothing of its content
   */
  public static CaFile of(String path) {
    if (path.isBlank() || path.contains("-----") || path.contains("\n")) {
      throw new IllegalArgumentException(
          "expected the path of a PEM file with certificates, as in /etc/corp-ca.pem");
    }
    Path file;
    try {
      file = Path.of(path);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not a path; expected one as in /etc/corp-ca.pem");
    }
    String name = String.valueOf(file.getFileName());
    return new CaFile(certificates(text(file, name), name));
  }

  private static String text(Path file, String name) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A pipe would be waited for.
      throw new IllegalArgumentException(name + " cannot be read; is it a file?");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IllegalArgumentException(
            name + " is larger than " + LARGEST + " bytes; is it a PEM file with certificates?");
      }
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "there is no file " + name + " there; a relative path begins at the working directory");
    } catch (AccessDeniedException e) {
      throw new IllegalArgumentException(name + " may not be read by this process");
    } catch (IOException e) {
      throw new IllegalArgumentException(name + " cannot be read; is it a file?");
    }
  }

  private static List<X509Certificate> certificates(String text, String name) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (int begin = text.indexOf(BEGIN); begin >= 0; ) {
      int next = text.indexOf(BEGIN, begin + 1);
      String block = next < 0 ? text.substring(begin) : text.substring(begin, next);
      certificates.add(certificate(block, name, certificates.size() + 1));
      begin = next;
    }
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException(
          text.contains("PRIVATE KEY-----")
              ? name + " holds a private key and no certificate; give the certificate of the CA"
              : name + " holds no certificate in PEM, which begins with " + BEGIN);
    }
    return certificates;
  }

  private static X509Certificate certificate(String block, String name, int number) {
    byte[] pem = block.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem));
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          "certificate " + number + " of " + name + " is broken; export it again, in PEM");
    }
  }

  /** {@return what trusts these certificates, and those of the platform} */
  public TrustManagerFactory trustManagers() {
    try {
      List<X509Certificate> all = new ArrayList<>(certificates);
      for (TrustManager each : trustManagers(null).getTrustManagers()) {
        if (each instanceof X509TrustManager manager) {
          all.addAll(Arrays.asList(manager.getAcceptedIssuers()));
        }
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (int i = 0; i < all.size(); i++) {
        store.setCertificateEntry("ca-" + i, all.get(i));
      }
      return trustManagers(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot trust a certificate of a file", e);
    }
  }

  /** Of what a store holds; of what the platform trusts where there is none. */
  static TrustManagerFactory trustManagers(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }

  @Override
  public String toString() {
    return "CaFile[" + certificates.size() + "]";
  }
}
