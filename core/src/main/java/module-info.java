/**
 * The vocabulary, and what the author of a provider needs.
 *
 * <p>The other modules of Telproof are automatic: Java finds for them every automatic module, and
 * no other. The libraries that are modules of the other kind are required here for all, or an
 * application would have to require each of them itself.
 */
module io.telproof.core {
  requires com.fasterxml.jackson.core;
  requires transitive okhttp3;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.telproof;
  exports io.telproof.spi;
  exports io.telproof.spi.http;
  exports io.telproof.spi.http.oauth;
  exports io.telproof.spi.ledger;
  exports io.telproof.spi.ratelimit;
  exports io.telproof.spi.reply;
  exports io.telproof.spi.time;
}
