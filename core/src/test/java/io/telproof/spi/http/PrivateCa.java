package io.telproof.spi.http;

import java.time.Instant;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate authority that no platform trusts. */
final class PrivateCa {
  final HeldCertificate root =
      new HeldCertificate.Builder().commonName("Corp CA").certificateAuthority(0).build();

  /** What a test's servers listen with, whose certificate is for this host. */
  ServerSocketFactory sockets(String host) {
    return context(host).getServerSocketFactory();
  }

  /** What a test's servers listen with, whose certificate for this host is of this time alone. */
  ServerSocketFactory sockets(String host, Instant from, Instant to) {
    return context(certificate(host).validityInterval(from.toEpochMilli(), to.toEpochMilli()))
        .getServerSocketFactory();
  }

  /** What a server has whose certificate is for this host. */
  SSLContext context(String host) {
    return context(certificate(host));
  }

  private HeldCertificate.Builder certificate(String host) {
    return new HeldCertificate.Builder().signedBy(root).addSubjectAlternativeName(host);
  }

  private static SSLContext context(HeldCertificate.Builder server) {
    return new HandshakeCertificates.Builder().heldCertificate(server.build()).build().sslContext();
  }

  CaFile file() {
    return new CaFile(List.of(root.certificate()));
  }
}
