package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What breaks on the thread that sends, which may be the one that asks, is told as a doubt. */
@Isolated
@org.junit.jupiter.api.Timeout(60)
class SenderErrorTest {
  /** Where something that is no IOException is thrown, once the request is with the vendor. */
  private record Break(String name, Interceptor interceptor) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Break> breaks() {
    return Stream.<Supplier<Throwable>>of(
            () -> new NoClassDefFoundError("x"), StackOverflowError::new, ClassCastException::new)
        .flatMap(
            thrown ->
                Stream.of(
                    new Break(
                        "before the reply: " + thrown.get(),
                        chain -> {
                          chain.proceed(chain.request()).close();
                          throw Line.sneaky(thrown.get());
                        }),
                    new Break(
                        "in the reply: " + thrown.get(),
                        chain -> {
                          Response response = chain.proceed(chain.request());
                          return response.newBuilder().body(breaking(response, thrown)).build();
                        })));
  }

  private static ResponseBody breaking(Response response, Supplier<Throwable> thrown) {
    Source broken =
        new Source() {
          @Override
          public long read(Buffer sink, long byteCount) {
            throw Line.sneaky(thrown.get());
          }

          @Override
          public Timeout timeout() {
            return Timeout.NONE;
          }

          @Override
          public void close() throws IOException {
            response.close();
          }
        };
    return new ResponseBody() {
      @Override
      public @Nullable MediaType contentType() {
        return null;
      }

      @Override
      public long contentLength() {
        return 2;
      }

      @Override
      public BufferedSource source() {
        return Okio.buffer(broken);
      }
    };
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void the_caller_is_told_of_a_doubt_at_once_and_no_thread_ends_of_it(Break each) throws Exception {
    Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    Thread.@Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
    AtomicInteger sent = new AtomicInteger();
    // The second of three has a kept connection, and the others a thread of ours that connects.
    Interceptor allButTheFirst =
        chain ->
            sent.getAndIncrement() == 0
                ? chain.proceed(chain.request())
                : each.interceptor().intercept(chain);
    try (RawServer server = new RawServer(RawServer.always(ok("{}")));
        Line line =
            new Line(Time.system(), builder -> builder.addNetworkInterceptor(allButTheFirst))) {
      line.ask(server.url("http"), Duration.ofMinutes(5));
      for (int number = 2; number <= 3; number++) {
        VerificationException failure = line.failure(server.url("http"), Duration.ofMinutes(5));
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.INDETERMINATE);
        assertThat(failure).hasNoCause();
        assertThat(server.heard()).hasSize(number);
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(List.copyOf(uncaught)).isEmpty();
  }
}
