package io.telproof.acme;

import io.telproof.Answer;
import io.telproof.spi.Capability;
import io.telproof.spi.CodeTable;
import io.telproof.spi.JsonObject;
import io.telproof.spi.Limit;
import io.telproof.spi.Offer;
import io.telproof.spi.Reply;

/** One operation of Acme: its name, its limit, its own table. */
interface Operation<V> {
  String name();

  Limit limit();

  CodeTable<V> codes();

  /** Reads the data of a reply whose code is {@code ok}. */
  Answer<V> read(JsonObject data, Reply ok);

  default Offer offer(Capability capability) {
    return new Offer(capability, name(), limit(), "code " + codes().billed());
  }
}
