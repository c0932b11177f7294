package io.telproof.proof;

import io.telproof.Sensitive;
import io.telproof.sandbox.alibaba.AlibabaCredentials;
import io.telproof.sandbox.tencent.TencentCredentials;
import io.telproof.spi.http.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The keys of accounts, which must show nowhere, and accounts as a configuration has them. */
final class Accounts {
  static final TencentCredentials TENCENT =
      new TencentCredentials("AKIDw8rLq3ZtYv", "9fKx27dVtQmB41", Optional.of("tk-Hq82LmWz0p"));
  static final AlibabaCredentials ALIBABA =
      new AlibabaCredentials("LTAIu5nDg7RsXc", "Ye63pHcJw08sTn", Optional.of("tk-Vb51RxKd9a"));

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

  static List<Canary> canaries() {
    return List.of(
        Canary.text("Tencent's secret id", TENCENT.secretId()),
        Canary.text("Tencent's secret key", TENCENT.secretKey()),
        Canary.text("Tencent's token", TENCENT.token().orElseThrow()),
        Canary.text("Alibaba's key id", ALIBABA.accessKeyId()),
        Canary.text("Alibaba's key secret", ALIBABA.accessKeySecret()),
        Canary.text("Alibaba's token", ALIBABA.securityToken().orElseThrow()),
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
      access-key-id = "%s", access-key-secret = "%s", security-token = "%s"
    }
    """
        .formatted(
            type,
            endpoint,
            keys.accessKeyId(),
            keys.accessKeySecret(),
            keys.securityToken().orElseThrow());
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
