package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.Kind;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.spi.CredentialsSource;
import io.telproof.spi.Time;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider's check whose vendor knows some keys: it answers with the name of those it saw. */
final class KeyedVendor implements Check<String, String> {
  /** The keys that the vendor knows. */
  final Set<String> known = ConcurrentHashMap.newKeySet();

  /** The keys that questions were signed with. */
  final List<String> seen = new CopyOnWriteArrayList<>();

  final List<CallContext> contexts = new CopyOnWriteArrayList<>();

  /** What happens while a question waits for its turn. */
  Runnable waiting = () -> {};

  /** What happens while a question is on its way. */
  Runnable travelling = () -> {};

  private final CredentialsSource keys;
  private final Time time;

  KeyedVendor(CredentialsSource keys, Time time, String... known) {
    this.keys = keys;
    this.time = time;
    this.known.addAll(Set.of(known));
  }

  @Override
  public Answer<String> check(String query, CallContext context) {
    contexts.add(context);
    waiting.run();
    String name = Keys.name(keys.current());
    seen.add(name);
    travelling.run();
    if (!known.contains(name)) {
      throw refusal();
    }
    return new Answer.Known<>(name, Receipt.unsent("main", "Op", time.now()));
  }

  static VerificationException refusal() {
    return new VerificationException(
        Failure.of(Kind.UNAUTHORIZED, "main", "Op", "the vendor does not know the key"));
  }

  /** The keys that the answer was got with; else the kind of the failure. */
  static String outcome(Check<String, String> check, CallContext context) {
    try {
      return ((Answer.Known<String>) check.check("?", context)).value();
    } catch (VerificationException e) {
      return e.kind().name();
    }
  }
}
