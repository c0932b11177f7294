package io.telproof.sandbox.meta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Http;
import io.telproof.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Somebody who reads the pool, knowing nothing of Telproof's provider. */
final class Caller implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  final MetaVendor vendor;
  final Sandbox sandbox;
  String version = "/v23.0";
  String business = MetaVendor.BUSINESS_ID;
  String authorization = "Bearer " + MetaVendor.CREDENTIALS.token();

  Caller(MetaSettings settings) {
    this.vendor = new MetaVendor(settings);
    this.sandbox = Sandbox.start(vendor);
  }

  static Caller open() {
    return new Caller(MetaSettings.defaults().limits(10_000, 10_000));
  }

  /** Asks with these parameters, name and value by turns. */
  Http.Reply ask(String... told) {
    HttpUrl.Builder url =
        HttpUrl.get(sandbox.endpoint() + version + "/" + business + "/preverified_numbers")
            .newBuilder();
    for (int i = 0; i < told.length; i += 2) {
      url.addQueryParameter(told[i], told[i + 1]);
    }
    try {
      return Http.send(
          new Request.Builder().url(url.build()).header("Authorization", authorization).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(Http.Reply reply) {
    try {
      return JSON.readTree(reply.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON, status " + reply.status());
    }
  }

  /** Status and code, with the subcode where there is one; or the status alone. */
  String told(String... told) {
    Http.Reply reply = ask(told);
    JsonNode error = json(reply).path("error");
    if (error.isMissingNode()) {
      return Integer.toString(reply.status());
    }
    return reply.status()
        + " "
        + error.path("code").asText()
        + (error.has("error_subcode") ? "/" + error.path("error_subcode").asText() : "");
  }

  /** The entries of a page. */
  JsonNode data(String... told) {
    return json(ask(told)).path("data");
  }

  Bill.Line last() {
    List<Bill.Line> lines = sandbox.bill().lines();
    return lines.get(lines.size() - 1);
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
