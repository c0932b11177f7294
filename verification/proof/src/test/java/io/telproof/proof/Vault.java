package io.telproof.proof;

import io.telproof.client.CredentialsProvider;
import io.telproof.client.ExpiringCredentials;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A secrets manager: it has a stranger's keys, then good ones, and when they end it breaks. */
final class Vault implements CredentialsProvider {
  static final Duration LEASE = Duration.ofHours(1);

  private final AtomicInteger asked = new AtomicInteger();
  private final Time time;

  Vault(Time time) {
    this.time = time;
  }

  @Override
  public Optional<ExpiringCredentials> credentials(String provider) {
    if (!provider.equals("alibaba")) {
      return Optional.empty();
    }
    return switch (asked.incrementAndGet()) {
      case 1 ->
          Optional.of(ExpiringCredentials.of(Accounts.ofAlibaba(Accounts.strangerAtAlibaba())));
      case 2 ->
          Optional.of(
              new ExpiringCredentials(
                  Accounts.ofAlibaba(Accounts.ALIBABA), Optional.of(time.now().plus(LEASE))));
      default ->
          throw new IllegalStateException("no lease of " + Accounts.ALIBABA.accessKeySecret());
    };
  }
}
