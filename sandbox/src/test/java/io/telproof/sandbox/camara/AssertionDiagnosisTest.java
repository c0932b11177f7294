package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.SignatureReport.Source;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a JWT is named, and seen in the part that it is in. */
final class AssertionDiagnosisTest {
  private static final Instant NOW = Instant.parse("2026-11-26T21:00:00.250Z");
  private static final long SECONDS = NOW.getEpochSecond();
  private static final String SCOPE = "kyc-tenure:check-tenure";
  private static final String ENDPOINT = "http://127.0.0.1:8080/oauth2/token";
  private static final String SIGNATURE = "signature";
  private static final String INPUT = "signing input";
  private static final String DIGEST = "SHA-256 of the signing input";

  private static final TestKey RSA = TestKey.rsa();
  private static final TestKey OTHER = TestKey.p256();
  private static final TestKey UNKNOWN = TestKey.p256();
  private static final String SECRET = "rsa-client-secret";

  private final CamaraVendor vendor =
      new CamaraVendor(
          CamaraSettings.defaults()
              .credentials(
                  List.of(
                      Operator.SIGNER,
                      CamaraVendor.CREDENTIALS,
                      CamaraCredentials.of("rsa-client", SECRET).withPublicKey(RSA.pem()),
                      CamaraCredentials.of("other", "other-secret").withPublicKey(OTHER.pem()))));

  private static Map<String, Object> claims(String client) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", client);
    claims.put("sub", client);
    claims.put("aud", ENDPOINT);
    claims.put("iat", SECONDS);
    claims.put("exp", SECONDS + 300);
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  private static Map<String, Object> grantClaims() {
    Map<String, Object> claims = claims("signer");
    claims.put("sub", "tel:+990123400000");
    claims.put("scope", "dpv:FraudPreventionAndDetection " + SCOPE);
    return claims;
  }

