package io.telproof.spi;

import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.http.Sha256;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import java.nio.charset.StandardCharsets;

/**
 * The limits of one account at one endpoint. A vendor counts by the account, whatever the provider
 * is called that uses it: opened twice, or under two names, it has one limit for each operation.
 * Another key id, or an endpoint with another host or port, is another account. Thread-safe.
 */
public final class AccountRateLimiters {
  private static final int LENGTH = 16;

  private final RateLimiters limiters;
  private final AccountLimits limits;
  private final String account;

  private AccountRateLimiters(RateLimiters limiters, AccountLimits limits, String account) {
    this.limiters = limiters;
    this.limits = limits;
    this.account = account;
  }

  /**
   * {@return the limits of an account, kept by this environment} Whose account it is, is looked at
   * once, now: keys that change later are keys of the same account.
   *
   * @param environment where the limiters are kept, and what the configuration says of them
   * @param endpoint where the account's requests go
   * @param credentials what the settings say, for an environment that has no keys of its own
   */
  public static AccountRateLimiters of(
      ProviderEnvironment environment, Endpoint endpoint, Credentials credentials) {
    Credentials opened =
        environment.credentials().map(keys -> current(keys, credentials)).orElse(credentials);
    return new AccountRateLimiters(
        environment.rateLimiters(),
        environment.limits(),
        hash(opened.id().reveal() + "\n" + endpoint.url().host() + ":" + endpoint.url().port()));
  }

  /** A source that has no keys yet is no reason not to open: it will say so when it is asked. */
  private static Credentials current(CredentialsSource keys, Credentials otherwise) {
    try {
      return keys.current();
    } catch (RuntimeException e) {
      return otherwise;
    }
  }

  /**
   * Short, and without a way back: it stands in messages, and where many processes share limits.
   */
  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
  }

  /**
   * {@return the rate limiter of an operation that the vendor counts by itself, at the limits that
   * the configuration gives this account, or else at those of the offer}
   *
   * @param offer what the provider offers
   * @throws IllegalArgumentException if it was asked for with other limits before, under whatever
   *     name
   */
  public RateLimiter limiter(Offer offer) {
    return limiter(offer.operation(), limits.of(offer));
  }

  /**
   * {@return the rate limiter of several operations that the vendor counts together} One that
   * counts the whole account beside its operations is joined to theirs by {@link RateLimiter#and};
   * its limit is a setting of the provider's, because {@link AccountLimits} knows operations and
   * checks alone.
   *
   * @param word stands for all of them; without a slash
   * @param together where it takes the place of their own limits, asked for once for each of them,
   *     as {@link AccountLimits#of} says for its offer: so what the configuration says of one of
   *     them counts, and two that disagree are refused
   * @throws IllegalArgumentException if it was asked for with other limits before, under whatever
   *     name
   */
  public RateLimiter limiter(String word, RateLimits together) {
    return limiters.limiter(account + "/" + word, together);
  }
}
