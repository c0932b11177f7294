package io.telproof.spi.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed: those of the platform, and those of a file beside them. */
record TlsTrust(SSLSocketFactory sockets, X509TrustManager manager) {
  /** Those of the platform alone. */
  static TlsTrust platform() {
    try {
      return of(managers(null).get(0));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java trusts no certificate", e);
    }
  }

  static TlsTrust platformAnd(CaFile file) {
    try {
      List<X509Certificate> all = new ArrayList<>(file.certificates());
      for (X509TrustManager each : managers(null)) {
        all.addAll(Arrays.asList(each.getAcceptedIssuers()));
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (int i = 0; i < all.size(); i++) {
        store.setCertificateEntry("ca-" + i, all.get(i));
      }
      return of(managers(store).get(0));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot trust a certificate of a file", e);
    }
  }

  private static TlsTrust of(X509TrustManager manager) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new X509TrustManager[] {manager}, null);
    return new TlsTrust(context.getSocketFactory(), manager);
  }

  /** Those of the platform where there is no store. */
  private static List<X509TrustManager> managers(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .toList();
  }
}
