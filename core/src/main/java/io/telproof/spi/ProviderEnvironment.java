package io.telproof.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a provider is given to work with. Immutable.
 *
 * @param time the only source of time
 * @param quotas where the vendor's limits are kept
 * @param keys where the application wants keys to come from, instead of the settings
 * @param network the way to the vendor
 * @param profile where is kept what is learnt of the vendor
 */
public record ProviderEnvironment(
    Time time,
    Quotas quotas,
    Optional<CredentialsSource> keys,
    Network network,
    VendorProfile profile) {
  /** Refuses null. */
  public ProviderEnvironment {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(quotas, "quotas");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(profile, "profile");
  }

  /** With nothing learnt of the vendor yet. */
  public ProviderEnvironment(
      Time time, Quotas quotas, Optional<CredentialsSource> keys, Network network) {
    this(time, quotas, keys, network, new VendorProfile(time));
  }

  /** Straight to the vendor. */
  public ProviderEnvironment(Time time, Quotas quotas, Optional<CredentialsSource> keys) {
    this(time, quotas, keys, Network.standard());
  }

  /** Keys from the settings, limits kept in this process. */
  public static ProviderEnvironment local(Time time) {
    return new ProviderEnvironment(time, Quotas.local(time), Optional.empty());
  }

  /** The application's source of keys, or else one that always gives those of the settings. */
  public CredentialsSource credentials(Credentials configured) {
    return keys.orElse(() -> configured);
  }

  /**
   * A gateway for one provider, which closes it.
   *
   * @param provider the provider's name
   * @param clockRefused whether a reply says that the request was signed for a wrong time and was
   *     therefore not carried out; it gives the id of such a reply to {@link Reply#identified}, so
   *     that the refusal of an earlier request does not have this one sent again
   */
  public Gateway gateway(
      String provider,
      Signer signer,
      CredentialsSource credentials,
      Predicate<Reply> clockRefused) {
    return new Gateway(
        provider, time, signer, credentials, clockRefused, profile, new Transport(network));
  }

  /**
   * What binds the handles of codes to contacts, for a vendor that checks a code by its handle.
   *
   * @param provider the provider's name
   * @param credentials the same that the gateway signs with
   */
  public CodeHandles codeHandles(String provider, CredentialsSource credentials) {
    return new CodeHandles(provider, credentials, time);
  }
}
