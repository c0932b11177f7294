package io.telproof.sandbox.tencent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.sandbox.Http;
import io.telproof.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** A client written from the signature page, apart from the simulator; each call can be bent. */
record Tc3Client(
    URI endpoint,
    TencentCredentials credentials,
    Instant at,
    String host,
    String service,
    Optional<String> day,
    boolean unsignedPayload,
    Map<String, String> extra,
    UnaryOperator<Request> bent) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Tc3Client of(Sandbox sandbox, Instant at) {
    URI endpoint = sandbox.endpoint();
    return new Tc3Client(
        endpoint,
        TencentVendor.CREDENTIALS,
        at,
        endpoint.getAuthority(),
        "faceid",
        Optional.empty(),
        false,
        Map.of(),
        UnaryOperator.identity());
  }

  Tc3Client moved(URI elsewhere) {
    return new Tc3Client(
        elsewhere,
        credentials,
        at,
        elsewhere.getAuthority(),
        service,
        day,
        unsignedPayload,
        extra,
        bent);
  }

  Tc3Client as(TencentCredentials other) {
    return new Tc3Client(endpoint, other, at, host, service, day, unsignedPayload, extra, bent);
  }

  Tc3Client at(Instant other) {
    return new Tc3Client(
        endpoint, credentials, other, host, service, day, unsignedPayload, extra, bent);
  }

  Tc3Client host(String other) {
    return new Tc3Client(
        endpoint, credentials, at, other, service, day, unsignedPayload, extra, bent);
  }

  Tc3Client service(String other) {
    return new Tc3Client(endpoint, credentials, at, host, other, day, unsignedPayload, extra, bent);
  }

  /** The credential of another day, signed as such. */
  Tc3Client day(String other) {
    return new Tc3Client(
        endpoint, credentials, at, host, service, Optional.of(other), unsignedPayload, extra, bent);
  }

  Tc3Client unsigned() {
    return new Tc3Client(endpoint, credentials, at, host, service, day, true, extra, bent);
  }

  Tc3Client with(String name, String value) {
    Map<String, String> more = new TreeMap<>(extra);
    more.put(name, value);
    return new Tc3Client(
        endpoint, credentials, at, host, service, day, unsignedPayload, more, bent);
  }

  Tc3Client bending(UnaryOperator<Request> change) {
    return new Tc3Client(
        endpoint, credentials, at, host, service, day, unsignedPayload, extra, change);
  }

  JsonNode status(String mobile) {
    return ask("MobileStatus", "{\"Mobile\":\"" + mobile + "\"}");
  }

  JsonNode tenure(String mobile) {
    return ask("MobileNetworkTimeVerification", "{\"Mobile\":\"" + mobile + "\"}");
  }

  JsonNode identity(String phone) {
    return identity(phone, "");
  }

  JsonNode identity(String phone, String more) {
    return ask(
        "PhoneVerification",
        "{\"IdCard\":\"11204416541220243X\",\"Name\":\"韦小宝\",\"Phone\":\""
            + phone
            + "\""
            + more
            + "}");
  }

  /** Asks by POST and gives what stands under Response. */
  JsonNode ask(String action, String body) {
    return ask(action, "2018-03-01", body);
  }

  JsonNode ask(String action, String version, String body) {
    return response(send(post(action, version, body)));
  }

  /** Asks by GET, the query as it is. */
  JsonNode get(String action, String query) {
    return get(action, "2018-03-01", query);
  }

  JsonNode get(String action, String version, String query) {
    Request.Builder request = head(action, version);
    String type = "application/x-www-form-urlencoded";
    sign(request, "GET", action, query, type, "");
    return response(
        send(request.url(endpoint + "/?" + query).header("Content-Type", type).get().build()));
  }

  Request post(String action, String version, String body) {
    String type = "application/json; charset=utf-8";
    Request.Builder request = head(action, version);
    sign(request, "POST", action, "", type, body);
    return bent.apply(
        request
            .url(endpoint + "/")
            .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), MediaType.get(type)))
            .build());
  }

  static Http.Reply send(Request request) {
    try {
      return Http.send(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode response(Http.Reply reply) {
    try {
      return JSON.readTree(reply.body()).path("Response");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Request.Builder head(String action, String version) {
    Request.Builder request =
        new Request.Builder()
            .header("Host", host)
            .header("X-TC-Action", action)
            .header("X-TC-Version", version)
            .header("X-TC-Timestamp", Long.toString(at.getEpochSecond()));
    credentials.token().ifPresent(token -> request.header("X-TC-Token", token));
    if (unsignedPayload) {
      request.header("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD");
    }
    extra.forEach(request::header);
    return request;
  }

  private void sign(
      Request.Builder request,
      String method,
      String action,
      String query,
      String type,
      String body) {
    String utcDay = DateTimeFormatter.ISO_LOCAL_DATE.format(at.atOffset(ZoneOffset.UTC));
    String signed = "content-type;host;x-tc-action";
    String headers =
        "content-type:%s\nhost:%s\nx-tc-action:%s\n"
            .formatted(type, host, action.toLowerCase(Locale.ROOT));
    String hash = sha256(unsignedPayload ? "UNSIGNED-PAYLOAD" : body);
    String canonical = String.join("\n", method, "/", query, headers, signed, hash);
    String scope = day.orElse(utcDay) + "/" + service + "/tc3_request";
    String text =
        "TC3-HMAC-SHA256\n" + at.getEpochSecond() + "\n" + scope + "\n" + sha256(canonical);
    byte[] key = hmac(bytes("TC3" + credentials.secretKey()), day.orElse(utcDay));
    String signature =
        HexFormat.of().formatHex(hmac(hmac(hmac(key, service), "tc3_request"), text));
    request.header(
        "Authorization",
        "TC3-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(credentials.secretId(), scope, signed, signature));
  }

  static Optional<String> error(JsonNode response) {
    return response.has("Error")
        ? Optional.of(response.path("Error").path("Code").asText())
        : Optional.empty();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
