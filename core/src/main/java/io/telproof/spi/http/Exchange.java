package io.telproof.spi.http;

import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.http.SendOnce.RawReply;
import io.telproof.spi.http.internal.ReplyFraming;
import io.telproof.spi.http.internal.RequestIds;
import io.telproof.spi.http.internal.ResponseTime;
import io.telproof.spi.ratelimit.RateLimiter.Admission;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiter.Rejected;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Stopwatch;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** One question on its way to a vendor and back, inside one deadline. */
final class Exchange {
  private static final int LARGEST_REPLY = 1 << 20;
  private static final byte[] NO_BODY = {};
  private static final String SENT_BEFORE =
      "; the request had been sent, so it may have been carried out and billed, and is not repeated";

  private final String provider;
  private final OutgoingRequest outgoing;
  private final Time time;
  private final ResponseTime response;
  private final Deadline deadline;
  private final Duration longestWait;
  private final Instant at;
  private final Stopwatch stopwatch;
  private volatile boolean trial;

  Exchange(
      String provider,
      OutgoingRequest outgoing,
      Deadline deadline,
      Duration longestWait,
      ResponseTime response,
      Time time) {
    this.provider = provider;
    this.outgoing = outgoing;
    this.time = time;
    this.response = response;
    this.deadline = deadline;
    this.longestWait = longestWait;
    this.at = time.now();
    this.stopwatch = Stopwatch.start(time);
  }

  /**
   * Waits for the permit to send, for as long as a reply still has time to come afterwards.
   *
   * @throws VerificationException THROTTLED, free, where that is too long; UNAVAILABLE if the
   *     thread is interrupted
   */
  Permit permit() {
    Duration within = deadline.left();
    if (within.compareTo(response.usual()) < 0 && !response.isTrialDue()) {
      throw tooLittleTime();
    }
    Admission admission;
    try {
      admission = outgoing.limiter().acquire(patience(within));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(
          FailureKind.UNAVAILABLE, "interrupted while waiting for a permit; nothing was sent");
    }
    if (admission instanceof Rejected rejected) {
      throw new VerificationException(
          failure(FailureKind.THROTTLED, rejected.reason() + "; nothing was sent")
              .withRetryAfter(rejected.retryAfter())
              .withMaxRetries(0));
    }
    return (Permit) admission;
  }

  private Duration patience(Duration within) {
    Duration patience = within.minus(response.reserve(within));
    if (patience.isNegative()) {
      return Duration.ZERO;
    }
    return patience.compareTo(longestWait) < 0 ? patience : longestWait;
  }

  /**
   * Whether the reply can come in the time left, or is the one that finds out. Asked once more when
   * the connection is there: keys, the connection, and a machine that stands take time.
   */
  private boolean isTimely() {
    Duration left = deadline.left();
    if (left.isZero()) {
      return false;
    }
    trial = left.compareTo(response.usual()) < 0;
    return !trial || response.beginTrial();
  }

  private VerificationException tooLittleTime() {
    return new VerificationException(
        failure(FailureKind.THROTTLED, response.said() + "; nothing was sent; give it more time")
            .withMaxRetries(0));
  }

  /**
   * Sends a signed request with its permit, once.
   *
   * @param connection holds the connection of the reply from then on
   */
  Reply send(
      Request signed,
      Permit permit,
      Transport transport,
      RequestIds ids,
      HeldConnection connection) {
    SendOnce sending = new SendOnce(permit, this::isTimely, ids, time, LARGEST_REPLY);
    connection.hold(sending);
    try {
      RawReply received =
          received(sending, sending.call(signed, outgoing.body(), transport), transport);
      response.answered(sending.sinceBegun(), trial);
      return reply(received);
    } finally {
      if (sending.abandon()) {
        // Something broke in the wait: nothing goes out with a permit that is given back.
        sending.cancel();
      } else if (sending.begun()) {
        permit.sent();
      }
    }
  }

  private RawReply received(SendOnce sending, Call call, Transport transport) {
    try {
      if (transport.servesCallers() && !deadline.left().isZero()) {
        Optional<RawReply> kept = sending.onKept(call, deadline);
        if (kept.isPresent()) {
          return kept.get();
        }
      }
    } catch (ExecutionException e) {
      throw broken(sending, e.getCause(), transport);
    }
    sending.handOver(call.isExecuted() ? call.clone() : call);
    return awaited(sending, transport);
  }

