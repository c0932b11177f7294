package io.telproof.spi.http;

import io.telproof.spi.http.internal.CallerThread;
import io.telproof.spi.http.internal.ConnectionGuard;
import io.telproof.spi.http.internal.RequestIds;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.reply.ReplyOrigin;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way. Knows the one thing that decides between UNAVAILABLE and INDETERMINATE:
 * whether its first byte may have left.
 *
 * <p>{@link #onKept} sends on the thread that asks, where a kept connection is there. {@link
 * #handOver} hands the rest to a thread that may look up a name and connect, and the thread that
 * asks waits beside it. Either may be first — the caller's time runs out, or the connection is
 * ready — and whoever is first settles it for both. A kept connection that turns out to be of no
 * use is not a failure: nothing was sent on it, and another one is taken.
 */
final class SendOnce implements Callback {
  private enum State {
    CONNECTING,
    BEGUN,
    ABANDONED
  }

  /** What was received. The body is empty where it was larger than a reply may be. */
  record RawReply(int status, Headers headers, Optional<byte[]> body, ReplyOrigin origin) {}

  /** Whether there is still time for a reply. Asked once the connection is there. */
  @FunctionalInterface
  interface Timely {
    boolean now();
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.CONNECTING);
  private final CompletableFuture<RawReply> received = new CompletableFuture<>();
  private final ConnectionProgress progress = new ConnectionProgress();
  private final Permit permit;
  private final Timely timely;
  private final RequestIds ids;
  private final Time time;
  private final int largestReply;
  private volatile long begunAt;
  private volatile @Nullable Call call;
  private volatile @Nullable ConnectionGuard guard;
  private volatile @Nullable ReplyOrigin origin;
  private volatile boolean another;
  private volatile boolean late;
  private volatile boolean lapsed;
  private boolean interrupted;
  private boolean outOfTime;
  private @Nullable Response held;
  private @Nullable BufferedSource end;
  private boolean finished;
  private @Nullable CallerThread caller;

  SendOnce(Permit permit, Timely timely, RequestIds ids, Time time, int largestReply) {
    this.permit = permit;
    this.timely = timely;
    this.ids = ids;
    this.time = time;
    this.largestReply = largestReply;
  }

  /** The call of a request with this body, to be sent once. */
  Call call(Request signed, byte[] body, Transport transport) {
    return transport.call(
        signed
            .newBuilder()
            .tag(SendOnce.class, this)
            .method(signed.method(), signed.method().equals("GET") ? null : body(body))
            .build());
  }

  /**
   * Sends on this thread, on a kept connection. An interrupt ends it before the first byte alone;
   * one that comes later is kept for the end.
   *
   * @return empty where there is no such connection, or none that can be used by then: nothing was
   *     sent, and the call's clone can be handed over
   * @throws ExecutionException with what it ended in
   */
  Optional<RawReply> onKept(Call first, Deadline deadline) throws ExecutionException {
    CallerThread thread = new CallerThread(deadline.left().toNanos());
    caller = thread;
    progress.keptOnly(true);
    try {
      Call next = first;
      do {
        call = next;
        // The socket keeps the deadline, and without a watchdog.
        next.timeout().clearTimeout();
        another = false;
        try {
          return Optional.of(read(next.execute()));
        } catch (IOException e) {
          if (!another || state.get() != State.CONNECTING) {
            throw new ExecutionException(e);
          }
        }
        next = next.clone();
      } while (thread.left() > 0);
      return Optional.empty();
    } catch (NoKeptConnection e) {
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      throw new ExecutionException(e);
    } finally {
      caller = null;
      progress.keptOnly(false);
      outOfTime = thread.isLate();
      thread.giveBackInterrupt();
    }
  }

  /** Sends on another thread, which may look up a name and connect. */
  void handOver(Call next) {
    call = next;
    next.enqueue(this);
    if (state.get() == State.ABANDONED) {
      // Whoever gave up may have cancelled the call before this one.
      next.cancel();
    }
  }

  CompletableFuture<RawReply> received() {
    return received;
  }

  ConnectionProgress progress() {
    return progress;
  }

  /** What is told of the connection of a call: to its question, or to nobody. */
  static EventListener progress(Call call) {
    SendOnce sending = call.request().tag(SendOnce.class);
    return sending == null ? EventListener.NONE : sending.progress;
  }

  /** Gives up, if nothing was sent: afterwards nothing will be. Again, it says the same. */
  boolean abandon() {
    return state.compareAndSet(State.CONNECTING, State.ABANDONED) || state.get() == State.ABANDONED;
  }

  /** Whether it was given up because the connection left too little time. */
  boolean late() {
    return late;
  }

  /** Whether it was given up because its permit had ended when the connection was there. */
  boolean lapsed() {
    return lapsed;
  }

  /** Whether it was given up because its own thread was interrupted before anything was sent. */
  boolean interrupted() {
    return interrupted;
  }

  /** Whether its time ended while it waited on its own thread for the reply. */
  boolean outOfTime() {
    return outOfTime;
  }

  boolean begun() {
    return state.get() == State.BEGUN;
  }

  /** How long ago the first byte left. */
  Duration sinceBegun() {
    return Duration.ofNanos(time.nanos() - begunAt);
  }

  /** Closes the connection, whatever is on it. */
  void cancel() {
    ReplyOrigin from = origin;
    if (from != null) {
      // First, because the connection may be another question's by the time that it is closed.
      from.unexpected();
    }
    Call current = call;
    if (current != null) {
      current.cancel();
    }
  }

  /** Stands between the connection and the request's first byte. */
  static Response gate(Interceptor.Chain chain) throws IOException {
    SendOnce sending = chain.request().tag(SendOnce.class);
    Optional<ConnectionGuard> guard =
        Optional.ofNullable(chain.connection())
            .flatMap(connection -> ConnectionGuard.of(connection.socket()));
    if (sending == null || guard.isEmpty()) {
      throw new IOException("sent by somebody else: not sent");
    }
    return sending.pass(chain, guard.get());
  }

  private Response pass(Interceptor.Chain chain, ConnectionGuard guard) throws IOException {
    if (!permit.isValid() && abandon()) {
      // Before the connection is set for a reply: the next question can have it as it is.
      lapsed = true;
      throw new IOException("the permit has ended: not sent");
    }
    CallerThread own = caller;
    if (own != null) {
      unlessInterrupted();
    }
    boolean kept = guard.isKept();
    if (!guard.ready(ids)) {
      another = kept;
      throw new IOException("the peer has closed the connection, or spoke unasked: not sent");
    }
    if (!timely.now() && abandon()) {
      late = true;
      throw new IOException("no time for a reply: not sent");
    }
    if (own != null) {
      unlessInterrupted();
      guard.usedBy(own);
    }
    begunAt = time.nanos();
    if (!state.compareAndSet(State.CONNECTING, State.BEGUN)) {
      // It cannot be used again: it is set for a reply that will not come.
      guard.close();
      throw new IOException("given up, or sent before: not sent");
    }
    this.guard = guard;
    origin = guard.origin(ids);
    // Not as it is written into a buffer: a pause before the flush would let its slot come back
    // before its period is over at the vendor.
    guard.onceWritten(permit);
    try {
      return chain.proceed(chain.request());
    } catch (RuntimeException | Error e) {
      // OkHttp would end its thread with it. What was thrown may quote what the vendor sent.
      throw new IOException("not to be read: " + e.getClass().getName());
    } finally {
      if (own != null) {
        ended(own, guard);
      }
    }
  }

  private void unlessInterrupted() throws IOException {
    if (Thread.currentThread().isInterrupted() && abandon()) {
      interrupted = true;
      throw new IOException("interrupted: not sent");
    }
  }

  /** Once more on the thread that asks: nobody beside it settles anything. */
  private void ended(CallerThread own, ConnectionGuard guard) {
    if (!own.isSent()) {
      // OkHttp does not write with the interrupt flag set, and reads none with it either.
      guard.close();
      interrupted = own.isInterrupted();
      state.set(State.ABANDONED);
    }
  }

  /** The body, which can be written once and never again. */
  private RequestBody body(byte[] bytes) {
    return new RequestBody() {
      @Override
      public @Nullable MediaType contentType() {
        // The header is part of what was signed; OkHttp must not write its own.
        return null;
      }

      @Override
      public long contentLength() {
        return bytes.length;
      }

      @Override
      public boolean isOneShot() {
        return true;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
      }
    };
  }

  @Override
  public void onFailure(Call failed, IOException e) {
    if (another && state.get() == State.CONNECTING) {
      another = false;
      try {
        handOver(failed.clone());
        return;
      } catch (RuntimeException | Error again) {
        e.addSuppressed(again);
      }
    }
    received.completeExceptionally(e);
  }

  @Override
  public void onResponse(Call answered, Response response) {
    try {
      received.complete(read(response));
    } catch (Throwable e) {
      // Errors too: the caller would wait for the rest of its time.
      received.completeExceptionally(e);
    }
  }

  private RawReply read(Response response) throws IOException {
    hold(response);
    ReplyOrigin from = origin;
    ConnectionGuard connection = guard;
    if (from == null || connection == null) {
      throw new IOException("a reply without a request");
    }
    Optional<byte[]> body = bounded(response, connection);
    if (body.isEmpty()) {
      // To close it would read on for a while.
      cancel();
    }
    return new RawReply(response.code(), response.headers(), body, from);
  }

  /** To its end, but not so far that OkHttp sees it: the connection would be another question's. */
  private Optional<byte[]> bounded(Response response, ConnectionGuard connection)
      throws IOException {
    BufferedSource source = response.body().source();
    boolean asSent = !isUnpacked(response);
    Buffer body = new Buffer();
    while (body.size() <= largestReply) {
      Optional<byte[]> rest = asSent ? connection.rest(body.size()) : Optional.empty();
      if (rest.isPresent()) {
        body.write(rest.get());
        synchronized (this) {
          end = source;
        }
        return body.size() <= largestReply ? Optional.of(body.readByteArray()) : Optional.empty();
      }
      if (source.read(body, largestReply + 1L - body.size()) == -1) {
        return Optional.of(body.readByteArray());
      }
    }
    return Optional.empty();
  }

  /** Whether OkHttp gives other bytes than were sent. */
  private static boolean isUnpacked(Response response) {
    Response network = response.networkResponse();
    return network == null || network.header("Content-Encoding") != null;
  }

  private void hold(Response response) {
    synchronized (this) {
      if (!finished) {
        held = response;
        return;
      }
    }
    response.close();
  }

  /**
   * The reply was looked at, or nobody will: from now on its connection can be another question's.
   * Twice does nothing.
   */
  void finish() {
    Response response;
    BufferedSource rest;
    synchronized (this) {
      finished = true;
      response = held;
      held = null;
      rest = end;
    }
    if (response == null) {
      return;
    }
    // To close it reads to the end as well, but sets a watchdog on that. Here the end has arrived.
    try (response) {
      if (rest != null) {
        boolean unused = rest.exhausted();
      }
    } catch (IOException | RuntimeException e) {
      // The connection is closed, and was of use to this question.
      cancel();
    }
  }
}
