package io.telproof.examples.shop;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.telproof.TenureCheck;
import io.telproof.client.Telproof;
import jakarta.inject.Singleton;

/** Makes the client and its checks beans of Micronaut. */
@Factory
final class TelproofFactory {
  /** Opened at the start, so that a mistake in the configuration ends the start. */
  @Context
  @Bean(preDestroy = "close")
  Telproof telproof() {
    return Telproof.open(Telproof.loadConfig());
  }

  @Singleton
  TenureCheck tenure(Telproof telproof) {
    return telproof.tenure();
  }
}
