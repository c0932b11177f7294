package io.telproof.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telproof.Sensitive;
import io.telproof.sandbox.alibaba.AlibabaCredentials;
import io.telproof.sandbox.camara.CamaraCredentials;
import io.telproof.sandbox.meta.MetaCredentials;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.sandbox.tencent.TencentCredentials;
import io.telproof.sandbox.twilio.TwilioCredentials;
import io.telproof.sandbox.twilio.TwilioVendor;
import io.telproof.spi.http.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys of accounts, which must show nowhere, and accounts as a configuration has them. */
final class Accounts {
  static final TencentCredentials TENCENT =
      new TencentCredentials("AKIDw8rLq3ZtYv", "9fKx27dVtQmB41", Optional.of("tk-Hq82LmWz0p"));
  static final AlibabaCredentials ALIBABA =
      new AlibabaCredentials("LTAIu5nDg7RsXc", "Ye63pHcJw08sTn", Optional.of("tk-Vb51RxKd9a"));

  static final CamaraCredentials OPERATOR =
      CamaraCredentials.of("shop-Qd81LxVb4w", "Mz84tQeW17nLps");

  static final TwilioCredentials TWILIO = TwilioCredentials.of("SKw7Hq40ZbLx9e", "Gd31vNyTc85qRk");

  /** What Twilio answers its own test numbers to, and refuses whatever else. */
  static final TwilioCredentials TWILIO_TEST = TwilioVendor.TEST_CREDENTIALS;

  static final MetaCredentials META = new MetaCredentials("shop", "EAAGxQ52mWkdY7Lp");

  private static final KeyPair PAIR = pair();

  /** What the operator's client proves itself with where it has no secret, as PEM, and its half. */
  static final String PRIVATE_KEY = pem("PRIVATE KEY", PAIR.getPrivate());

  static final String PUBLIC_KEY = pem("PUBLIC KEY", PAIR.getPublic());

  /** Keys that no vendor knows. */
  static final TencentCredentials STRANGER =
      new TencentCredentials("AKIDm4hQb9CeUo", "Rz50kTgNa76yLw", Optional.of("tk-Jw37PcSf6q"));

  /** With a letter that no header takes, in the one whose value OkHttp would quote. */
  static final TencentCredentials UNSIGNABLE =
      new TencentCredentials("AKIDe2vWj6FyHr", "Uc19sMhXo83eZq", Optional.of("tk-é47GdPzRb"));

  /** The key of the hash in audit records. */
  static final String HASH_KEY = "hk-Td94GnXe2u7Ms0";

  /** The key of the hash that stands for numbers which vendors refuse. */
  static final String LIMITS_KEY = "lk-Wn46TbCq9y1Zf5";

  /** The key of the hash that stands for numbers and for the keys of calls in a ledger. */
  static final String LEDGER_KEY = "gk-Rs62MvTe0b3Lp8";

  /** What recorded answers are sealed with. */
  static final String ANSWERS_KEY = "cTdWcDN4THM5WmIyTmc1S2o4UmYxRGg2TXczVHk0UWM=";

  /** Of the Redis that keeps limits. */
  static final String REDIS_PASSWORD = "rp-Yk37VdHs5c8Qm2";

