package io.telproof.limits.redis;

import io.telproof.spi.http.CaFile;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed where there is a file. */
final class TrustedCertificates {
  private TrustedCertificates() {}

  /** Those of the platform, and those of a file beside them. */
  static TrustManagerFactory platformAnd(CaFile file) {
    try {
      List<X509Certificate> all = new ArrayList<>(file.certificates());
      Arrays.stream(factory(null).getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .map(X509TrustManager.class::cast)
          .forEach(each -> all.addAll(Arrays.asList(each.getAcceptedIssuers())));
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (int i = 0; i < all.size(); i++) {
        store.setCertificateEntry("ca-" + i, all.get(i));
      }
      return factory(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot trust a certificate of a file", e);
    }
  }

  /** Those of the platform where there is no store. */
  private static TrustManagerFactory factory(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}
