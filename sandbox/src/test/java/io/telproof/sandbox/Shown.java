package io.telproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Request;
import okhttp3.Response;

/** Everything that a sandbox shows of the requests so far, on whichever of its pages. */
public final class Shown {
  private Shown() {}

  /** The list, the stream and the bill, without hashes and ids, in which any digits may stand. */
  public static String by(Sandbox sandbox) {
    String requests = Http.get(sandbox, "/requests").body();
    String all = requests + streamed(sandbox) + Http.get(sandbox, "/bill").body();
    assertThat(all).contains("\"requests\":");
    return all.replaceAll("[0-9a-fA-F-]{20,}|[A-Za-z0-9+/_=-]{40,}", "#");
  }

  private static String streamed(Sandbox sandbox) {
    Request request = new Request.Builder().url(sandbox.endpoint() + "/events").build();
    try (Response response = Http.CLIENT.newCall(request).execute()) {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(response.body().byteStream(), StandardCharsets.UTF_8));
      StringBuilder events = new StringBuilder();
      String last = "id: " + last(sandbox);
      String line = lines.readLine();
      while (!last.equals(line)) {
        events.append(line).append('\n');
        line = lines.readLine();
      }
      lines.readLine();
      return events.append(lines.readLine()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String last(Sandbox sandbox) {
    return Http.get(sandbox, "/requests?after=1000000")
        .body()
        .replaceAll(".*\"last\":(\\d+).*", "$1");
  }
}
