package io.telproof.ledger.trial;

import io.telproof.sandbox.tencent.TencentVendor;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;

/**
 * One run.
 *
 * @param name stands in the table
 * @param keepers makes the keeper
 * @param kills how often a process that asks is killed
 * @param serverKills how often the keeper's server is
 * @param seed which faults and which moments there are
 */
record Plan(String name, Maker keepers, Schedule schedule, int kills, int serverKills, long seed) {
  private static final String ANSWERS_KEY = Base64.getEncoder().encodeToString(new byte[32]);

  /** Makes a keeper. */
  interface Maker {
    Keeper open() throws IOException;
  }

  /** What each process is configured with. */
  static String config(URI vendor, Keeper keeper) {
    return """
        telproof {
          providers.main {
            type = tencent, secret-id = %s, secret-key = %s, endpoint = "%s"
            limits { phone-status = 10000/s }
          }
          routes { phone-status = main }
          breaker.enabled = false
          ledger { %s, hash-key = "%s", answers { keep = 1h, key = "%s" } }
        }
        """
        .formatted(
            TencentVendor.CREDENTIALS.secretId(),
            TencentVendor.CREDENTIALS.secretKey(),
            vendor,
            keeper.block(),
            Keeper.HASH_KEY,
            ANSWERS_KEY);
  }
}
