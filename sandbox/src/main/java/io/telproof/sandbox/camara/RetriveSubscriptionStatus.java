package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which services of a subscription are active: subscription-status 0.1, retriveSubscriptionStatus.
 *
 * <p>The API description spells "retrive" in the path and in the scope, its test definitions spell
 * the path "retrieve": both are served.
 */
final class RetriveSubscriptionStatus implements Operation {
  private static final String BASE = "/subscription-status/v0.1/";
  private static final String ACTIVE = "active";
  private static final String SUSPENDED = "suspended";

  @Override
  public String name() {
    return "retriveSubscriptionStatus";
  }

  @Override
  public List<String> paths() {
    return List.of(BASE + "retrive-subscription-status", BASE + "retrieve-subscription-status");
  }

  @Override
  public Set<String> scopes() {
    return Set.of("subscription-status:retrive-subscription-status");
  }

  @Override
  public List<Property> properties() {
    return List.of(Property.optional(Identifiers.PHONE_NUMBER, Property::phoneNumber));
  }

  @Override
  public String number(ObjectNode body, Optional<String> ofToken) throws Refusal {
    return Identifiers.agreeing(body, ofToken);
  }

  @Override
  public Answer answer(Question question) throws Refusal {
    return switch (question.scenario()) {
      case SUSPENDED ->
          question.even()
              ? services(SUSPENDED, SUSPENDED, SUSPENDED)
              : services(ACTIVE, SUSPENDED, "throttled");
      case NOT_ACTIVATED -> services(SUSPENDED, SUSPENDED, SUSPENDED);
      case CANCELLED, VACANT, NO_RECORD, NOT_COVERED -> throw Refusal.unknownNumber();
      case UNDISCLOSED -> throw Refusal.notApplicable();
      case UNLISTED_VERDICT -> services("barred", "barred", ACTIVE);
      case UNREADABLE_REST -> services(ACTIVE, ACTIVE, "in good health");
      case HOLES -> {
        Answer answer = services(ACTIVE, ACTIVE, ACTIVE);
        answer.body().remove("voiceSmsOut");
        yield answer;
      }
      default -> services(ACTIVE, ACTIVE, ACTIVE);
    };
  }

  private static Answer services(String in, String out, String data) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("voiceSmsIn", in).put("voiceSmsOut", out).put("dataService", data);
    return Answer.of(String.join("/", in, out, data), body);
  }
}
