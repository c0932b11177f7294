package io.telproof.sandbox.camara;

import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.VendorRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says how a client proved itself when it asked for an access token, and why it is not believed.
 */
final class TokenRequestDiagnosis {

  private final SecretDiagnosis secrets;
  private final AssertionDiagnosis assertions;

  TokenRequestDiagnosis(Clients clients) {
    this.secrets = new SecretDiagnosis(clients);
    this.assertions = new AssertionDiagnosis(clients);
  }

  /** The report of one request. */
  SignatureReport report(VendorRequest request, Instant now, Optional<OAuthError> error) {
    if (!request.method().equals("POST")) {
      return nothing(error.map(OAuthError::description).orElse(""));
    }
    SignatureReport report = proof(request, now, error);
    if (error.isEmpty() || !report.finding().isEmpty()) {
      return report;
    }
    // The client is known, or nobody looked: what is refused is another thing.
    boolean good = report.good() && error.get().status() != 401;
    return new SignatureReport(report.scheme(), good, error.get().description(), report.parts());
  }

  private SignatureReport proof(VendorRequest request, Instant now, Optional<OAuthError> error) {
    String header = request.header("Authorization").orElse("");
    Form form;
    try {
      form = Form.read(request);
    } catch (OAuthError unreadable) {
      return new SignatureReport("none", false, unreadable.description(), List.of());
    }
    if (form.text("grant_type").equals(TokenEndpoint.JWT_BEARER)) {
      return assertions.grant(request, form.text("assertion"), now, error);
    }
    boolean jwt = form.has("client_assertion") || form.has("client_assertion_type");
    boolean post = form.has("client_secret");
    if ((jwt && post) || (!header.isEmpty() && (jwt || post))) {
      return nothing(
          "The client proves itself in more than one way. Take one: Basic, client_secret or"
              + " client_assertion.");
    }
    if (jwt) {
      return assertions.proof(request, form, now, error);
    }
    if (!header.isEmpty()) {
      return secrets.basic(header, form);
    }
    return post
        ? secrets.post(form)
        : nothing(
            "The client does not prove itself. Send \"Authorization: Basic\", client_secret or"
                + " client_assertion.");
  }

  private static SignatureReport nothing(String finding) {
    return new SignatureReport("none", false, finding, List.of());
  }

  /** Whether a header is of this scheme, in whatever case. */
  static boolean isBasic(String header) {
    return header.toLowerCase(Locale.ROOT).startsWith(ClientAuthenticator.BASIC);
  }
}