  private VendorReply ask(String... form) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < form.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(form[i]).append('=');
      body.append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
    }
    VendorRequest request =
        new VendorRequest(
            "POST",
            "/oauth2/token",
            List.of(
                new Header("Host", "127.0.0.1:8080"),
                new Header("Content-Type", "application/x-www-form-urlencoded")),
            body.toString().getBytes(StandardCharsets.UTF_8));
    return vendor.answer(request, NOW);
  }

  private VendorReply proof(String jwt) {
    return ask(
        "grant_type",
        "client_credentials",
        "scope",
        SCOPE,
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion",
        jwt);
  }

  private VendorReply grant(String jwt) {
    return ask("grant_type", Operator.JWT_BEARER, "assertion", jwt);
  }

  private static SignatureReport report(VendorReply reply) {
    SignatureReport report = reply.signature().orElseThrow();
    assertHoldsNothingPersonal(report);
    return report;
  }

  private static List<String> differing(SignatureReport report) {
    return report.parts().stream().filter(Part::differs).map(Part::name).toList();
  }

  private static void assertHoldsNothingPersonal(SignatureReport report) {
    Stream<String> texts =
        Stream.concat(
            Stream.of(report.finding(), report.toString()),
            report.parts().stream().flatMap(each -> Stream.of(each.computed(), each.client())));
    assertThat(texts)
        .allSatisfy(
            text ->
                assertThat(text).doesNotContain("990123400000", "-secret", "BEGIN PUBLIC", "eyJ"));
  }

  /** One claim that is wrong in an assertion that is otherwise right, and where that is seen. */
  @SuppressWarnings("ImmutableEnumChecker") // They hold nothing.
  enum Slip {
    AUDIENCE(
        c -> c.put("aud", "https://operator.example/token"),
        "aud is \"https://operator.example/token\", and this endpoint is " + ENDPOINT,
        "aud"),
    NO_AUDIENCE(c -> c.remove("aud"), "aud is \"\", and this endpoint is", "aud"),
    SEVERAL_AUDIENCES(c -> c.put("aud", List.of("a", "b")), "aud is \"a b\"", "aud"),
    TOO_FAR(
        c -> c.put("exp", SECONDS + 3600),
        "at most 300 s after iat and after now are allowed: " + (SECONDS + 300),
        "exp"),
    OVER(c -> c.put("exp", SECONDS), "the operator's clock says " + SECONDS, "exp"),
    EXPIRY_IN_MILLISECONDS(
        c -> c.put("exp", (SECONDS + 300) * 1000), "exp is in milliseconds", "exp"),
    NO_EXPIRY(c -> c.remove("exp"), "exp is missing or no whole number", "exp"),
    EXPIRY_AS_TEXT(c -> c.put("exp", "soon"), "exp is missing or no whole number", "exp"),
    FUTURE(c -> c.put("iat", SECONDS + 60), "it is 60 s in the future. Set this machine's", "iat"),
    ISSUED_IN_MILLISECONDS(
        c -> c.put("iat", SECONDS * 1000), "iat is in milliseconds: " + SECONDS + "000", "iat"),
    NO_ID(c -> c.remove("jti"), "There is no jti", "jti"),
    NO_ISSUER(c -> c.remove("iss"), "iss is no client's id, and sub is signer", "iss", "sub"),
    NOBODY(
        c -> {
          c.put("iss", "nobody-of-all");
          c.put("sub", "nobody-of-all");
        },
        "iss is nobo… (13 characters), which is no client here",
        "iss"),
    ISSUER_WITHOUT_KEY(
        c -> {
          c.put("iss", CamaraVendor.CREDENTIALS.clientId());
          c.put("sub", CamaraVendor.CREDENTIALS.clientId());
        },
        "that client has registered no public key",
        "iss"),
    ANOTHER_SUBJECT(c -> c.put("sub", "other"), "sub is other, and iss is signer", "sub"),
    SUBJECT_OF_A_GRANT(
        c -> c.put("sub", "tel:+990123400000"), "sub is tel:… (17 characters), and iss is", "sub");

    private final Consumer<Map<String, Object>> made;
    private final String said;
    private final List<String> seen;

    Slip(Consumer<Map<String, Object>> made, String said, String... seen) {
      this.made = made;
      this.said = said;
      this.seen = List.of(seen);
    }
  }

  @ParameterizedTest
  @EnumSource(Slip.class)
  void a_claim_that_is_wrong_is_named_and_seen(Slip slip) {
    Map<String, Object> claims = claims("signer");
    slip.made.accept(claims);
    VendorReply reply = proof(Operator.KEY.jwt(claims));
    SignatureReport report = report(reply);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(report.scheme()).isEqualTo("private_key_jwt");
    assertThat(report.good()).isFalse();
    assertThat(report.finding()).contains(slip.said);
    List<String> seen = new ArrayList<>(differing(report));
    if (slip.seen.contains("iss")) {
      seen.remove(SIGNATURE); // Whose key would verify it is not known then.
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(slip.seen);
  }

  /** One way to sign wrongly. */
  @SuppressWarnings("ImmutableEnumChecker") // They hold nothing.
  enum Signing {
    ES256_IN_DER(
        "signer",
        "ES256",
        input -> sign("SHA256withECDSA", Operator.KEY, input),
        "The signature is in DER. ES256 wants r and s side by side",
        SIGNATURE),
    ANOTHER_CLIENTS_KEY(
        "signer",
        "ES256",
        input -> sign("SHA256withECDSAinP1363Format", OTHER, input),
        "The signature is by the key of other, and iss is signer",
        SIGNATURE),
    NOBODYS_KEY(
        "signer",
        "ES256",
        input -> sign("SHA256withECDSAinP1363Format", UNKNOWN, input),
        "not by the key that signer registered, nor by another key here",
        SIGNATURE),
    WRONG_ALG(
        "signer",
        "RS256",
        input -> sign("SHA256withRSA", RSA, input),
        "alg is RS256, and the key that signer registered is for ES256. Write that, and sign so."
            + " The signature is by RS256. Sign by ES256. The signature is by the key of rsa-client",
        "alg",
        SIGNATURE),
    NO_ALG(
        "signer",
        "none",
        input -> new byte[0],
        "alg is none, and the key that signer registered is for ES256",
        "alg",
        SIGNATURE),
    CLIENT_SECRET(
        "rsa-client",
        "HS256",
        input -> hmac(SECRET, input),
        "alg is HS256, and the key that rsa-client registered is for RS256. Write that, and sign so."
            + " The signature is an HMAC with the client secret",
        "alg",
        SIGNATURE),
    RS512(
        "rsa-client",
        "RS256",
        input -> sign("SHA512withRSA", RSA, input),
        "The signature is by RS512. Sign by RS256",
        SIGNATURE),
    PADDED(
        "signer",
        "ES256",
        input -> signer(padded(input)),
        "over header.claims in base64url with = at the end",
        INPUT,
        DIGEST),
    CLAIMS_ALONE(
        "signer",
        "ES256",
        input -> signer(input.substring(input.indexOf('.') + 1)),
        "over the claims in base64url, without the header",
        INPUT,
        DIGEST),
    NOT_ENCODED(
        "signer",
        "ES256",
        input -> signer(json(input)),
        "over the JSON of header and claims, not encoded",
        INPUT,
        DIGEST),
    HASHED_TWICE(
        "rsa-client",
        "RS256",
        input -> sign("SHA256withRSA", RSA, sha256(input)),
        "over the SHA-256 of header.claims, hashed once more",
        INPUT,
        DIGEST);

    private final String client;
    private final String alg;
    private final Function<String, byte[]> made;
    private final String said;
    private final List<String> seen;

    Signing(String client, String alg, Function<String, byte[]> made, String said, String... seen) {
      this.client = client;
      this.alg = alg;
      this.made = made;
      this.said = said;
      this.seen = List.of(seen);
    }

    private static byte[] signer(String input) {
      return sign("SHA256withECDSAinP1363Format", Operator.KEY, input);
    }
  }

  private static byte[] sign(String way, TestKey key, String input) {
    return sign(way, key, input.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sign(String way, TestKey key, byte[] input) {
    try {
      Signature signature = Signature.getInstance(way);
      signature.initSign(key.pair().getPrivate());
      signature.update(input);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] sha256(String input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(String secret, String input) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(input.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String padded(String input) {
    String[] parts = input.split("\\.", -1);
    return pad(parts[0]) + '.' + pad(parts[1]);
  }

  private static String pad(String part) {
    return part + "=".repeat((4 - part.length() % 4) % 4);
  }

  private static String json(String input) {
    String[] parts = input.split("\\.", -1);
    return text(parts[0]) + '.' + text(parts[1]);
  }

  private static String text(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(Signing.class)
  void a_signature_that_is_wrong_is_known_by_what_it_was_made_of(Signing signing) {
    // A byte more, until there is something to pad.
    Map<String, Object> claims = claims(signing.client);
    claims.put("x", "");
    String input = input(signing.alg, claims);
    while (input.equals(padded(input))) {
      claims.compute("x", (name, filler) -> filler + "x");
      input = input(signing.alg, claims);
    }
    String signature =
        Base64.getUrlEncoder().withoutPadding().encodeToString(signing.made.apply(input));
    SignatureReport report = report(proof(input + '.' + signature));

    assertThat(report.good()).isFalse();
    assertThat(report.finding()).contains(signing.said);
    assertThat(differing(report)).containsExactlyInAnyOrderElementsOf(signing.seen);
  }

  private static String input(String alg, Map<String, Object> claims) {
    String jwt = Operator.KEY.jwt(Map.of("alg", alg), claims);
    return jwt.substring(0, jwt.lastIndexOf('.'));
  }

  @Test
  void a_jwt_that_was_used_is_told() {
    String jwt = Operator.KEY.jwt(claims("signer"));
    assertThat(report(proof(jwt)).good()).isTrue();
    SignatureReport report = report(proof(jwt));

    assertThat(report.finding()).contains("The jti was used already");
    assertThat(differing(report)).containsExactly("jti");
  }

  @Test
  void a_revoked_client_is_told_from_an_unknown_one() {
    vendor.keys().revoke("signer");
    SignatureReport report = report(proof(Operator.KEY.jwt(claims("signer"))));

    assertThat(report.finding()).contains("iss is signer, and that client is revoked");
  }

  @Test
  void a_text_that_is_no_jwt_is_told_what_it_lacks() {
    String jwt = Operator.KEY.jwt(claims("signer"));
    Map<String, String> said = new HashMap<>();
    said.put("", "There is no assertion");
    said.put("Bearer " + jwt, "white space in the JWT, or a word before it");
    said.put(jwt + ".a.b", "has 5 parts");
    said.put(jwt.substring(0, jwt.lastIndexOf('.')), "has 2 parts");
    said.put("a+b." + jwt.substring(jwt.indexOf('.') + 1), "in plain base64, with + or /");
    said.put("!." + jwt.substring(jwt.indexOf('.') + 1), "is not base64url");
    said.put("YQ.YQ.YQ", "are not JSON objects");
    said.forEach((text, sentence) -> assertThat(report(proof(text)).finding()).contains(sentence));
  }

  @Test
  void a_grant_of_a_user_shows_no_number() {
    SignatureReport good = report(grant(Operator.KEY.jwt(grantClaims())));
    assertThat(good.scheme()).isEqualTo("jwt-bearer");
    assertThat(good.good()).isTrue();
    assertThat(good.parts())
        .contains(new Part("sub", "tel:+9901****0000", "tel:+9901****0000", Source.SENT));

    Map<String, Object> bare = grantClaims();
    bare.put("sub", "990123400000");
    SignatureReport report = report(grant(Operator.KEY.jwt(bare)));
    assertThat(report.finding()).contains("sub is not \"tel:\" and a number in E.164");
    assertThat(differing(report)).containsExactly("sub");

    Map<String, Object> timeless = grantClaims();
    timeless.remove("iat");
    assertThat(report(grant(Operator.KEY.jwt(timeless))).finding()).contains("There is no iat");
  }

  @Test
  void what_is_refused_after_the_signature_was_taken_leaves_it_good() {
    Map<String, Object> claims = grantClaims();
    claims.put("scope", "device-swap:check");
    SignatureReport report = report(grant(Operator.KEY.jwt(claims)));

    assertThat(report.good()).isTrue();
    assertThat(report.finding()).isEqualTo("A scope is not known, or none is asked for.");
    assertThat(differing(report)).isEmpty();
  }

  @Test
  void a_good_assertion_has_all_parts_and_none_that_differs() {
    long seed = 20261127;
    Random random = new Random(seed);
    Map<String, TestKey> keys = Map.of("signer", Operator.KEY, "rsa-client", RSA, "other", OTHER);
    for (int round = 0; round < 100; round++) {
      String client = List.of("signer", "rsa-client", "other").get(random.nextInt(3));
      Map<String, Object> claims = claims(client);
      long issued = SECONDS - random.nextInt(100);
      claims.put("iat", issued);
      claims.put("exp", SECONDS + 1 + random.nextInt(200));
      claims.put("jti", "id " + random.nextLong());
      if (random.nextBoolean()) {
        claims.put("aud", List.of("x", ENDPOINT.replace("http:", "https:")));
      }
      boolean grant = random.nextBoolean();
      if (grant) {
        claims.put("sub", "tel:+990123400000");
        claims.put("scope", "dpv:A " + SCOPE);
      } else if (random.nextBoolean()) {
        claims.remove("iat");
      }
      String jwt = Optional.ofNullable(keys.get(client)).orElseThrow().jwt(claims);
      VendorReply reply = grant ? grant(jwt) : proof(jwt);
      SignatureReport report = report(reply);
      assertThat(reply.status()).as("seed %d, round %d", seed, round).isEqualTo(200);
      assertThat(report.good()).as("seed %d, round %d", seed, round).isTrue();
      assertThat(report.finding()).isEmpty();
      assertThat(report.parts())
          .hasSizeGreaterThan(9)
          .noneMatch(Part::differs)
          .noneMatch(each -> each.source() == Source.UNKNOWN);
    }
  }

  @Test
  void whatever_is_sent_is_answered_and_explained() {
    long seed = 20261128;
    Random random = new Random(seed);
    String jwt = Operator.KEY.jwt(grantClaims());
    BiConsumer<VendorReply, Integer> explained =
        (reply, round) -> {
          assertThat(reply.status()).as("seed %d, round %d", seed, round).isBetween(400, 401);
          assertThat(report(reply).finding()).isNotEmpty();
        };
    for (int round = 0; round < 300; round++) {
      char[] spoilt = jwt.toCharArray();
      for (int i = random.nextInt(4); i >= 0; i--) {
        spoilt[random.nextInt(spoilt.length)] = "aZ0-_.=+/ é".charAt(random.nextInt(11));
      }
      explained.accept(proof(new String(spoilt)), round);
    }
  }
}
