package io.telproof.sandbox.camara;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the operator demands of a JWT, be it a client's proof or a JWT-bearer grant:
 * CAMARA-Security-Interoperability, and RFC 7523, section 3. Thread-safe.
 */
final class Assertions {

  /** The time that a JWT may be good for, from when it was made and from when it is received. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  static final String ID_USED = "The assertion's jti was used already.";

  private final Clients clients;
  private final UsedIds used = new UsedIds();

  Assertions(Clients clients) {
    this.clients = clients;
  }

  /** A JWT that is to be believed, and the client that made it. */
  record Believed(Jwt jwt, String clientId) {}

  /** A JWT that is not to be believed. The message says why, and quotes nothing. */
  static final class Doubt extends Exception {
    private static final long serialVersionUID = 1L;

    Doubt(String message) {
      super(message, null, false, false);
    }

    String reason() {
      String message = getMessage();
      return message == null ? "" : message;
    }
  }

  /**
   * Verifies a JWT, which is used up by that.
   *
   * @param audience the addresses of the endpoint
   * @throws Doubt if the JWT is not to be believed
   */
  Believed verify(String compact, Set<String> audience, Instant now) throws Doubt {
    Jwt jwt = Jwt.read(compact).orElseThrow(() -> new Doubt("The assertion is not a JWT."));
    String clientId = jwt.text("iss");
    Optional<ClientKey> key = clients.publicKey(clientId);
    if (key.isEmpty()) {
      throw new Doubt("The assertion's iss is no client with a public key.");
    }
    if (!key.get().signed(jwt)) {
      throw new Doubt("The assertion's signature or its alg is wrong.");
    }
    if (jwt.audience().stream().noneMatch(audience::contains)) {
      throw new Doubt("The assertion's aud is not this endpoint.");
    }
    checkTimes(jwt, now);
    String id = jwt.text("jti");
    if (id.isEmpty()) {
      throw new Doubt("The assertion has no jti.");
    }
    if (!used.first(clientId + ' ' + id, now)) {
      throw new Doubt(ID_USED);
    }
    return new Believed(jwt, clientId);
  }

  private static void checkTimes(Jwt jwt, Instant now) throws Doubt {
    Instant exp =
        jwt.time("exp").orElseThrow(() -> new Doubt("The assertion's exp is not a number."));
    if (!exp.isAfter(now)) {
      throw new Doubt("The assertion has expired.");
    }
    Optional<Instant> iat = jwt.time("iat");
    if (iat.isEmpty() && jwt.has("iat")) {
      throw new Doubt("The assertion's iat is not a number.");
    }
    if (iat.isPresent() && iat.get().isAfter(now)) {
      throw new Doubt("The assertion's iat is in the future.");
    }
    if (exp.isAfter(iat.orElse(now).plus(LONGEST)) || exp.isAfter(now.plus(LONGEST))) {
      throw new Doubt("The assertion's exp is more than 300 s ahead.");
    }
  }
}
