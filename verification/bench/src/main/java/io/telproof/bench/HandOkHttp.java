package io.telproof.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What a call by hand has around its signature: one OkHttp client that keeps as many connections as
 * there are callers, and a parser that takes one field out of the reply. It promises nothing of
 * what Telproof does: no deadline, no limit, no word on whether a failed call was carried out.
 * Thread-safe.
 */
final class HandOkHttp {
  private static final JsonFactory JSON = new JsonFactory();

  private final OkHttpClient client;

  /** Everything else as OkHttp has it. */
  HandOkHttp() {
    this(UnaryOperator.identity());
  }

  /** With whatever else the client is to have. */
  HandOkHttp(UnaryOperator<OkHttpClient.Builder> more) {
    this.client =
        more.apply(
                new OkHttpClient.Builder()
                    .connectionPool(new ConnectionPool(64, 5, TimeUnit.MINUTES))
                    .retryOnConnectionFailure(false))
            .build();
  }

  /** Sends a request, and gives the text of a field of the reply, wherever it stands in it. */
  String text(Request request, String field) {
    try (Response response = client.newCall(request).execute()) {
      if (response.code() != 200) {
        throw new IllegalStateException("the status is " + response.code());
      }
      return text(response.body().bytes(), field);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a field, wherever it stands. */
  static String text(byte[] json, String field) throws IOException {
    String found = "";
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
        if (next == JsonToken.FIELD_NAME && parser.currentName().equals(field)) {
          found = parser.nextTextValue();
        }
      }
    }
    return found;
  }
}
