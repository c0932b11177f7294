package io.telproof.sandbox.alibaba;

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
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** A client written from the signature page, apart from the simulator; each call can be bent. */
record Acs3Client(
    URI endpoint,
    AlibabaCredentials credentials,
    Instant at,
    String host,
    Map<String, String> extra,
    UnaryOperator<Request> bent) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORM = "application/x-www-form-urlencoded";

  /** A reply, its body read as JSON. */
  record Reply(int status, okhttp3.Headers headers, JsonNode body) {

    String code() {
      return body.path("Code").asText();
    }
  }

  static Acs3Client of(Sandbox sandbox, Instant at) {
    URI endpoint = sandbox.endpoint();
    return new Acs3Client(
        endpoint,
        AlibabaVendor.CREDENTIALS,
        at,
        endpoint.getAuthority(),
        Map.of(),
        UnaryOperator.identity());
  }

  Acs3Client as(AlibabaCredentials other) {
    return new Acs3Client(endpoint, other, at, host, extra, bent);
  }

  Acs3Client at(Instant other) {
    return new Acs3Client(endpoint, credentials, other, host, extra, bent);
  }

  Acs3Client host(String other) {
    return new Acs3Client(endpoint, credentials, at, other, extra, bent);
  }

  /** One more header, signed. */
  Acs3Client with(String name, String value) {
    Map<String, String> more = new TreeMap<>(extra);
    more.put(name, value);
    return new Acs3Client(endpoint, credentials, at, host, more, bent);
  }

  Acs3Client bending(UnaryOperator<Request> change) {
    return new Acs3Client(endpoint, credentials, at, host, extra, change);
  }

  Reply status(String mobile) {
    return cloudauth("MobileOnlineStatus", Map.of("Mobile", mobile, "ParamType", "normal"));
  }

  Reply tenure(String mobile) {
    return cloudauth("MobileOnlineTime", Map.of("Mobile", mobile, "ParamType", "normal"));
  }

  Reply identity(String mobile) {
    return cloudauth(
        "Mobile3MetaDetailVerify",
        Map.of(
            "Mobile", mobile,
            "ParamType", "normal",
            "UserName", "欧阳·娜",
            "IdentifyNum", "11204416541220243X"));
  }

  Reply preValidated(String number) {
    return send(
        request(
            "GetPreValidatePhoneId",
            "2020-06-06",
            Map.of(),
            Map.of("PhoneNumber", number, "VerifyCode", "208312")));
  }

  Reply cloudauth(String action, Map<String, String> form) {
    return send(request(action, "2019-03-07", Map.of(), form));
  }

  Reply sendCode(String number) {
    return sendCode(number, Map.of());
  }

  Reply sendCode(String number, Map<String, String> more) {
    Map<String, String> query =
        new TreeMap<>(
            Map.of(
                "PhoneNumber", number,
                "SignName", "速通互联",
                "TemplateCode", "100001",
                "TemplateParam", "{\"code\":\"##code##\",\"min\":\"5\"}"));
    query.putAll(more);
    return send(request("SendSmsVerifyCode", "2017-05-25", query, Map.of()));
  }

  Reply checkCode(String number, String code) {
    return send(
        request(
            "CheckSmsVerifyCode",
            "2017-05-25",
            Map.of("PhoneNumber", number, "VerifyCode", code),
            Map.of()));
  }

  Request request(
      String action, String version, Map<String, String> query, Map<String, String> form) {
    String canonicalQuery = encoded(query);
    byte[] body = bytes(encoded(form));
    Map<String, String> signed = new TreeMap<>(extra);
    signed.put("host", host);
    signed.put("x-acs-action", action);
    signed.put("x-acs-version", version);
    signed.put("x-acs-date", at.truncatedTo(ChronoUnit.SECONDS).toString());
    signed.putIfAbsent("x-acs-content-sha256", sha256(body));
    signed.putIfAbsent("x-acs-signature-nonce", UUID.randomUUID().toString().replace("-", ""));
    credentials.securityToken().ifPresent(token -> signed.put("x-acs-security-token", token));
    if (!form.isEmpty()) {
      signed.put("content-type", FORM);
    }
    String headers =
        signed.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    String names = String.join(";", signed.keySet());
    String canonical = String.join("\n", "POST", "/", canonicalQuery, headers, names, sha256(body));
    String signature = hmac("ACS3-HMAC-SHA256\n" + sha256(bytes(canonical)));
    Request.Builder request =
        new Request.Builder()
            .url(endpoint + "/" + (query.isEmpty() ? "" : "?" + canonicalQuery))
            .header(
                "Authorization",
                "ACS3-HMAC-SHA256 Credential=%s,SignedHeaders=%s,Signature=%s"
                    .formatted(credentials.accessKeyId(), names, signature))
            .post(
                form.isEmpty()
                    ? RequestBody.create(body)
                    : RequestBody.create(body, MediaType.get(FORM)));
    signed.forEach(request::header);
    return bent.apply(request.build());
  }

  static Reply send(Request request) {
    try {
      Http.Reply reply = Http.send(request);
      return new Reply(reply.status(), reply.headers(), JSON.readTree(reply.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** RFC 3986, written out: this must not be how the simulator does it. */
  private static String encoded(Map<String, String> pairs) {
    return new TreeMap<>(pairs)
        .entrySet().stream()
            .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : bytes(text)) {
      char character = (char) (octet & 0xff);
      if (character < 0x80
          && (Character.isLetterOrDigit(character) || "-_.~".indexOf(character) >= 0)) {
        encoded.append(character);
      } else {
        encoded.append("%%%02X".formatted((int) character));
      }
    }
    return encoded.toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(credentials.accessKeySecret()), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
