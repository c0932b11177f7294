package io.telproof.examples.shop;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.telproof.client.AuditListener;
import io.telproof.client.ClientListener;
import io.telproof.micrometer.TelproofMeters;

/** The shop's own classes, and what it adds to Telproof. */
final class ShopModule extends AbstractModule {
  @Override
  protected void configure() {
    // Bound, so that a check without a route is missed when the injector is created.
    bind(Shop.class);
    MeterRegistry meters = new SimpleMeterRegistry();
    bind(MeterRegistry.class).toInstance(meters);
    Multibinder.newSetBinder(binder(), AuditListener.class).addBinding().to(AuditLog.class);
    Multibinder.newSetBinder(binder(), ClientListener.class)
        .addBinding()
        .toInstance(new TelproofMeters(meters));
  }
}
