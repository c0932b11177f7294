package io.telproof.proof;

import com.typesafe.config.ConfigFactory;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Scenario;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.io.IOException;
import java.net.URI;

/** An application that shares its limits, while the Redis that keeps them is not there. */
final class NoRedis {
  private final Capture capture;
  private final Tally tally;
  private final HandTime time;

  NoRedis(Capture capture, Tally tally, HandTime time) {
    this.capture = capture;
    this.tally = tally;
    this.time = time;
  }

  void run(Vendors vendors) throws IOException {
    URI nobody = Accounts.nobody();
    String config =
        """
        telproof.providers.tencent %s
        telproof.limits {
          kept = redis, url = "redis://%s:%d", user = shop, password = "%s", hash-key = "%s"
        }
        """
            .formatted(
                Accounts.tencent("tencent", vendors.plain(), Accounts.TENCENT, ""),
                nobody.getHost(),
                nobody.getPort(),
                Accounts.REDIS_PASSWORD,
                Accounts.LIMITS_KEY);
    capture.note(Channel.CONFIGURATION, Telproof.examine(ConfigFactory.parseString(config)));
    try (Telproof telproof =
        capture.watch(Telproof.builder(ConfigFactory.parseString(config))).time(time).open()) {
      Person person = tally.person(Scenario.PLAIN_GOOD, 8);
      tally.ask(
          telproof,
          CheckType.PHONE_STATUS,
          telproof.phoneStatus(),
          person.number(),
          Tally.PATIENCE);
      Tally.until(() -> capture.heard("limitStore") > 0);
      tally.hold(telproof);
    }
  }
}
