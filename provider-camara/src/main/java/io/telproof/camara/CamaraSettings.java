package io.telproof.camara;

import io.telproof.Sensitive;
import io.telproof.spi.Coverage;
import io.telproof.spi.MultilineSecret;
import io.telproof.spi.http.Authorizer;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.http.oauth.ClientAuthentication;
import io.telproof.spi.http.oauth.ClientCredentialsGrant;
import io.telproof.spi.http.oauth.JwtBearerGrant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What has to be known to use an application's account with an operator. Codes are sent only where
 * {@code message} is there.
 *
 * @param apiRoot what the paths of the APIs stand beneath, with a base path where the operator has
 *     one
 * @param tokenEndpoint the whole URL where access tokens are given
 * @param clientId the application's id
 * @param clientSecret its secret, where {@code clientAuth} is one of a secret
 * @param privateKey its private key in PEM, PKCS #8, where {@code clientAuth} is that of a key
 * @param keyId which of the application's keys it is, where the operator wants to be told
 * @param clientAuth how the application proves itself, else by its private key, as CAMARA demands
 * @param grant how tokens are got, else for the account
 * @param purpose what the personal data is used for, one of the W3C's words, as in {@code
 *     dpv:FraudPreventionAndDetection}; asked for with every scope
 * @param status which API tells whether a number is in service, else {@code subscription}, or
 *     {@code reachability} where {@code apis} has that one alone
 * @param zone where the operator's day begins, else UTC
 * @param monthsOfInterest for a tenure that is asked without a threshold: 1 to 1200
 * @param idDocumentType what the identity numbers are the numbers of, where the operator has to be
 *     told
 * @param partialMatch what one part that agrees means beside one that the operator lacks, else
 *     {@code undisclosed}
 * @param message the text of a code's message, at most 160 characters, with <code>{{code}}</code>
 *     in the code's place
 * @param unknownNumber what a number means that the operator does not know, else {@code
 *     not-covered}
 * @param simSwap which operation tells of a change of SIM card, else {@code check}
 * @param callingCodes the country calling codes of the numbers that the operator serves; empty for
 *     numbers of any country
 * @param apis the APIs that the operator has; empty for all
 * @param subscriptionStatusPath the operation's path, else {@code retrive-subscription-status}
 */
