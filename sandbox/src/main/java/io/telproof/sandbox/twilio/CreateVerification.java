package io.telproof.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Sends a code: Verify v2, CreateVerification. Asked again while it is good, it sends the same code
 * of the same verification. What it costs is not stated.
 */
final class CreateVerification implements Operation {

  private static final Set<String> TO_NUMBERS = Set.of("sms", "call", "whatsapp");

  private final String serviceSid;
  private final Verifications verifications;

  CreateVerification(String serviceSid, Verifications verifications) {
    this.serviceSid = serviceSid;
    this.verifications = verifications;
  }

  @Override
  public String name() {
    return "CreateVerification";
  }

  @Override
  public String contact(String path, Map<String, String> told) throws Refusal {
    if (!path.equals(serviceSid)) {
      throw Refusal.notFound();
    }
    String to = told.getOrDefault("To", "");
    String channel = told.getOrDefault("Channel", "");
    boolean number = Lookup.isNumber(to) && TO_NUMBERS.contains(channel);
    boolean address = to.matches("[^@\\s]+@[^@\\s]+") && channel.equals("email");
    if (!number && !address) {
      throw Refusal.parameter(channel.isEmpty() ? "Channel" : "To");
    }
    return to;
  }

  @Override
  public Answer answer(Question question) throws Refusal {
    switch (question.scenario()) {
      case WRONG_NUMBER -> throw Refusal.parameter("To");
      case BUSY -> throw Refusal.throttled();
      case THROTTLED -> throw new Refusal(429, 60212, "Too many concurrent requests");
      case DAILY_LIMIT, SENDING_LIMITED ->
          throw new Refusal(429, 60203, "Max send attempts reached");
      case NOT_ACTIVATED_SERVICE -> throw new Refusal(403, 60223, "Delivery channel disabled");
      case ACCOUNT_UNVERIFIED -> throw new Refusal(403, 575001, "Not for a trial account");
      case SENDING_PROHIBITED ->
          throw question.even()
              ? new Refusal(403, 60410, "Verification delivery attempt blocked")
              : new Refusal(400, 60205, "SMS is not supported by landline phone number");
      default -> {
        Verifications.Verification sent = verifications.send(question.contact(), question.now());
        return new Answer(201, body(sent, question), "pending", Billing.UNSTATED);
      }
    }
  }

  private ObjectNode body(Verifications.Verification sent, Question question) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("sid", sent.sid()).put("service_sid", serviceSid);
    body.put("to", sent.contact()).put("channel", question.text("Channel"));
    body.put("status", "pending").put("valid", false);
    body.put("date_created", sent.created().toString());
    body.put("date_updated", question.now().toString());
    ArrayNode attempts = body.putArray("send_code_attempts");
    for (Instant time : sent.sendings()) {
      attempts
          .addObject()
          .put("time", time.toString())
          .put("channel", question.text("Channel").toUpperCase(Locale.ROOT))
          .put("attempt_sid", Verifications.id("VL"));
    }
    return body;
  }
}
