package io.telproof.sandbox.camara;

import io.telproof.sandbox.VendorRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out which client asks for a token: {@code client_secret_basic}, {@code client_secret_post}
 * (RFC 6749, section 2.3.1) or {@code private_key_jwt} (RFC 7523, section 2.2), one of them.
 */
final class ClientAuthenticator {

  static final String JWT = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  static final String BASIC = "basic ";

  private final Clients clients;
  private final Assertions assertions;

  ClientAuthenticator(Clients clients, Assertions assertions) {
    this.clients = clients;
    this.assertions = assertions;
  }

  /** Gives the client's id. */
  String client(VendorRequest request, Form form, Set<String> audience, Instant now)
      throws OAuthError {
    String header = request.header("Authorization").orElse("");
    boolean basic = !header.isEmpty();
    boolean post = form.has("client_secret");
    boolean jwt = form.has("client_assertion") || form.has("client_assertion_type");
    if (Stream.of(basic, post, jwt).filter(each -> each).count() > 1) {
      throw OAuthError.request("The client proves itself in more than one way.");
    }
    String id;
    if (jwt) {
      id = byAssertion(form, audience, now);
    } else if (basic) {
      id = bySecret(header);
    } else if (post) {
      id = bySecret(form.text("client_id"), form.text("client_secret"));
    } else {
      throw OAuthError.client("The client does not prove itself.");
    }
    if (form.has("client_id") && !form.text("client_id").equals(id)) {
      throw OAuthError.client("The client_id is not that of the proof.");
    }
    return id;
  }

  private String byAssertion(Form form, Set<String> audience, Instant now) throws OAuthError {
    if (!form.text("client_assertion_type").equals(JWT)) {
      throw OAuthError.client("The client_assertion_type is not known.");
    }
    try {
      Assertions.Believed proof = assertions.verify(form.text("client_assertion"), audience, now);
      if (!proof.jwt().text("sub").equals(proof.clientId())) {
        throw OAuthError.client("The assertion's sub is not its iss.");
      }
      return proof.clientId();
    } catch (Assertions.Doubt doubt) {
      throw OAuthError.client(doubt.reason());
    }
  }

  private String bySecret(String header) throws OAuthError {
    if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
      throw OAuthError.client("The Authorization header is not Basic.");
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).trim());
      String[] both = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      if (both.length == 2) {
        return bySecret(formDecoded(both[0]), formDecoded(both[1]));
      }
    } catch (IllegalArgumentException e) {
      // Neither base64 nor form-encoded is as good as absent.
    }
    throw OAuthError.client("The Authorization header cannot be read.");
  }

  private static String formDecoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private String bySecret(String id, String secret) throws OAuthError {
    if (!clients.accepts(id, secret)) {
      throw OAuthError.client("There is no such client, or its secret is another.");
    }
    return id;
  }
}
