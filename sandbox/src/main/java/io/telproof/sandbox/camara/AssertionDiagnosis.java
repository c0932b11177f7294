package io.telproof.sandbox.camara;

import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.SignatureReport.Source;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.internal.signature.Mask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what a client's JWT claims beside what the operator wants, and why one is not believed: of
 * {@link Assertions}, in its order. Shows no number.
 */
final class AssertionDiagnosis {

  private final Clients clients;

  AssertionDiagnosis(Clients clients) {
    this.clients = clients;
  }

  /** The report of a client's proof. */
  SignatureReport proof(VendorRequest request, Form form, Instant now, Optional<OAuthError> error) {
    String scheme = "private_key_jwt";
    if (!form.text("client_assertion_type").equals(ClientAuthenticator.JWT)) {
      return new SignatureReport(
          scheme,
          false,
          "client_assertion_type is not %s. Send that beside client_assertion."
              .formatted(ClientAuthenticator.JWT),
          List.of());
    }
    return report(scheme, false, request, form.text("client_assertion"), now, error);
  }

  /** The report of a grant for one user. */
  SignatureReport grant(
      VendorRequest request, String assertion, Instant now, Optional<OAuthError> error) {
    return report("jwt-bearer", true, request, assertion, now, error);
  }

  private SignatureReport report(
      String scheme,
      boolean grant,
      VendorRequest request,
      String compact,
      Instant now,
      Optional<OAuthError> error) {
    Optional<Jwt> jwt = Jwt.read(compact);
    if (jwt.isEmpty()) {
      return new SignatureReport(scheme, false, JwtForm.complaint(compact), List.of());
    }
    Claims claims =
        new Claims(
            jwt.get(), grant, TokenEndpoint.audience(request), now, error, new ArrayList<>());
    SignatureCheck check = new SignatureCheck(compact, jwt.get(), clients);
    check.header(claims.list);
    claims.issuer();
    check.finding().ifPresent(claims::wrong);
    claims.rest();
    check.signature(claims.list);
    // What is refused later, such as a scope, is no fault of the assertion.
    boolean good = claims.finding.isEmpty();
    return new SignatureReport(scheme, good, claims.finding.orElse(""), claims.list);
  }

  /** The claims of one JWT, one after another; the first that is wrong is the finding. */
  private final class Claims {
    private final Jwt jwt;
    private final boolean grant;
    private final Set<String> audience;
    private final Instant now;
    private final Optional<OAuthError> error;
    private final List<Part> list;
    private final long seconds;
    private Optional<String> finding = Optional.empty();

    Claims(
        Jwt jwt,
        boolean grant,
        Set<String> audience,
        Instant now,
        Optional<OAuthError> error,
        List<Part> list) {
      this.jwt = jwt;
      this.grant = grant;
      this.audience = audience;
      this.now = now;
      this.error = error;
      this.list = list;
      this.seconds = now.getEpochSecond();
    }

    private void add(String claim, String vendors, String sent) {
      list.add(new Part(claim, vendors, sent, Source.SENT));
    }

    private void wrong(String sentence) {
      finding = finding.or(() -> Optional.of(sentence));
    }

    private String client(String id) {
      return clients.known(id).isPresent() ? id : Mask.id(id);
    }

    void issuer() {
      String issuer = jwt.text("iss");
      if (clients.publicKey(issuer).isPresent()) {
        add("iss", issuer, issuer);
        return;
      }
      add("iss", "a client with a public key", client(issuer));
      if (clients.known(issuer).isPresent()) {
        wrong(
            clients.accepts(issuer)
                ? "iss is %s, and that client has registered no public key. Take a client with one."
                    .formatted(issuer)
                : "iss is %s, and that client is revoked. Take another, or restore it under /keys."
                    .formatted(issuer));
        return;
      }
      Optional<String> other =
          List.of("sub", "aud", "client_id").stream()
              .filter(claim -> clients.known(jwt.text(claim)).isPresent())
              .findFirst();
      wrong(
          other
              .map(
                  claim ->
                      "iss is no client's id, and %s is %s. Write the client's id into iss."
                          .formatted(claim, jwt.text(claim)))
              .orElse(
                  issuer.isEmpty()
                      ? "There is no iss. Write the client's id there."
                      : "iss is %s, which is no client here. Write the client's id there."
                          .formatted(Mask.id(issuer))));
    }

    void rest() {
      subject();
      audience();
      expiry();
      issued();
      id();
    }

    private void subject() {
      String subject = jwt.text("sub");
      if (!grant) {
        String issuer = jwt.text("iss");
        add("sub", client(issuer), client(subject));
        return;
      }
      String number =
          subject.startsWith(TokenEndpoint.SUBJECT)
              ? subject.substring(TokenEndpoint.SUBJECT.length())
              : "";
      String shown = Mask.value("sub", subject);
      add("sub", Property.isPhoneNumber(number) ? shown : "tel: and a number in E.164", shown);
    }

