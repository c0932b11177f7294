package io.telproof.spi;

import io.telproof.spi.http.Authorizer;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.Gateway;
import io.telproof.spi.http.Network;
import io.telproof.spi.http.Signer;
import io.telproof.spi.http.VendorProfile;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Time;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a provider is given to work with. Immutable.
 *
 * @param time the only source of time
 * @param rateLimiters where the vendor's limits are kept
 * @param credentials where the application wants keys to come from, instead of the settings
 * @param network the way to the vendor
 * @param profile where is kept what is learnt of the vendor
 * @param limits what the configuration says of the account's limits
 */
public record ProviderEnvironment(
    Time time,
    RateLimiters rateLimiters,
    Optional<CredentialsSource> credentials,
    Network network,
    VendorProfile profile,
    AccountLimits limits) {
  /**
   * Refuses null.
   *
   * @param time the only source of time
   * @param rateLimiters where the vendor's limits are kept
   * @param credentials where the application wants keys to come from, instead of the settings
   * @param network the way to the vendor
   * @param profile where is kept what is learnt of the vendor
   * @param limits what the configuration says of the account's limits
   */
  public ProviderEnvironment {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(rateLimiters, "rateLimiters");
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(limits, "limits");
  }

  /**
   * With nothing learnt of the vendor yet.
   *
   * @param time the clock of the client
   * @param rateLimiters where the limits of all accounts are kept
   * @param credentials the source of credentials that change
   * @param network how connections are made
   */
  public ProviderEnvironment(
      Time time,
      RateLimiters rateLimiters,
      Optional<CredentialsSource> credentials,
      Network network) {
    this(time, rateLimiters, credentials, network, new VendorProfile(time), AccountLimits.NONE);
  }

  /**
   * {@return the same, for an account that has these limits}
   *
   * @param other the account's own limits
   */
  public ProviderEnvironment withLimits(AccountLimits other) {
    return new ProviderEnvironment(time, rateLimiters, credentials, network, profile, other);
  }

  /**
   * Straight to the vendor.
   *
   * @param time the clock of the client
   * @param rateLimiters where the limits of all accounts are kept
   * @param credentials the source of credentials that change
   */
  public ProviderEnvironment(
      Time time, RateLimiters rateLimiters, Optional<CredentialsSource> credentials) {
    this(time, rateLimiters, credentials, Network.standard());
  }

  /**
   * {@return keys from the settings, limits kept in this process}
   *
   * @param time the clock of the client
   */
  public static ProviderEnvironment local(Time time) {
    return new ProviderEnvironment(time, RateLimiters.local(time), Optional.empty());
  }

  /**
   * {@return the application's source of keys, or else one that always gives those of the settings}
   *
   * @param configured the credentials of the configuration
   */
  public CredentialsSource credentials(Credentials configured) {
    return credentials.orElse(() -> configured);
  }

  /**
   * {@return a gateway for one provider, which closes it}
   *
   * @param provider the provider's name
   * @param signer what signs each request
   * @param credentials where the credentials of each request come from
   * @param clockRefused whether a reply says that the request was signed for a wrong time and was
   *     therefore not carried out; it gives the id of such a reply to {@link Reply#identified}, so
   *     that the refusal of an earlier request does not have this one sent again
   */
  public Gateway gateway(
      String provider,
      Signer signer,
      CredentialsSource credentials,
      Predicate<Reply> clockRefused) {
    return Gateway.open(provider, time, signer, credentials, clockRefused, profile, network);
  }

  /**
   * {@return a gateway for one provider whose questions carry access tokens; the provider closes
   * it}
   *
   * @param provider the provider's name
   * @param authorizer what asks for an access token and puts it into a request
   * @param credentials what tokens are got with
   */
  public Gateway gateway(String provider, Authorizer authorizer, CredentialsSource credentials) {
    return Gateway.open(provider, time, authorizer, credentials, profile, network);
  }

  /**
   * {@return what binds the handles of codes to contacts, for a vendor that checks a code by its
   * handle}
   *
   * @param provider the provider's name
   * @param credentials the same that the gateway signs with
   */
  public CodeHandles codeHandles(String provider, CredentialsSource credentials) {
    return new CodeHandles(provider, credentials, time);
  }
}
