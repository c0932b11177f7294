package io.telproof.spi;

import io.telproof.spi.Quota.Turn;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way. Knows the one thing that decides between UNAVAILABLE and INDETERMINATE:
 * whether its first byte may have left.
 *
 * <p>The thread that asks waits beside the thread that sends. Either may be first — the caller's
 * time runs out, or the connection is ready — and whoever is first settles it for both.
 */
final class Sending implements Callback {
  private enum State {
    CONNECTING,
    BEGUN,
    ABANDONED
  }

  /** What was received. The body is empty where it was larger than a reply may be. */
  record Received(int status, Headers headers, Optional<ByteString> body) {}

  private final AtomicReference<State> state = new AtomicReference<>(State.CONNECTING);
  private final CompletableFuture<Received> received = new CompletableFuture<>();
  private final Turn turn;
  private final int largestReply;

  Sending(Turn turn, int largestReply) {
    this.turn = turn;
    this.largestReply = largestReply;
  }

  CompletableFuture<Received> received() {
    return received;
  }

  /** Gives up, if nothing was sent: afterwards nothing will be. */
  boolean abandon() {
    return state.compareAndSet(State.CONNECTING, State.ABANDONED);
  }

  boolean begun() {
    return state.get() == State.BEGUN;
  }

  /** The exchange is over: the turn was used from now on, or is given back. */
  void end() {
    if (begun()) {
      turn.sent();
    } else {
      turn.close();
    }
  }

  /** Stands between the connection and the request's first byte. */
  static Response gate(Interceptor.Chain chain) throws IOException {
    Sending sending = chain.request().tag(Sending.class);
    if (sending == null || !sending.state.compareAndSet(State.CONNECTING, State.BEGUN)) {
      throw new IOException("given up, or sent before: not sent");
    }
    return chain.proceed(chain.request());
  }

  /** The body, which can be written once and never again. */
  RequestBody body(byte[] bytes) {
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
        turn.sent();
      }
    };
  }

  @Override
  public void onFailure(Call call, IOException e) {
    received.completeExceptionally(e);
  }

  @Override
  public void onResponse(Call call, Response response) {
    try (response) {
      received.complete(
          new Received(response.code(), response.headers(), bounded(response.body().source())));
    } catch (IOException | RuntimeException e) {
      received.completeExceptionally(e);
    }
  }

  private Optional<ByteString> bounded(BufferedSource source) throws IOException {
    Buffer body = new Buffer();
    while (body.size() <= largestReply) {
      if (source.read(body, largestReply + 1L - body.size()) == -1) {
        return Optional.of(body.readByteString());
      }
    }
    return Optional.empty();
  }
}