  private Accounts() {}

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String what, Key key) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(what, Base64.getEncoder().encodeToString(key.getEncoded()));
  }

  static List<Canary> canaries() {
    return List.of(
        Canary.text("Tencent's secret id", TENCENT.secretId()),
        Canary.text("Tencent's secret key", TENCENT.secretKey()),
        Canary.text("Tencent's token", TENCENT.token().orElseThrow()),
        Canary.text("Alibaba's key id", ALIBABA.accessKeyId()),
        Canary.text("Alibaba's key secret", ALIBABA.accessKeySecret()),
        Canary.text("Alibaba's token", ALIBABA.securityToken().orElseThrow()),
        Canary.text("the operator's client id", OPERATOR.clientId()),
        Canary.text("the operator's client secret", OPERATOR.clientSecret()),
        Canary.text("the operator's private key", secretPart()),
        Canary.text("Twilio's key id", TWILIO.sid()),
        Canary.text("Twilio's key secret", TWILIO.secret()),
        Canary.text("Twilio's test id", TWILIO_TEST.sid()),
        Canary.text("Twilio's test token", TWILIO_TEST.secret()),
        Canary.text("Meta's access token", META.token()),
        Canary.text("Meta's app secret", MetaVendor.APP_SECRET),
        Canary.text("Meta's proof", proof(META.token(), MetaVendor.APP_SECRET)),
        Canary.text("another app's proof", proof(META.token(), STRANGER.secretKey())),
        Canary.text("the stranger's proof", proof(STRANGER.secretKey(), MetaVendor.APP_SECRET)),
        Canary.text("the stranger's key id", STRANGER.secretId()),
        Canary.text("the stranger's key", STRANGER.secretKey()),
        Canary.text("the stranger's token", STRANGER.token().orElseThrow()),
        Canary.text("the unsignable id", UNSIGNABLE.secretId()),
        Canary.text("the unsignable key", UNSIGNABLE.secretKey()),
        Canary.text("the unsignable token", UNSIGNABLE.token().orElseThrow()),
        Canary.text("the key of audit records", HASH_KEY),
        Canary.text("the key of refused numbers", LIMITS_KEY),
        Canary.text("the key of the ledger", LEDGER_KEY),
        Canary.text("the key of recorded answers", ANSWERS_KEY),
        Canary.text("the password of Redis", REDIS_PASSWORD));
  }

  /** What a request to Meta has beside the token. */
  private static String proof(String token, String appSecret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(appSecret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(token.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Behind what every key of its kind begins with. */
  private static String secretPart() {
    String base64 = PRIVATE_KEY.lines().skip(1).findFirst().orElseThrow();
    return base64.substring(48, 88);
  }

  /** The block of a provider of this type. */
  static String tencent(String type, URI endpoint, TencentCredentials keys, String more) {
    return """
    {
      type = %s, endpoint = "%s"
      secret-id = "%s", secret-key = "%s" %s
      %s
    }
    """
        .formatted(
            type,
            endpoint,
            keys.secretId(),
            keys.secretKey(),
            keys.token().map(token -> ", token = \"" + token + "\"").orElse(""),
            more);
  }

  /** The block of a provider of this type. */
  static String alibaba(String type, URI endpoint, AlibabaCredentials keys) {
    return """
    {
      type = %s, endpoint = "%s", sign-name = shop, template-code = SMS_1
      access-key-id = "%s", access-key-secret = "%s" %s
    }
    """
        .formatted(
            type,
            endpoint,
            keys.accessKeyId(),
            keys.accessKeySecret(),
            keys.securityToken().map(token -> ", security-token = \"" + token + "\"").orElse(""));
  }

  /**
   * The block of a provider of this type.
   *
   * @param tokens the host that gives access tokens
   */
  static String camara(String type, URI endpoint, URI tokens, CamaraCredentials client) {
    return """
    {
      type = %s, api-root = "%s", token-endpoint = "%s/oauth2/token"
      client-auth = client-secret-basic, client-id = "%s", client-secret = "%s"
      message = "{{code}} is your code", months-of-interest = 6
    }
    """
        .formatted(type, endpoint, tokens, client.clientId(), client.clientSecret());
  }

  /** The block of a provider of this type, whose tokens are given where its questions are asked. */
  static String camara(String type, URI endpoint, CamaraCredentials client) {
    return camara(type, endpoint, endpoint, client);
  }

  /** The block of a provider of this type, each of whose tokens is about one person. */
  static String camaraOfPersons(String type, URI endpoint) {
    return """
    {
      type = %s, api-root = "%s", token-endpoint = "%s/oauth2/token"
      client-id = "%s", grant = jwt-bearer, purpose = "dpv:FraudPreventionAndDetection"
      message = "{{code}} is your code", months-of-interest = 6, private-key = \"""%s\"""
    }
    """
        .formatted(type, endpoint, endpoint, OPERATOR.clientId(), PRIVATE_KEY);
  }

  /** The block of a provider of this type, which sends codes to numbers and to addresses. */
  static String twilio(String type, URI endpoint, TwilioCredentials keys) {
    return """
    {
      type = %s, endpoint = "%s", key-sid = "%s", key-secret = "%s"
      service-sid = %s, email = true
    }
    """
        .formatted(type, endpoint, keys.sid(), keys.secret(), TwilioVendor.SERVICE_SID);
  }

  /** The block of a provider of this type. */
  static String meta(String type, URI endpoint, MetaCredentials keys, String appSecret) {
    return """
    {
      type = %s, endpoint = "%s", business-id = "%s", access-token = "%s", app-secret = "%s"
    }
    """
        .formatted(type, endpoint, MetaVendor.BUSINESS_ID, keys.token(), appSecret);
  }

  static TwilioCredentials strangerAtTwilio() {
    return TwilioCredentials.of(STRANGER.secretId(), STRANGER.secretKey());
  }

  static MetaCredentials strangerAtMeta() {
    return new MetaCredentials("stranger", STRANGER.secretKey());
  }

  static CamaraCredentials strangerAtOperator() {
    return CamaraCredentials.of(STRANGER.secretId(), STRANGER.secretKey());
  }

  static AlibabaCredentials strangerAtAlibaba() {
    return new AlibabaCredentials(STRANGER.secretId(), STRANGER.secretKey(), STRANGER.token());
  }

  static Credentials ofAlibaba(AlibabaCredentials keys) {
    return new Credentials(
        Sensitive.of(keys.accessKeyId()),
        Sensitive.of(keys.accessKeySecret()),
        keys.securityToken().map(Sensitive::of));
  }

  /** Where nobody listens. */
  static URI nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }
}
