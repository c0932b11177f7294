package io.telproof.examples.acme;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.reply.Reply;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Lets one question at a time to the vendor. */
final class SerialMutant extends AcmeApi {
  private final ReentrantLock lock = new ReentrantLock();

  SerialMutant(String provider, AcmeSettings settings, ProviderEnvironment environment) {
    super(provider, settings, environment);
  }

  @Override
  <V> Answer<V> send(Call call, CallContext context, Function<Reply, Answer<V>> decode) {
    lock.lock();
    try {
      return super.send(call, context, decode);
    } finally {
      lock.unlock();
    }
  }
}
