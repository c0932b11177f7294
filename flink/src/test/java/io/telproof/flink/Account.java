package io.telproof.flink;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An account at the vendor of the sandbox, whose limits are on a Redis and whose ledger is in a
 * PostgreSQL. All tests share it, one after the other, each with keys of its own.
 */
final class Account {
  /** What is asked, in the words of the vendor's bill. */
  static final String OPERATION = "MobileNetworkTimeVerification";

  static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  static final String SCHEMA = "flink";

  /** Begun when the first test asks for it: it takes seconds. */
  private static final class Shared {
    private static final Account ACCOUNT = new Account();
  }

  private final RedisServer redis = RedisServer.start();
  private final PostgresServer postgres = PostgresServer.start();
  private final Sandbox sandbox =
      Sandbox.start(new TencentVendor(TencentSettings.published().limits(1_000_000, 1_000_000)));
  private final AtomicLong billedBefore = new AtomicLong();

  /** A new Redis gives no permit for three seconds; they have gone by when a job begins. */
  private Account() {
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
    try (Telproof telproof = Telproof.open(config().load())) {
      Answer<Tenure> unused =
          telproof
              .tenure()
              .check(
                  TenureQuery.of(PhoneNumber.of("+8613800138000")),
                  CallContext.within(Duration.ofMinutes(1)));
    }
  }

  /** The one of all tests, with nothing on its bill. */
  static Account shared() {
    Account account = Shared.ACCOUNT;
    account.billedBefore.addAndGet(account.billed());
    return account;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  PostgresServer postgres() {
    return postgres;
  }

  /** What was carried out since the test began. */
  long billed() {
    return sandbox.bill().charged(OPERATION) - billedBefore.get();
  }

  TelproofConfig config() {
    return TelproofConfig.text(
        """
        telproof {
          providers.main {
            type = tencent, secret-id = "%s", secret-key = "%s", endpoint = "%s"
            limits { tenure = 250/s }
          }
          routes.tenure = main
          limits { kept = redis, url = "%s", hash-key = a-key-of-16-letters }
          ledger {
            kept = jdbc, url = "%s", user = postgres, password = unused, schema = %s
            connect-timeout = 60s, command-timeout = 60s, lease = 60s
            hash-key = a-key-of-16-letters
            answers { keep = 1h, key = "%s" }
          }
        }
        """
            .formatted(
                TencentVendor.CREDENTIALS.secretId(),
                TencentVendor.CREDENTIALS.secretKey(),
                sandbox.endpoint(),
                redis.url(),
                postgres.url(),
                SCHEMA,
                SECRET));
  }
}
