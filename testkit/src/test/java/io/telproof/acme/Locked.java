package io.telproof.acme;

import io.telproof.CallContext;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.Reply;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one question at a time to the vendor. */
final class Locked extends AcmeApi {
  private final ReentrantLock lock = new ReentrantLock();

  Locked(String provider, AcmeSettings settings, ProviderEnvironment environment) {
    super(provider, settings, environment);
  }

  @Override
  Reply send(Call call, CallContext context) {
    lock.lock();
    try {
      return super.send(call, context);
    } finally {
      lock.unlock();
    }
  }
}