record CamaraSettings(
    Endpoint apiRoot,
    Endpoint tokenEndpoint,
    Sensitive clientId,
    Optional<Sensitive> clientSecret,
    Optional<MultilineSecret> privateKey,
    Optional<String> keyId,
    Optional<ClientAuthentication> clientAuth,
    Optional<TokenGrant> grant,
    Optional<String> purpose,
    Optional<StatusApi> status,
    Optional<String> zone,
    Optional<Integer> monthsOfInterest,
    Optional<DocumentType> idDocumentType,
    Optional<PartialMatch> partialMatch,
    Optional<String> message,
    Optional<UnknownNumber> unknownNumber,
    Optional<SimSwapOperation> simSwap,
    List<Integer> callingCodes,
    List<Api> apis,
    Optional<String> subscriptionStatusPath,
    Optional<String> subscriptionStatusVersion,
    Optional<String> subscriptionStatusScope,
    Optional<String> deviceReachabilityStatusVersion,
    Optional<String> deviceReachabilityStatusScope,
    Optional<String> kycTenureVersion,
    Optional<String> kycTenureScope,
    Optional<String> kycMatchVersion,
    Optional<String> kycMatchScope,
    Optional<String> oneTimePasswordSmsVersion,
    Optional<String> oneTimePasswordSmsScope,
    Optional<String> numberRecyclingVersion,
    Optional<String> numberRecyclingScope,
    Optional<String> simSwapVersion,
    Optional<String> simSwapScope) {
  /** In the place of a key that the application gives: never sent. */
  private static final Sensitive ELSEWHERE = Sensitive.of("the-application-gives-the-key");

  /**
   * Checks what can be checked without the operator.
   *
   * @throws IllegalArgumentException if something cannot be right; the message has a line for each,
   *     which begins with the setting
   */
  CamaraSettings {
    callingCodes = List.copyOf(callingCodes);
    apis = List.copyOf(apis);
    new SettingsProblems()
        .key(privateKey)
        .authentication(
            clientAuth.orElse(ClientAuthentication.PRIVATE_KEY_JWT),
            clientSecret.isPresent(),
            privateKey.isPresent(),
            keyId.isPresent())
        .grant(grant, clientAuth)
        .filled("key-id", keyId)
        .purpose(purpose)
        .zone(zone)
        .months(monthsOfInterest)
        .message(message)
        .callingCodes(callingCodes)
        .api("status", status.map(StatusApi::api), apis)
        .api("message", message.map(any -> Api.ONE_TIME_PASSWORD_SMS), apis)
        .api("sim-swap", simSwap.map(any -> Api.SIM_SWAP), apis)
        .segment("subscription-status-path", subscriptionStatusPath)
        .segment("subscription-status-version", subscriptionStatusVersion)
        .segment("device-reachability-status-version", deviceReachabilityStatusVersion)
        .segment("kyc-tenure-version", kycTenureVersion)
        .segment("kyc-match-version", kycMatchVersion)
        .segment("one-time-password-sms-version", oneTimePasswordSmsVersion)
        .segment("number-recycling-version", numberRecyclingVersion)
        .segment("sim-swap-version", simSwapVersion)
        .scope("subscription-status-scope", subscriptionStatusScope)
        .scope("device-reachability-status-scope", deviceReachabilityStatusScope)
        .scope("kyc-tenure-scope", kycTenureScope)
        .scope("kyc-match-scope", kycMatchScope)
        .scope("one-time-password-sms-scope", oneTimePasswordSmsScope)
        .scope("number-recycling-scope", numberRecyclingScope)
        .scope("sim-swap-scope", simSwapScope)
        .report();
  }

  private ClientAuthentication authentication() {
    return clientAuth.orElse(ClientAuthentication.PRIVATE_KEY_JWT);
  }

  /** The key, or the secret, that the application proves itself with, where it is here. */
  Optional<Sensitive> key() {
    return authentication() == ClientAuthentication.PRIVATE_KEY_JWT
        ? privateKey.map(MultilineSecret::text)
        : clientSecret;
  }

  /**
   * Refuses settings without a key. That is no matter of the settings alone: an application that
   * gives its keys itself leaves it out.
   *
   * @throws IllegalArgumentException if there is none
   */
  void requireKey() {
    if (key().isEmpty()) {
      throw new IllegalArgumentException(
          authentication() == ClientAuthentication.PRIVATE_KEY_JWT
              ? "client-auth is private-key-jwt where nothing else is written, and needs private-key"
              : "client-auth is one of a secret, and needs client-secret");
    }
  }

  Credentials credentials() {
    return Credentials.of(clientId, key().orElse(ELSEWHERE));
  }

  /** Whether each token is about one person. */
  boolean tokenPerPerson() {
    return grant.filter(TokenGrant.JWT_BEARER::equals).isPresent();
  }

  /** How tokens are got. */
  Authorizer authorizer() {
    return tokenPerPerson()
        ? new JwtBearerGrant(tokenEndpoint, keyId)
        : new ClientCredentialsGrant(tokenEndpoint, authentication(), keyId);
  }

  /** What the token of an API has to allow. */
  String scope(Api api) {
    Optional<String> own =
        switch (api) {
          case SUBSCRIPTION_STATUS -> subscriptionStatusScope;
          case DEVICE_REACHABILITY_STATUS -> deviceReachabilityStatusScope;
          case KYC_TENURE -> kycTenureScope;
          case KYC_MATCH -> kycMatchScope;
          case ONE_TIME_PASSWORD_SMS -> oneTimePasswordSmsScope;
          case NUMBER_RECYCLING -> numberRecyclingScope;
          case SIM_SWAP -> simSwapScope.or(() -> simSwap.map(SimSwapOperation::scope));
        };
    return Stream.concat(purpose.stream(), Stream.of(own.orElse(api.scope())))
        .reduce((first, then) -> first + " " + then)
        .orElseThrow();
  }

  /** The version in the path of an API. */
  String version(Api api) {
    Optional<String> own =
        switch (api) {
          case SUBSCRIPTION_STATUS -> subscriptionStatusVersion;
          case DEVICE_REACHABILITY_STATUS -> deviceReachabilityStatusVersion;
          case KYC_TENURE -> kycTenureVersion;
          case KYC_MATCH -> kycMatchVersion;
          case ONE_TIME_PASSWORD_SMS -> oneTimePasswordSmsVersion;
          case NUMBER_RECYCLING -> numberRecyclingVersion;
          case SIM_SWAP -> simSwapVersion;
        };
    return own.orElse(api.version());
  }

  /** Which API tells whether a number is in service. */
  StatusApi statusApi() {
    boolean reachabilityAlone =
        apis.contains(Api.DEVICE_REACHABILITY_STATUS) && !apis.contains(Api.SUBSCRIPTION_STATUS);
    return status.orElse(reachabilityAlone ? StatusApi.REACHABILITY : StatusApi.SUBSCRIPTION);
  }

  /** Whether the operator has this API. */
  boolean has(Api api) {
    return apis.isEmpty() || apis.contains(api);
  }

  /** The numbers that the operator serves. */
  Coverage coverage() {
    return callingCodes.isEmpty() ? Coverage.anyCountry() : Coverage.callingCodes(callingCodes);
  }

  ZoneId day() {
    return zone.map(ZoneId::of).orElse(ZoneOffset.UTC);
  }

  /** The threshold of a tenure that is asked without one. */
  OptionalInt threshold() {
    return monthsOfInterest.stream().mapToInt(months -> months).findFirst();
  }
}
