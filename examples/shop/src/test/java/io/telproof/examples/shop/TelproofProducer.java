package io.telproof.examples.shop;

import io.telproof.TenureCheck;
import io.telproof.client.Telproof;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the client and its checks beans of CDI. */
@Singleton
final class TelproofProducer {
  /** A singleton: the class is final, so a scope that needs a proxy is not possible. */
  @Produces
  @Singleton
  Telproof telproof() {
    return Telproof.open(Telproof.loadConfig());
  }

  void close(@Disposes Telproof telproof) {
    telproof.close();
  }

  @Produces
  @Singleton
  TenureCheck tenure(Telproof telproof) {
    return telproof.tenure();
  }

  /** Opens the client at the start, so that a mistake in the configuration ends the start. */
  void open(@Observes Startup event, Telproof telproof) {}
}
