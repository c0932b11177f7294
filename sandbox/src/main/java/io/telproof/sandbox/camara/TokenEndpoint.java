package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.MagicNumber;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The token endpoint: client credentials (RFC 6749, section 4.4), and the JWT-bearer grant (RFC
 * 7523, section 2.1) of one phone number, as CAMARA-Security-Interoperability has them. Nothing is
 * charged and nothing is counted here.
 */
final class TokenEndpoint {

  static final String PATH = "/oauth2/token";

  private static final String OPERATION = "token";
  private static final String CLIENT_CREDENTIALS = "client_credentials";
  static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  static final String SUBJECT = "tel:";

  private final String vendor;
  private final Duration lifetime;
  private final Clients clients;
  private final Assertions assertions;
  private final ClientAuthenticator authenticator;
  private final Scopes scopes;
  private final AccessTokens tokens;
  private final TokenRequestDiagnosis diagnosis;

  TokenEndpoint(
      String vendor, Duration lifetime, Clients clients, Scopes scopes, AccessTokens tokens) {
    this.vendor = vendor;
    this.lifetime = lifetime;
    this.clients = clients;
    this.assertions = new Assertions(clients);
    this.authenticator = new ClientAuthenticator(clients, assertions);
    this.scopes = scopes;
    this.tokens = tokens;
    this.diagnosis = new TokenRequestDiagnosis(clients);
  }

  VendorReply answer(VendorRequest request, Instant now) {
    Map<String, String> heard = Map.of();
    try {
      if (!request.method().equals("POST")) {
        throw new OAuthError(405, "invalid_request", "The method is expected to be POST.");
      }
      Form form = Form.read(request);
      String grantType = form.text("grant_type");
      heard = Map.of("grant_type", grantType, "scope", form.text("scope"));
      AccessToken token = granted(grantType, request, form, now);
      return issued(token, heard).explained(diagnosis.report(request, now, Optional.empty()));
    } catch (OAuthError error) {
      return refused(error, request, heard)
          .explained(diagnosis.report(request, now, Optional.of(error)));
    }
  }

  private AccessToken granted(String grantType, VendorRequest request, Form form, Instant now)
      throws OAuthError {
    return switch (grantType) {
      case "" -> throw OAuthError.request("There is no grant_type.");
      case CLIENT_CREDENTIALS -> {
        String client = authenticator.client(request, form, audience(request), now);
        Set<String> asked = scopes.read(form.text("scope"), false);
        yield new AccessToken(client, asked, Optional.empty(), now.plus(lifetime));
      }
      case JWT_BEARER -> ofUser(request, form, now);
      default ->
          throw new OAuthError(
              400, "unsupported_grant_type", "This grant_type is not served here.");
    };
  }

  /** The assertion is the client's proof as well. */
  private AccessToken ofUser(VendorRequest request, Form form, Instant now) throws OAuthError {
    if (form.has("scope")) {
      throw OAuthError.request("The scope is expected to be a claim of the assertion.");
    }
    if (!form.has("assertion")) {
      throw OAuthError.request("There is no assertion.");
    }
    Assertions.Believed grant = believed(form.text("assertion"), request, now);
    if (!grant.jwt().has("iat")) {
      throw OAuthError.grant("The assertion has no iat.");
    }
    Set<String> asked = scopes.read(grant.jwt().text("scope"), true);
    String subject = grant.jwt().text("sub");
    String number = subject.startsWith(SUBJECT) ? subject.substring(SUBJECT.length()) : "";
    if (!Property.isPhoneNumber(number)) {
      throw OAuthError.grant("The assertion's sub is not tel: and a number in E.164.");
    }
    if (MagicNumber.of(number).scenario() == Scenario.NOT_PERMITTED) {
      throw OAuthError.grant("The user has not consented.");
    }
    return new AccessToken(grant.clientId(), asked, Optional.of(number), now.plus(lifetime));
  }

  private Assertions.Believed believed(String assertion, VendorRequest request, Instant now)
      throws OAuthError {
    boolean withoutKey =
        Jwt.read(assertion)
            .map(jwt -> jwt.text("iss"))
            .filter(client -> clients.accepts(client) && clients.publicKey(client).isEmpty())
            .isPresent();
    if (withoutKey) {
      throw new OAuthError(
          400, "unauthorized_client", "The client has no public key, which this grant needs.");
    }
    try {
      return assertions.verify(assertion, audience(request), now);
    } catch (Assertions.Doubt doubt) {
      throw OAuthError.grant(doubt.reason());
    }
  }

  /** This endpoint as the client addressed it; whether by TLS is not seen from here. */
  static Set<String> audience(VendorRequest request) {
    String address = "://" + request.header("Host").orElse("") + PATH;
    return Set.of("http" + address, "https" + address);
  }

  private VendorReply issued(AccessToken token, Map<String, String> fields) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("access_token", tokens.issue(token)).put("token_type", "Bearer");
    body.put("expires_in", lifetime.toSeconds());
    ReceivedRequest heard =
        new ReceivedRequest(vendor, OPERATION, true, token.number().orElse(""), fields);
    return VendorReply.json(200, body.toString(), heard.asTokenExchange())
        .with("Cache-Control", "no-store");
  }

  private VendorReply refused(OAuthError error, VendorRequest request, Map<String, String> fields) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("error", error.error()).put("error_description", error.description());
    ReceivedRequest heard = new ReceivedRequest(vendor, OPERATION, false, "", fields);
    VendorReply reply =
        VendorReply.json(error.status(), body.toString(), heard.asTokenExchange())
            .billed("", error.error(), Billing.FREE)
            .refusing(error.description())
            .with("Cache-Control", "no-store");
    if (error.status() == 405) {
      return reply.with("Allow", "POST");
    }
    boolean challenged = error.status() == 401 && request.header("Authorization").isPresent();
    return challenged ? reply.with("WWW-Authenticate", "Basic realm=\"operator\"") : reply;
  }
}
