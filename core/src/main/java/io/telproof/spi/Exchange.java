package io.telproof.spi;

import io.telproof.Failure;
import io.telproof.Kind;
import io.telproof.VerificationException;
import io.telproof.spi.Quota.Admission;
import io.telproof.spi.Quota.TooLong;
import io.telproof.spi.Quota.Turn;
import io.telproof.spi.Sending.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One question on its way to a vendor and back, inside one deadline. */
final class Exchange {
  private static final int LARGEST_REPLY = 1 << 20;

  private final String provider;
  private final Outgoing outgoing;
  private final Time time;
  private final Deadline deadline;
  private final Instant at;
  private final long started;

  Exchange(String provider, Outgoing outgoing, Duration within, Time time) {
    this.provider = provider;
    this.outgoing = outgoing;
    this.time = time;
    this.deadline = Deadline.in(within, time);
    this.at = time.now();
    this.started = time.nanos();
  }

  /** Waits for the turn to send. */
  Turn turn() {
    Admission admission;
    try {
      admission = outgoing.quota().take(deadline.left());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(Kind.UNAVAILABLE, "interrupted while waiting for a turn; nothing was sent");
    }
    if (admission instanceof TooLong tooLong) {
      throw new VerificationException(
          failure(
                  Kind.THROTTLED,
                  "the wait for a turn would outlast the time given; nothing was sent")
              .retryAfter(tooLong.retryAfter()));
    }
    return (Turn) admission;
  }

  /** Sends a signed request in its turn, once. */
  Reply send(Request signed, Turn turn, Transport transport) {
    Sending sending = new Sending(turn, LARGEST_REPLY);
    Call call =
        transport.call(
            signed
                .newBuilder()
                .tag(Sending.class, sending)
                .method(signed.method(), sending.body(outgoing.body()))
                .build());
    try {
      call.enqueue(sending);
      return reply(received(sending, call, transport.connectTimeout()));
    } finally {
      sending.end();
    }
  }

  private Received received(Sending sending, Call call, Duration connectTimeout) {
    Deadline connected = Deadline.in(connectTimeout, time);
    boolean interrupted = false;
    try {
      while (true) {
        Duration left = deadline.left();
        boolean last = sending.begun() || connected.left().compareTo(left) >= 0;
        Duration wait = last ? left : connected.left();
        try {
          return sending.received().get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
          if (sending.abandon()) {
            call.cancel();
            throw failed(Kind.UNAVAILABLE, "interrupted before anything was sent");
          }
        } catch (TimeoutException e) {
          if (sending.abandon()) {
            call.cancel();
            throw failed(
                Kind.UNAVAILABLE,
                "no connection within "
                    + (last ? "the time given" : "the connect time-out")
                    + "; nothing was sent");
          }
          if (last) {
            call.cancel();
            throw lost("no whole reply came within the time given");
          }
          // The request is on its way: from here on the time given is the only bound.
        } catch (ExecutionException e) {
          throw broken(sending, e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private VerificationException broken(Sending sending, @Nullable Throwable cause) {
    if (!sending.begun()) {
      // Nothing had been sent, so that nothing of it can be in the cause.
      return new VerificationException(
          failure(Kind.UNAVAILABLE, "no connection to the vendor; nothing was sent"), cause);
    }
    String seen = cause == null ? "no cause" : cause.getClass().getSimpleName();
    if (cause != null && "stream was reset: REFUSED_STREAM".equals(cause.getMessage())) {
      // RFC 9113, section 8.7: the server promises that it did nothing with the request.
      return failed(Kind.UNAVAILABLE, "the vendor refused the stream and carried out nothing");
    }
    // What was thrown may quote what the vendor sent: its class is all that can be told.
    return lost("the connection broke before the whole reply was there (" + seen + ")");
  }

  private VerificationException lost(String what) {
    return failed(
        Kind.INDETERMINATE,
        what
            + "; the request had been sent, so it may have been carried out and billed, and is not"
            + " repeated");
  }

  private Reply reply(Received received) {
    byte[] body = received.body().map(ByteString::toByteArray).orElseGet(() -> new byte[0]);
    Reply reply =
        Reply.of(
            provider,
            outgoing.operation(),
            received.status(),
            received.headers(),
            body,
            at,
            Duration.ofNanos(time.nanos() - started));
    if (received.body().isEmpty()) {
      throw reply.withoutCode("is larger than " + LARGEST_REPLY + " bytes");
    }
    return reply;
  }

  private VerificationException failed(Kind kind, String reason) {
    return new VerificationException(failure(kind, reason));
  }

  private Failure failure(Kind kind, String reason) {
    return Failure.of(kind, provider, outgoing.operation(), reason);
  }
}
