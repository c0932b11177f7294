package io.telproof.testkit.internal;

import io.telproof.Sensitive;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.spi.http.AccessToken;
import io.telproof.testkit.TokenEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of tokens at the author's vendor. They are noted, meet faults of their own, and are
 * neither counted nor scripted as questions. Thread-safe.
 */
public final class ScriptedTokens {
  private static final String REVOKED = "kit-revoked-token";

  /** What becomes of the reply to an exchange. */
  @FunctionalInterface
  public interface Script {
    VendorReply reply(VendorReply vendors) throws InterruptedException;
  }

  /**
   * One exchange.
   *
   * @param reply what the author's vendor made of it
   * @param token that was given, as far as the vendor knows
   */
  public record Exchange(
      VendorRequest request, VendorReply reply, Instant at, Optional<AccessToken> token) {
    /** What the token is granted, where the author's vendor says so. */
    public String scope() {
      return reply.heard().fields().getOrDefault("scope", "");
    }

    /** Whom the token is about; empty where it is the account's own. */
    public String person() {
      return reply.heard().contact();
    }

    private boolean isIn(String text) {
      return token.filter(given -> text.contains(given.value().reveal())).isPresent();
    }
  }

  private final Optional<TokenEndpoint> endpoint;
  private final Vendor author;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final AtomicReference<@Nullable Script> script = new AtomicReference<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile boolean toAnybody;

  ScriptedTokens(Optional<TokenEndpoint> endpoint, Vendor author) {
    this.endpoint = endpoint;
    this.author = author;
  }

  /** Whether this is no question. */
  boolean isExchange(VendorRequest request) {
    return endpoint.filter(each -> each.isExchange(request)).isPresent();
  }

  VendorReply answer(VendorRequest request, Instant now) {
    TokenEndpoint at = endpoint.orElseThrow();
    VendorReply reply = given(at, ScriptedVendor.judged(author, request, now));
    synchronized (this) {
      exchanges.add(new Exchange(request, reply, now, at.token(reply)));
    }
    Script chosen = script.get();
    try {
      return chosen == null ? reply : chosen.reply(reply);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return reply;
    }
  }

  private VendorReply given(TokenEndpoint at, VendorReply judged) {
    if (!toAnybody || at.token(judged).isPresent()) {
      return judged;
    }
    Sensitive token = Sensitive.of("kit-token-" + UUID.randomUUID());
    return at.reply(new AccessToken(token, Duration.ofHours(1)), judged.heard());
  }

  /** Gives tokens to whoever asks, with whatever keys. */
  public void toAnybody() {
    toAnybody = true;
  }

  /** Every exchange from now on comes to this. */
  public void answers(Script other) {
    script.set(other);
  }

  /** Every exchange from now on meets this. */
  public void meet(Fault fault) {
    answers(reply -> reply.meeting(Optional.of(fault)));
  }

  /** The author's vendor speaks for itself, and the tokens that it gave are good. */
  public void speaksForItself() {
    script.set(null);
    refusals.set(0);
  }

  /** The tokens of the next questions are revoked when they arrive. */
  public void revoked(int questions) {
    refusals.set(questions);
  }

  /** The question as the author's vendor is to see it: one whose token is revoked has another. */
  VendorRequest shown(VendorRequest question) {
    Optional<Exchange> of = of(question);
    if (of.isEmpty() || refusals.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
      return question;
    }
    String token = of.get().token().orElseThrow().value().reveal();
    return RequestText.replaced(question, token, REVOKED);
  }

  /** The exchange that the token in this question comes from. */
  public synchronized Optional<Exchange> of(VendorRequest question) {
    String text = RequestText.of(question);
    return exchanges.stream().filter(each -> each.isIn(text)).findFirst();
  }

  public synchronized List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** The tokens that were given, in clear. */
  public synchronized List<String> given() {
    return exchanges.stream()
        .flatMap(each -> each.token().stream())
        .map(token -> token.value().reveal())
        .toList();
  }
}
