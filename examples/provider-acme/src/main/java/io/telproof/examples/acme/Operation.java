package io.telproof.examples.acme;

import io.telproof.Answer;
import io.telproof.spi.CheckType;
import io.telproof.spi.Coverage;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;

/** One operation of Acme: its name, its limit, its own table. */
interface Operation<V> {
  String name();

  CheckType check();

  RateLimits limits();

  CodeTable<V> codes();

  /** Reads the data of a reply whose code is {@code ok}. */
  Answer<V> read(JsonObject data, Reply ok);

  /** What it can be asked about. */
  default Coverage coverage() {
    return Coverage.anyCountry();
  }

  default Offer offer() {
    return new Offer(check(), name(), limits(), "code " + codes().billed())
        .withCoverage(coverage());
  }
}
