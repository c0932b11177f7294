package io.telproof.limits.trial;

import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;

/** The vendor that all processes ask. */
interface Vendor extends AutoCloseable {
  URI endpoint();

  /** Returns once every arrival is told. */
  void finish() throws InterruptedException;

  @Override
  void close() throws IOException;

  /** Makes vendors. */
  interface Maker {
    /**
     * Starts one.
     *
     * @param arrivals gets each arrival
     */
    Vendor make(Consumer<Arrival> arrivals) throws Exception;
  }
}
