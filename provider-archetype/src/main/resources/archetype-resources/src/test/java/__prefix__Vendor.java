package ${package};

#if ($authentication == "token")
import static java.nio.charset.StandardCharsets.UTF_8;

#end
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
#if ($authentication == "token")
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
#else
import java.time.Instant;
#end

/**
 * The vendor, written from its pages and without a line of the provider: a mistake made twice in
 * the same place is not found.
 */
final class ${prefix}Vendor implements Vendor {
  static final String KEY = "${vendor}-demo";
  static final String SECRET = "wK2fTq8ZrB0sXn5v";
#if ($authentication == "token")
  static final String TOKEN = "/token";

  /** The scope of each token that was given. When one ends is the kit's business. */
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
#end

  @Override
  public String name() {
    return "${vendor}";
  }

  @Override
  public boolean speaks(VendorRequest request) {
    return true;
  }

#if ($authentication == "token")
  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    return request.path().equals(TOKEN) ? token(request) : question(request);
  }

  /** To do: where the vendor's exchange of a token differs from OAuth 2.0. */
  private VendorReply token(VendorRequest request) {
    String proof = Base64.getEncoder().encodeToString((KEY + ":" + SECRET).getBytes(UTF_8));
    if (!request.header("Authorization").orElse("").equals("Basic " + proof)) {
      return VendorReply.json(
          401, "{\"error\":\"invalid_client\"}", ReceivedRequest.nothing(name(), "token", false));
    }
    Map<String, String> form =
        Arrays.stream(request.bodyText().split("&"))
            .map(field -> field.split("=", 2))
            .collect(
                Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    String token = UUID.randomUUID().toString();
    tokens.put(token, form.getOrDefault("scope", ""));
    return VendorReply.json(
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600}".formatted(token),
        new ReceivedRequest(name(), "token", true, "", form));
  }

  /**
   * To do, in this order. Refuse a token that was not given, or not with the scope that the
   * question needs, in the vendor's words, with {@code ReceivedRequest.nothing(name(), operation,
   * false)}. Then tell what was received, the number and every field, and answer as for a number in
   * service: {@code VendorReply.json(200, body, received).billed(id, code, Billing.CHARGED)}.
   */
  private VendorReply question(VendorRequest request) {
    String token = request.header("Authorization").orElse("").replaceFirst("Bearer ", "");
    boolean given = tokens.containsKey(token);
    return VendorReply.json(
        given ? 404 : 401, "{}", ReceivedRequest.nothing(name(), request.path(), given));
  }
}
#else
  /**
   * To do, in this order. Recompute the signature from the bytes received with {@link #SECRET}, and
   * compare it and {@link #KEY}; refuse in the vendor's words, with {@code
   * ReceivedRequest.nothing(name(), operation, false)}. Refuse a time too far from {@code now}, and
   * a nonce that came before. Then tell what was received, the number and every field, and answer
   * as for a number in service: {@code VendorReply.json(200, body, received).billed(id, code,
   * Billing.CHARGED)}.
   */
  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    return VendorReply.json(401, "{}", ReceivedRequest.nothing(name(), request.path(), false));
  }
}
#end
