package io.telproof.sandbox.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.HandClock;
import io.telproof.sandbox.Http;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Twilio in a sandbox of its own, and a client that talks to it in plain HTTP. */
final class Account implements AutoCloseable {
  static final String NUMBER = "+12015550100";

  private static final ObjectMapper JSON = new ObjectMapper();

  final HandClock clock = new HandClock("2026-11-21T12:00:00Z");
  final TwilioVendor vendor;
  final Sandbox sandbox;
  private TwilioCredentials key = TwilioVendor.CREDENTIALS;

  Account(TwilioSettings settings) {
    this.vendor = new TwilioVendor(settings);
    this.sandbox = Sandbox.start(SandboxOptions.of(vendor).at(clock));
  }

  /** With limits that no test meets. */
  static Account lenient() {
    return new Account(TwilioSettings.defaults().limits(10_000, 10_000));
  }

  /** With another key from now on. */
  Account with(TwilioCredentials other) {
    key = other;
    return this;
  }

  String basic() {
    return Credentials.basic(key.sid(), key.secret(), StandardCharsets.UTF_8);
  }

  /** A question of Lookup, with the parameters of the package, names and values in turn. */
  Request.Builder lookup(String name, String number, String... told) {
    HttpUrl.Builder url =
        HttpUrl.get(sandbox.endpoint())
            .newBuilder()
            .addPathSegments("v2/PhoneNumbers")
            .addEncodedPathSegment(number.replace("+", "%2B"))
            .addQueryParameter("Fields", name);
    for (int i = 0; i < told.length; i += 2) {
      url.addQueryParameter(told[i], told[i + 1]);
    }
    return new Request.Builder().url(url.build()).header("Authorization", basic());
  }

  /** What Lookup says of a number. */
  JsonNode found(String name, String number, String... told) {
    Http.Reply reply = send(lookup(name, number, told));
    if (reply.status() != 200) {
      throw new AssertionError("HTTP " + reply.status());
    }
    return json(reply).path(name);
  }

  /** A question of Verify. */
  Http.Reply verify(String resource, String... told) {
    FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
    for (int i = 0; i < told.length; i += 2) {
      form.add(told[i], told[i + 1]);
    }
    return send(
        new Request.Builder()
            .url(sandbox.endpoint() + "/v2/Services/" + TwilioVendor.SERVICE_SID + "/" + resource)
            .header("Authorization", basic())
            .post(form.build()));
  }

  Http.Reply sendCode(String to) {
    return verify("Verifications", "To", to, "Channel", to.contains("@") ? "email" : "sms");
  }

  Http.Reply check(String to, String code) {
    return verify("VerificationCheck", "To", to, "Code", code);
  }

  static Http.Reply send(Request.Builder request) {
    try {
      return Http.send(request.build());
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

  /** Status and code of a refusal, or status and word of a verification. */
  static String told(Http.Reply reply) {
    JsonNode body = json(reply);
    return reply.status() + " " + body.path(body.has("code") ? "code" : "status").asText();
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
