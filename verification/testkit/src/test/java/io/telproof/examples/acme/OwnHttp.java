package io.telproof.examples.acme;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.reply.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/** Sends by an HTTP client of its own instead of the gateway, with that client's habits. */
final class OwnHttp extends AcmeApi {
  private final AcmeSettings settings;
  private final ProviderEnvironment environment;
  private final OkHttpClient client;
  private final String nonce;

  OwnHttp(String name, AcmeSettings settings, ProviderEnvironment environment, Duration read) {
    this(name, settings, environment, new OkHttpClient.Builder().readTimeout(read).build());
  }

  OwnHttp(
      String name, AcmeSettings settings, ProviderEnvironment environment, OkHttpClient client) {
    super(name, settings, environment);
    this.settings = settings;
    this.environment = environment;
    this.client = client;
    this.nonce = "own-" + System.identityHashCode(this) + "-";
  }

  @Override
  <V> Answer<V> send(Call call, CallContext context, Function<Reply, Answer<V>> decode) {
    return decode.apply(reply(call));
  }

  private Reply reply(Call call) {
    Instant now = environment.time().now();
    byte[] body = call.body().toByteArray();
    Request request =
        signer()
            .sign(
                call.request(),
                body,
                settings.credentials(),
                now,
                nonce + environment.time().nanos());
    try (Response response =
        client.newCall(request.newBuilder().post(RequestBody.create(body)).build()).execute()) {
      return Reply.of(
          "main",
          call.operation(),
          response.code(),
          response.headers(),
          read(response),
          now,
          Duration.ofMillis(1));
    } catch (IOException e) {
      throw new VerificationException(
          Failure.of(FailureKind.INDETERMINATE, "main", call.operation(), "lost"));
    }
  }

  /** Everything, however much; of what is beyond 64 MiB it keeps nothing, for the build's sake. */
  private static byte[] read(Response response) throws IOException {
    Buffer read = new Buffer();
    long all = 0;
    for (long n = 0; n >= 0; n = response.body().source().read(read, 8192)) {
      all += n;
      if (all > 64 << 20) {
        throw new IOException("out of memory, as good as");
      }
    }
    return read.readByteArray();
  }
}
