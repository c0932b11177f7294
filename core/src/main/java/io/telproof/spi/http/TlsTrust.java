package io.telproof.spi.http;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates are believed: those of the platform, and those of a file beside them. */
record TlsTrust(SSLSocketFactory sockets, X509TrustManager manager) {
  /** Options of the JVM that say another trust store than the one which comes with Java. */
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";

  /** Whether the JVM was told what the platform trusts, which can have been told wrongly. */
  static boolean isOfTheJvmsOptions() {
    return System.getProperties().stringPropertyNames().stream()
        .anyMatch(name -> name.startsWith(TRUST_STORE));
  }

  /** Those of the platform alone. */
  static TlsTrust platform() {
    try {
      return of(CaFile.trustManagers(null));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java trusts no certificate", e);
    }
  }

  static TlsTrust platformAnd(CaFile file) {
    try {
      return of(file.trustManagers());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot trust a certificate of a file", e);
    }
  }

  private static TlsTrust of(TrustManagerFactory trusted) throws GeneralSecurityException {
    X509TrustManager manager =
        Arrays.stream(trusted.getTrustManagers())
            .filter(X509TrustManager.class::isInstance)
            .map(X509TrustManager.class::cast)
            .findFirst()
            .orElseThrow();
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new X509TrustManager[] {manager}, null);
    return new TlsTrust(context.getSocketFactory(), manager);
  }
}
