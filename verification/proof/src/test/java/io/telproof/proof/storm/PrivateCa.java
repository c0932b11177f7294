package io.telproof.proof.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ServerSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate authority that no platform trusts. */
final class PrivateCa {
  private final HeldCertificate root =
      new HeldCertificate.Builder().commonName("Storm CA").certificateAuthority(0).build();

  /** What a vendor on this machine listens with. */
  ServerSocketFactory sockets() {
    HeldCertificate server =
        new HeldCertificate.Builder().signedBy(root).addSubjectAlternativeName("127.0.0.1").build();
    return new HandshakeCertificates.Builder()
        .heldCertificate(server)
        .build()
        .sslContext()
        .getServerSocketFactory();
  }

  /** Writes the authority's certificate, and returns the settings that trust it. */
  String trusted(Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("ca.pem"), root.certificatePem());
    return "network { ca-file = \"" + file + "\" }";
  }
}
