package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.client.internal.credentials.TestCredentials;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.RecoveryWithoutWire;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Headers;

/** A provider's check whose vendor knows some keys: it answers with the name of those it saw. */
final class CheckingVendor implements Check<String, String> {
  /** The keys that the vendor knows. */
  final Set<String> known = ConcurrentHashMap.newKeySet();

  /** The keys that questions were signed with. */
  final List<String> seen = new CopyOnWriteArrayList<>();

  final List<CallContext> contexts = new CopyOnWriteArrayList<>();

  /** What happens while a question waits for its permit. */
  Runnable waiting = () -> {};

  /** What happens while a question is on its way. */
  Runnable travelling = () -> {};

  /** How the provider asks for the credentials that it signs with. */
  Function<Supplier<Credentials>, Credentials> asking = Supplier::get;

  private final CredentialsSource keys;
  private final Time time;

  CheckingVendor(CredentialsSource keys, Time time, String... known) {
    this.keys = keys;
    this.time = time;
    this.known.addAll(Set.of(known));
  }

  @Override
  public Answer<String> check(String query, CallContext context) {
    Deadline deadline = Deadline.in(context.within(), time);
    return new RecoveryWithoutWire(keys, time)
        .ask(inUse -> send(inUse, context, deadline), this::decode, deadline);
  }

  private Reply send(Supplier<Credentials> inUse, CallContext context, Deadline deadline) {
    Duration left = deadline.left();
    contexts.add(left.equals(context.within()) ? context : context.withTimeLeft(left));
    waiting.run();
    String name = TestCredentials.name(asking.apply(inUse));
    seen.add(name);
    travelling.run();
    return reply(name);
  }

  private Answer<String> decode(Reply reply) {
    String name = new String(reply.body(), StandardCharsets.UTF_8);
    if (!known.contains(name)) {
      throw refusal();
    }
    return new Answer.Known<>(name, Receipt.unsent("main", "Op", time.now()));
  }

  private static Reply reply(String body) {
    return Reply.of(
        "main",
        "Op",
        200,
        Headers.of(),
        body.getBytes(StandardCharsets.UTF_8),
        Instant.EPOCH,
        Duration.ZERO);
  }

  /** A vendor whose every reply comes to what this check comes to. */
  static Check<String, String> recovering(
      CredentialsSource keys, Time time, Check<String, String> replies) {
    return (query, context) ->
        new RecoveryWithoutWire(keys, time)
            .ask(
                inUse -> reply(TestCredentials.name(inUse.get())),
                reply -> replies.check(query, context),
                Deadline.in(context.within(), time));
  }

  static VerificationException refusal() {
    return new VerificationException(
        Failure.of(FailureKind.UNAUTHORIZED, "main", "Op", "the vendor does not know the key"));
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
