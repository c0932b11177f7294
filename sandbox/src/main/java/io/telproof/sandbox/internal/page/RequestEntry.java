package io.telproof.sandbox.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.MagicNumber;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.VendorReply;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One request to a vendor, as people are shown it: nothing of what was sent but the operation and
 * the masked contact.
 *
 * @param at the sandbox's time when it had been read
 * @param line its line on the bill, or what that would be; the operation cut where it is long
 * @param verdict how it ended
 * @param status the HTTP status of the vendor's reply, before a fault met it
 * @param scenario what the contact plays
 * @param refusal the vendor's words where it refused
 * @param signature what was computed of its signature
 */
public record RequestEntry(
    Instant at,
    Bill.Line line,
    Verdict verdict,
    int status,
    Optional<Scenario> scenario,
    Optional<String> refusal,
    Optional<SignatureReport> signature) {

  /** The vendors' longest name of an operation has 29 characters; a caller's may be a book. */
  private static final int LONGEST_OPERATION = 60;

  private static final int LONGEST_TEXT = 20_000;

  private static final int FIRST_ERROR = 400;

  /** What is shown of a request that got this reply, and this line on the bill. */
  public static RequestEntry of(Instant at, Bill.Line line, VendorReply reply) {
    return new RequestEntry(
        at,
        line,
        verdict(line.fault(), reply),
        reply.status(),
        reply.scenario().map(played -> told(played, reply.heard().contact())),
        reply.refusal(),
        reply.signature().map(RequestEntry::cut));
  }

  /** A body may have megabytes, of which two hundred would be kept. */
  private static SignatureReport cut(SignatureReport report) {
    return new SignatureReport(
        report.scheme(),
        report.good(),
        report.finding(),
        report.parts().stream().map(RequestEntry::cut).toList());
  }

  private static SignatureReport.Part cut(SignatureReport.Part part) {
    String computed = cut(part.computed(), "");
    String client = cut(part.client(), "");
    return new SignatureReport.Part(
        part.name(),
        computed,
        part.differs() && computed.equals(client)
            ? cut(part.client(), ", which differs behind here")
            : client,
        part.source());
  }

  private static String cut(String text, String remark) {
    return text.length() > LONGEST_TEXT
        ? text.substring(0, LONGEST_TEXT) + "\n… cut, of " + text.length() + " characters" + remark
        : text;
  }

  /** What happens once is told as such, although it is two scenarios, one after the other. */
  private static Scenario told(Scenario played, String contact) {
    Scenario numbered = MagicNumber.of(contact).scenario();
    boolean once =
        switch (numbered) {
          case BUSY_ONCE -> played == Scenario.BUSY || played == Scenario.PLAIN_GOOD;
          case THROTTLED_ONCE -> played == Scenario.THROTTLED || played == Scenario.PLAIN_GOOD;
          default -> false;
        };
    return once ? numbered : played;
  }

  private static Verdict verdict(Optional<Fault> fault, VendorReply reply) {
    if (fault.isPresent()) {
      return Verdict.SPOILT;
    }
    if (reply.refusal().isPresent() || reply.status() >= FIRST_ERROR) {
      return Verdict.REFUSED;
    }
    return reply.heard().tokenExchange() ? Verdict.TOKEN : Verdict.ANSWERED;
  }

  /** As JSON, with this number. */
  String json(long number) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("number", number).put("at", at.toString()).put("vendorTime", line.at().toString());
    String operation = line.operation();
    node.put("vendor", line.vendor());
    node.put(
        "operation",
        operation.length() > LONGEST_OPERATION
            ? operation.substring(0, LONGEST_OPERATION) + "…"
            : operation);
    node.put("verdict", verdict.word()).put("status", status);
    node.put("vendorCode", line.vendorCode()).put("requestId", line.requestId());
    node.put("billing", line.billing().name().toLowerCase(Locale.ROOT));
    node.put("contact", line.contact());
    node.set("fault", line.fault().map(RequestEntry::fault).orElse(null));
    node.set("scenario", scenario.map(RequestEntry::scenario).orElse(null));
    node.put("refusal", refusal.orElse(null));
    node.set("signature", signature.map(RequestEntry::signature).orElse(null));
    return node.toString();
  }

  private static ObjectNode fault(Fault fault) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", fault.name())
        .put("sentence", fault.sentence());
  }

  private static ObjectNode scenario(Scenario scenario) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("number", "%02d".formatted(scenario.number()))
        .put("name", scenario.slug())
        .put("sentence", scenario.sentence());
  }

  private static ObjectNode signature(SignatureReport report) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("scheme", report.scheme()).put("good", report.good());
    node.put("finding", report.finding());
    ArrayNode parts = node.putArray("parts");
    for (SignatureReport.Part part : report.parts()) {
      ObjectNode each = parts.addObject();
      each.put("name", part.name()).put("computed", part.computed());
      each.put("client", part.client());
      each.put("source", part.source().name().toLowerCase(Locale.ROOT));
      each.put("differs", part.differs());
    }
    return node;
  }
}
