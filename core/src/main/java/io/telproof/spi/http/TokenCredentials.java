package io.telproof.spi.http;

import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.http.internal.token.HeldToken;
import io.telproof.spi.http.internal.token.SharedToken;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Deadline;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of one question, with its access token. Others are there once the vendor refused
 * the token. To get one is never billed, and says nothing of the question: whatever goes wrong, the
 * question was not sent, and is free. For one question; prints nothing.
 */
final class TokenCredentials implements CredentialsSource {
  private final TokenExchange exchange;
  private final OutgoingRequest request;
  private final Tokens tokens;
  private final CredentialsSource source;
  private final Deadline deadline;
  private @Nullable Credentials keys;
  private @Nullable SharedToken shared;
  private @Nullable HeldToken held;
  private boolean refused;

  TokenCredentials(
      TokenExchange exchange,
      OutgoingRequest request,
      Tokens tokens,
      CredentialsSource source,
      Deadline deadline) {
    this.exchange = exchange;
    this.request = request;
    this.tokens = tokens;
    this.source = source;
    this.deadline = deadline;
  }

  /**
   * The account's keys, with a token that serves at this moment. It waits for one where there is
   * none.
   *
   * @throws VerificationException free, if there is no token: UNAUTHORIZED or ACCOUNT where the
   *     vendor refuses one, THROTTLED or QUOTA where it gives none now, and UNAVAILABLE otherwise
   */
  @Override
  public Credentials current() {
    HeldToken now = held;
    Credentials with = keys;
    if (now == null || with == null || !now.serves()) {
      return fresh();
    }
    return with(with, now);
  }

  private Credentials fresh() {
    boolean others = false;
    while (true) {
      Credentials with = source.current();
      SharedToken from = tokens.token(request.grant(), with);
      try {
        HeldToken token = from.get(deadline);
        keys = with;
        shared = from;
        held = token;
        return with(with, token);
      } catch (ExecutionException e) {
        Failure why = why(e.getCause());
        boolean disbelieved = why.kind() == FailureKind.UNAUTHORIZED;
        if (disbelieved && !others && source.renewed(with, deadline)) {
          others = true;
          continue;
        }
        if (disbelieved && others) {
          source.refused(with);
        }
        throw new VerificationException(why);
      } catch (TimeoutException e) {
        throw unavailable("none came within the time given");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unavailable("interrupted while waiting for it");
      }
    }
  }

  private static Credentials with(Credentials keys, HeldToken token) {
    return new Credentials(keys.id(), keys.secret(), Optional.of(token.value()));
  }

  private Failure why(@Nullable Throwable cause) {
    if (cause instanceof VerificationException refused) {
      return unsent(refused.failure());
    }
    // What was thrown may quote a token: its class is all that is told.
    String seen = cause == null ? "no cause" : cause.getClass().getSimpleName();
    return failure(FailureKind.UNAVAILABLE, "it could not be asked for (" + seen + ")");
  }

  private Failure unsent(Failure seen) {
    Failure unsent = failure(kind(seen.kind()), seen.reason());
    if (seen.vendorCode().isPresent()) {
      unsent = unsent.withVendorCode(seen.vendorCode().get());
    }
    if (seen.requestId().isPresent()) {
      unsent = unsent.withRequestId(seen.requestId().get());
    }
    return seen.retryAfter().isPresent() ? unsent.withRetryAfter(seen.retryAfter().get()) : unsent;
  }

  private static FailureKind kind(FailureKind seen) {
    return switch (seen) {
      case UNAUTHORIZED, ACCOUNT, THROTTLED, QUOTA -> seen;
      case INVALID_REQUEST, UNAVAILABLE, INDETERMINATE, PROTOCOL -> FailureKind.UNAVAILABLE;
    };
  }

  private VerificationException unavailable(String what) {
    return new VerificationException(failure(FailureKind.UNAVAILABLE, what));
  }

  private Failure failure(FailureKind kind, String what) {
    return Failure.of(
        kind,
        exchange.provider(),
        request.operation(),
        "no access token: " + what + "; the question was not sent");
  }

  /** Takes down whether the vendor refused the token in the last reply to the question. */
  void look(Reply reply) {
    refused = exchange.refused(reply);
  }

  /** Forgets a token that was refused, so that another one is got. */
  @Override
  public boolean renewed(Credentials old, Deadline unused) {
    forget();
    return refused;
  }

  @Override
  public void refused(Credentials old) {
    forget();
  }

  private void forget() {
    SharedToken from = shared;
    HeldToken token = held;
    if (refused && from != null && token != null) {
      from.drop(token);
      held = null;
    }
  }

  /** Nothing of the credentials. */
  @Override
  public String toString() {
    return "TokenCredentials[***]";
  }
}
