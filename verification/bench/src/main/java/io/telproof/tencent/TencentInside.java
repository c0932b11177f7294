package io.telproof.tencent;

import io.telproof.Sensitive;
import io.telproof.TenureCheck;
import io.telproof.spi.AccountLimits;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.http.Signer;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.util.Map;
import java.util.Optional;

/** What of Tencent's provider the bench measures alone, which is not public there. */
public final class TencentInside {
  /** A limit that nobody reaches. */
  public static final RateLimits LIMITS = RateLimits.perSecond(1_000_000);

  private static final Credentials CREDENTIALS =
      Credentials.of(
          Sensitive.of("AKIDtelproofsandbox"), Sensitive.of("telproof-sandbox-secret-key"));

  private TencentInside() {}

  /** The keys that the sandbox takes. */
  public static Credentials credentials() {
    return CREDENTIALS;
  }

  /** The provider's signer. */
  public static Signer signer() {
    return new Tc3Signer("faceid");
  }

  /** The provider's check for a tenure, opened by its factory without a client. */
  public static TenureCheck tenure(String url) {
    TencentSettings settings =
        new TencentSettings(
            CREDENTIALS.id(),
            CREDENTIALS.secret(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Endpoint.of(url)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    ProviderEnvironment environment =
        ProviderEnvironment.local(Time.system())
            .withLimits(new AccountLimits(Map.of("tenure", LIMITS)));
    return new TencentProviderFactory().open("main", settings, environment).tenure().orElseThrow();
  }
}
