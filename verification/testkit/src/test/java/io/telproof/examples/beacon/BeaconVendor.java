package io.telproof.examples.beacon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Beacon, written from its pages and without a line of the provider. */
class BeaconVendor implements Vendor {
  static final String ID = "beacon-demo";
  static final String SECRET = "hV7pLq2XwT9sKd4mRz";

  private static final Map<String, String> SCOPES =
      Map.of("/line/age", "line", "/codes/send", "codes", "/codes/check", "codes");

  /** The scope of each token that was given. */
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "beacon";
  }

  @Override
  public boolean speaks(VendorRequest request) {
    return request.path().equals("/token") || SCOPES.containsKey(request.path());
  }

  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    return request.path().equals("/token") ? token(request) : question(request);
  }

  private VendorReply token(VendorRequest request) {
    Map<String, String> form =
        Arrays.stream(request.bodyText().split("&"))
            .map(field -> field.split("=", 2))
            .collect(
                Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    Map<String, String> asked = asked(request, form);
    if (asked.isEmpty()) {
      return VendorReply.json(
          401, "{\"error\":\"invalid_client\"}", ReceivedRequest.nothing(name(), "token", false));
    }
    String token = "beacon-" + UUID.randomUUID();
    tokens.put(token, asked.getOrDefault("scope", ""));
    return VendorReply.json(
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600}".formatted(token),
        new ReceivedRequest(name(), "token", true, asked.getOrDefault("person", ""), asked));
  }

  /** What a token is asked for with; nothing where it is not the client who asks. */
  Map<String, String> asked(VendorRequest request, Map<String, String> form) {
    String proof = Base64.getEncoder().encodeToString((ID + ":" + SECRET).getBytes(UTF_8));
    return request.header("Authorization").orElse("").equals("Basic " + proof) ? form : Map.of();
  }

  private VendorReply question(VendorRequest request) {
    String bearer = request.header("Authorization").orElse("").replaceFirst("Bearer ", "");
    String scope = tokens.getOrDefault(bearer, "nobody's");
    if (scope.equals("nobody's")) {
      return refusal(401, "UNAUTHENTICATED", request);
    }
    if (!scope.equals(SCOPES.get(request.path()))) {
      return refusal(403, "PERMISSION_DENIED", request);
    }
    Map<String, String> fields = read(request.bodyText());
    ReceivedRequest heard =
        new ReceivedRequest(name(), request.path(), true, fields.getOrDefault("phone", ""), fields);
    VendorReply reply =
        switch (request.path()) {
          case "/line/age" -> VendorReply.json(200, "{\"reached\":true}", heard);
          case "/codes/send" -> VendorReply.json(200, "{\"handle\":\"h-1\"}", heard);
          default -> VendorReply.json(204, "", heard);
        };
    String id = UUID.randomUUID().toString();
    return reply.with("X-Request-Id", id).billed(id, "", Billing.CHARGED);
  }

  private VendorReply refusal(int status, String code, VendorRequest request) {
    return VendorReply.json(
            status,
            "{\"code\":\"" + code + "\"}",
            ReceivedRequest.nothing(name(), request.path(), false))
        .with("X-Request-Id", UUID.randomUUID().toString());
  }

  private static Map<String, String> read(String body) {
    try {
      return new ObjectMapper().readValue(body, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }
}
