package io.telproof.sandbox.camara;

import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.SignatureReport.Source;
import io.telproof.sandbox.internal.signature.Mask;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Says why a client's secret is not taken, and never what was sent. */
final class SecretDiagnosis {

  private static final String BASIC = "client_secret_basic";

  private final Clients clients;

  SecretDiagnosis(Clients clients) {
    this.clients = clients;
  }

  /** What is wrong: what was sent instead, in words, and a sentence. */
  private record Flaw(String instead, String sentence) {}

  SignatureReport basic(String header, Form form) {
    if (!TokenRequestDiagnosis.isBasic(header)) {
      return unreadable(
          "The header Authorization is not \"Basic\", a blank and base64. Write it so, or prove the"
              + " client by the form.");
    }
    String base64 = header.substring(ClientAuthenticator.BASIC.length()).trim();
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return unreadable(
          base64.contains(":")
              ? "The id and the secret stand in the Basic header as they are. Encode ID:SECRET in"
                  + " base64."
              : "What follows Basic is not base64. Encode ID:SECRET in base64, with + and / and in"
                  + " one line.");
    }
    String[] both = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
    if (both.length < 2) {
      return unreadable("There is no colon in what Basic encodes. It is ID:SECRET.");
    }
    Optional<String> id = formDecoded(both[0]);
    Optional<String> secret = formDecoded(both[1]);
    if (id.isEmpty() || secret.isEmpty()) {
      return unreadable(
          "The id or the secret has a % that begins no escape. Form-encode both before base64, as"
              + " RFC 6749 has it.");
    }
    if (!both[1].equals(secret.get()) && clients.accepts(id.get(), both[1])) {
      return report(
          BASIC,
          id.get(),
          Optional.of(
              new Flaw(
                  "the secret, not form-encoded",
                  "The secret has a + or a % and is not form-encoded. Form-encode id and secret"
                      + " before base64, as RFC 6749 has it.")));
    }
    return checked(BASIC, id.get(), secret.get(), form);
  }

  SignatureReport post(Form form) {
    return checked("client_secret_post", form.text("client_id"), form.text("client_secret"), form);
  }

  private static Optional<String> formDecoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static SignatureReport unreadable(String finding) {
    return new SignatureReport(BASIC, false, finding, List.of());
  }

  private SignatureReport checked(String scheme, String id, String secret, Form form) {
    Optional<Flaw> flaw = flaw(id, secret);
    boolean anotherId = form.has("client_id") && !form.text("client_id").equals(id);
    if (flaw.isEmpty() && anotherId) {
      return new SignatureReport(
          scheme,
          false,
          "The client_id of the form is %s, and %s proved itself. Send one id."
              .formatted(shown(form.text("client_id")), id),
          List.of(sent("client id", id, shown(form.text("client_id")))));
    }
    return report(scheme, id, flaw);
  }

  private SignatureReport report(String scheme, String id, Optional<Flaw> flaw) {
    boolean known = clients.known(id).isPresent();
    String right = known ? "the secret of " + id : "none: the client is not known";
    return new SignatureReport(
        scheme,
        flaw.isEmpty(),
        flaw.map(Flaw::sentence).orElse(""),
        List.of(
            sent("client id", known ? id : "a client of GET /keys", shown(id)),
            sent("client secret", right, flaw.map(Flaw::instead).orElse(right))));
  }

  private static Part sent(String name, String vendors, String sent) {
    return new Part(name, vendors, sent, Source.SENT);
  }

  private String shown(String id) {
    return clients.known(id).isPresent() ? id : Mask.id(id);
  }

  private Optional<Flaw> flaw(String id, String secret) {
    Optional<CamaraCredentials> client = clients.known(id);
    if (client.isEmpty()) {
      return Optional.of(unknown(id, secret));
    }
    String right = client.get().clientSecret();
    if (secret.equals(right)) {
      return clients.accepts(id)
          ? Optional.empty()
          : Optional.of(
              new Flaw(
                  "the secret of " + id,
                  "The client %s is revoked. Take another client, or restore it under /keys."
                      .formatted(id)));
    }
    return Optional.of(wrong(id, right, secret));
  }

  private Flaw unknown(String id, String secret) {
    if (clients.known(secret).isPresent()) {
      return new Flaw(
          "a client id",
          "The client id stands where the secret belongs, and the other way round. Swap them.");
    }
    if (clients.known(id.trim()).isPresent()) {
      return new Flaw(
          "a secret", "There is white space around the client id. Send it as it was given.");
    }
    return new Flaw(
        "a secret",
        "The client id %s is none of this sandbox's. Take a client of GET /keys."
            .formatted(Mask.id(id)));
  }

  private Flaw wrong(String id, String right, String secret) {
    Optional<String> other =
        clients.all().stream()
            .filter(each -> each.clientSecret().equals(secret))
            .map(CamaraCredentials::clientId)
            .findFirst();
    if (other.isPresent()) {
      return new Flaw(
          "the secret of " + other.get(),
          "The secret is that of %s, and the client id is %s. Send the id and the secret of one"
                  .formatted(other.get(), id)
              + " client.");
    }
    if (secret.isEmpty()) {
      return new Flaw("nothing", "The secret is empty. Send the one that came with " + id + ".");
    }
    if (secret.equals(id)) {
      return new Flaw("the client id", "The client id was sent as the secret. Send the secret.");
    }
    if (secret.strip().equals(right) || secret.replace("\"", "").equals(right)) {
      return new Flaw(
          "the secret of " + id + " with white space or quotation marks around it",
          "There is white space, a newline or a quotation mark around the secret. Send it as it was"
              + " given.");
    }
    if (secret.equalsIgnoreCase(right)) {
      return new Flaw(
          "the secret of " + id + " in another case",
          "The secret's capital and small letters are changed. Send it as it was given.");
    }
    if (formDecoded(secret).filter(right::equals).isPresent()) {
      return new Flaw(
          "the secret of " + id + ", encoded twice",
          "The secret is percent-encoded twice. Encode it once.");
    }
    return new Flaw(
        "another text",
        "The secret is not that of %s, nor of another client here. Look where the program takes it"
                .formatted(id)
            + " from.");
  }
}
