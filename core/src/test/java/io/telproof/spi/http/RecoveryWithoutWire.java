package io.telproof.spi.http;

import io.telproof.Answer;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a gateway does with a refused request, for tests that have credentials and no wire. */
public final class RecoveryWithoutWire {
  private final CredentialsSource credentials;
  private final RefusalRecovery recovery;

  public RecoveryWithoutWire(CredentialsSource credentials, Time time) {
    this.credentials = credentials;
    this.recovery = new RefusalRecovery(reply -> false, new VendorProfile(time), time);
  }

  /** Asks a vendor that gives this reply to what is signed with the credentials of the moment. */
  public <V> Answer<V> ask(
      Function<Supplier<Credentials>, Reply> vendor,
      Function<Reply, Answer<V>> decode,
      Deadline deadline) {
    return recovery.ask(
        credentials, attempt -> vendor.apply(attempt::credentials), decode, deadline);
  }
}