    /** After the other claims have been looked at, as the operator does. */
    private void subjectWrong() {
      String subject = jwt.text("sub");
      if (!grant && !subject.equals(jwt.text("iss"))) {
        wrong(
            "sub is %s, and iss is %s. Write the client's id into both."
                .formatted(client(subject), client(jwt.text("iss"))));
      }
      if (grant && list.stream().anyMatch(part -> part.name().equals("sub") && part.differs())) {
        wrong(
            "sub is not \"tel:\" and a number in E.164. Write tel:, a plus, the country's code and the"
                + " number, in digits alone.");
      }
    }

    private void audience() {
      List<String> sent = jwt.audience();
      String right = audience.stream().sorted().findFirst().orElse("");
      boolean good = sent.stream().anyMatch(audience::contains);
      String shown = Mask.word(String.join(" ", sent));
      add("aud", good ? shown : right, shown);
      if (!good) {
        wrong(
            "aud is \"%s\", and this endpoint is %s. Write the address that the request is sent to."
                .formatted(shown, right));
      }
    }

    private boolean inMillis(String claim) {
      return jwt.written(claim).matches("\\d{12,14}");
    }

    /** A time as it stands there, if it is one. */
    private String time(String claim) {
      String written = jwt.written(claim);
      return written.matches("-?\\d{1,14}(?:\\.\\d+)?") ? written : Mask.value(written);
    }

    private void expiry() {
      Optional<Instant> expiry = jwt.time("exp");
      Instant latest = latest();
      boolean good =
          expiry.isPresent() && expiry.get().isAfter(now) && !expiry.get().isAfter(latest);
      add(
          "exp",
          good
              ? time("exp")
              : "after %d, and %d at the latest".formatted(seconds, latest.getEpochSecond()),
          time("exp"));
      if (inMillis("exp")) {
        wrong("exp is in milliseconds: %s. Write seconds since 1970.".formatted(time("exp")));
      } else if (expiry.isEmpty()) {
        wrong("exp is missing or no whole number. Write seconds since 1970, as a JSON number.");
      } else if (!expiry.get().isAfter(now)) {
        wrong(
            "exp is %s (%s), and the operator's clock says %d: the JWT is over. Make a new one, and"
                    .formatted(time("exp"), expiry.get(), seconds)
                + " set this machine's clock.");
      } else if (!good && !issuedLater()) {
        wrong(
            "exp is %s, and at most 300 s after iat and after now are allowed: %d at the latest."
                    .formatted(time("exp"), latest.getEpochSecond())
                + " Let the JWT end sooner.");
      }
    }

    private Instant latest() {
      Instant fromNow = now.plus(Assertions.LONGEST);
      Instant fromIssue = jwt.time("iat").orElse(now).plus(Assertions.LONGEST);
      return fromIssue.isBefore(fromNow) ? fromIssue : fromNow;
    }

    private boolean issuedLater() {
      return jwt.time("iat").filter(at -> at.isAfter(now)).isPresent();
    }

    private void issued() {
      if (!jwt.has("iat") && !grant) {
        return;
      }
      Optional<Instant> issued = jwt.time("iat");
      boolean good = issued.isPresent() && !issuedLater();
      add("iat", good ? time("iat") : seconds + " or before", time("iat"));
      if (inMillis("iat")) {
        wrong("iat is in milliseconds: %s. Write seconds since 1970.".formatted(time("iat")));
      } else if (issued.isEmpty()) {
        wrong(
            jwt.has("iat")
                ? "iat is no whole number. Write seconds since 1970, as a JSON number."
                : "There is no iat, which this grant needs. Write the seconds since 1970.");
      } else if (!good) {
        wrong(
            "iat is %s (%s), and the operator's clock says %d: it is %d s in the future. Set this"
                    .formatted(
                        time("iat"),
                        issued.get(),
                        seconds,
                        Duration.between(now, issued.get()).toSeconds() + 1)
                + " machine's clock.");
      }
    }

    private void id() {
      String id = jwt.text("jti");
      boolean used =
          error.map(OAuthError::description).filter(Assertions.ID_USED::equals).isPresent();
      String shown = Mask.word(id);
      add(
          "jti",
          id.isEmpty() ? "a new one each time" : used ? "one that was never used" : shown,
          shown);
      if (id.isEmpty()) {
        wrong("There is no jti. Write a new random text into it for each JWT.");
      } else if (used) {
        wrong("The jti was used already. Make a new JWT for each request, a retry too.");
      }
      subjectWrong();
    }
  }
}
