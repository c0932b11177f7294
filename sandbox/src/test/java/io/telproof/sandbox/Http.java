package io.telproof.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends a request once and reads the whole reply. */
public final class Http {

  public static final OkHttpClient CLIENT =
      new OkHttpClient.Builder()
          .retryOnConnectionFailure(false)
          .followRedirects(false)
          .callTimeout(Duration.ofSeconds(20))
          .build();

  private Http() {}

  /** A reply, read to its end. */
  public record Reply(int status, okhttp3.Headers headers, String body) {}

  public static Reply send(Request request) throws IOException {
    try (Response response = CLIENT.newCall(request).execute()) {
      return new Reply(response.code(), response.headers(), response.body().string());
    }
  }

  public static Reply post(Sandbox sandbox, String path) throws IOException {
    return send("POST", sandbox, path);
  }

  public static Reply send(String method, Sandbox sandbox, String path) throws IOException {
    return send(
        new Request.Builder()
            .url(sandbox.endpoint() + path)
            .method(method, RequestBody.create(new byte[0]))
            .build());
  }

  public static Reply get(Sandbox sandbox, String path) {
    try {
      return send(new Request.Builder().url(sandbox.endpoint() + path).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