  private RawReply awaited(SendOnce sending, Transport transport) {
    Deadline connected = Deadline.in(transport.connectTimeout(), time);
    boolean interrupted = false;
    try {
      while (true) {
        Duration left = deadline.left();
        Duration connecting = connected.left();
        boolean last = sending.begun() || connecting.compareTo(left) >= 0;
        Duration wait = last ? left : connecting;
        try {
          return sending.received().get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
          if (sending.abandon()) {
            sending.cancel();
            throw interrupted();
          }
        } catch (TimeoutException e) {
          if (sending.abandon()) {
            sending.cancel();
            throw failed(
                FailureKind.UNAVAILABLE,
                "no connection within "
                    + (last ? "the time given" : "the connect time-out")
                    + failure(transport).late(sending.progress().step()));
          }
          if (last) {
            sending.cancel();
            if (sending.received().isDone() && !sending.received().isCompletedExceptionally()) {
              // It came at the last moment, and was paid for.
              continue;
            }
            throw late(sending.sinceBegun());
          }
          // The request is on its way: from here on the time given is the only bound.
        } catch (ExecutionException e) {
          throw broken(sending, e.getCause(), transport);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private VerificationException late(Duration given) {
    boolean enough = response.isLongEnough(given);
    response.lost(given);
    return new VerificationException(
        enough
            ? lost("no whole reply came within the time given")
            : lost("no whole reply came within the time given, and no reply is known that came in"
                    + " so little; give it more time")
                .withShortOfTime(true));
  }

  private VerificationException interrupted() {
    return failed(FailureKind.UNAVAILABLE, "interrupted before anything was sent");
  }

  private VerificationException broken(
      SendOnce sending, @Nullable Throwable cause, Transport transport) {
    if (sending.interrupted()) {
      return interrupted();
    }
    if (sending.late()) {
      return tooLittleTime();
    }
    if (sending.lapsed()) {
      return failed(
          FailureKind.THROTTLED,
          "the permit had ended before the connection was there, as where this process stood still;"
              + " nothing was sent; ask again");
    }
    if (sending.outOfTime()) {
      return late(sending.sinceBegun());
    }
    if (sending.begun()) {
      if (cause instanceof ReplyFraming.FramingException ours) {
        return new VerificationException(lost(String.valueOf(ours.getMessage())));
      }
      // What was thrown may quote what the vendor or a proxy sent: its class is all that is told.
      String seen = cause == null ? "no cause" : cause.getClass().getSimpleName();
      return new VerificationException(
          lost("the connection ended before one whole reply was there (" + seen + ")"));
    }
    return transport.closed()
        ? closed(provider, outgoing.operation())
        : failed(
            FailureKind.UNAVAILABLE,
            "no connection to the vendor: "
                + failure(transport).reason(cause, sending.progress().step()));
  }

  private ConnectionFailure failure(Transport transport) {
    HttpUrl url = outgoing.request().url();
    return new ConnectionFailure(url, transport.proxy(url));
  }

  /** The failure of a question to a provider that was closed. */
  static VerificationException closed(String provider, String operation) {
    return new VerificationException(
        Failure.of(
                FailureKind.UNAVAILABLE,
                provider,
                operation,
                "the provider was closed; nothing was sent; ask before closing it")
            .withMaxRetries(0));
  }

  private Failure lost(String what) {
    return failure(FailureKind.INDETERMINATE, outgoing.isQuestion() ? what + SENT_BEFORE : what);
  }

  private Reply reply(RawReply received) {
    byte[] body = received.body().orElse(NO_BODY);
    Reply reply =
        Reply.of(
                provider,
                outgoing.operation(),
                received.status(),
                received.headers(),
                body,
                at,
                stopwatch.elapsed())
            .from(received.origin());
    if (received.body().isEmpty()) {
      throw reply.incoherent("is larger than " + LARGEST_REPLY + " bytes");
    }
    return reply;
  }

  private VerificationException failed(FailureKind kind, String reason) {
    return new VerificationException(failure(kind, reason));
  }

  private Failure failure(FailureKind kind, String reason) {
    return Failure.of(kind, provider, outgoing.operation(), reason);
  }
}
