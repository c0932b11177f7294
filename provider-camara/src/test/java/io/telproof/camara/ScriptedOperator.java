package io.telproof.camara;

import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.spi.reply.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/**
 * Gives a token to everybody, and answers questions as it was told to, in that order, the last for
 * ever. Keeps what it was asked.
 */
final class ScriptedOperator implements Vendor {
  /** One reply; {@code correlator} is sent back, the question's own where it is empty. */
  record Line(int status, String body, Optional<String> correlator) {}

  private final BlockingQueue<VendorRequest> tokens = new LinkedBlockingQueue<>();
  private final BlockingQueue<VendorRequest> questions = new LinkedBlockingQueue<>();
  private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();

  /** Single quotes stand for double ones. */
  ScriptedOperator says(int status, String body) {
    lines.add(new Line(status, body.replace('\'', '"'), Optional.empty()));
    return this;
  }

  ScriptedOperator refuses(int status, String code) {
    return says(status, "{'status':%d,'code':'%s','message':'no'}".formatted(status, code));
  }

  ScriptedOperator says(int status, String body, String correlator) {
    lines.add(new Line(status, body.replace('\'', '"'), Optional.of(correlator)));
    return this;
  }

  @Override
  public String name() {
    return "operator";
  }

  @Override
  public boolean speaks(VendorRequest request) {
    return true;
  }

  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    ReceivedRequest heard = ReceivedRequest.nothing(name(), "", true);
    if (request.path().equals("/token")) {
      tokens.add(request);
      String token =
          "{\"access_token\":\"t-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
              .formatted(tokens.size());
      return VendorReply.json(200, token, heard);
    }
    questions.add(request);
    Line line = lines.size() > 1 ? lines.remove() : lines.element();
    VendorReply reply = VendorReply.json(line.status(), line.body(), heard);
    return line.correlator()
        .or(() -> request.header("x-correlator"))
        .map(echo -> reply.with("x-correlator", echo))
        .orElse(reply);
  }

  List<VendorRequest> questions() {
    return List.copyOf(questions);
  }

  VendorRequest lastQuestion() {
    return questions().get(questions.size() - 1);
  }

  /** The forms that tokens were asked for with. */
  List<Map<String, String>> tokenForms() {
    return tokens.stream().map(request -> form(request.bodyText())).toList();
  }

  private static Map<String, String> form(String text) {
    Map<String, String> fields = new TreeMap<>();
    Stream.of(text.split("&", -1))
        .map(field -> field.split("=", 2))
        .forEach(
            field -> fields.put(field[0], URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    return fields;
  }

  /** The claims of a JWT, unverified: the tests of the grants do that. */
  static JsonObject claims(Map<String, String> form, String field) {
    String jwt = Objects.requireNonNull(form.get(field), field);
    return JsonObject.parse(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1])).orElseThrow();
  }
}
