package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Scenario;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a device can be reached: device-reachability-status 1.1, getReachabilityStatus. Of the
 * identifiers of a device this operator supports the phone number alone.
 */
final class GetReachabilityStatus implements Operation {
  private static final String DEVICE = "device";

  private static final List<Property> IDENTIFIERS =
      List.of(
          Property.optional(Identifiers.PHONE_NUMBER, Property::phoneNumber),
          Property.optional("networkAccessIdentifier", Property.matching("[^@\\s]+@[^@\\s]+")),
          Property.optional(
              "ipv4Address",
              value ->
                  Property.matching("\\d{1,3}(?:\\.\\d{1,3}){3}")
                      .test(value.path("publicAddress"))),
          Property.optional("ipv6Address", Property.matching("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")));

  @Override
  public String name() {
    return "getReachabilityStatus";
  }

  @Override
  public List<String> paths() {
    return List.of("/device-reachability-status/v1/retrieve");
  }

  @Override
  public Set<String> scopes() {
    return Set.of("device-reachability-status:read");
  }

  @Override
  public List<Property> properties() {
    return List.of(Property.optional(DEVICE, GetReachabilityStatus::device));
  }

  private static boolean device(JsonNode value) {
    if (!(value instanceof ObjectNode device) || device.isEmpty()) {
      return false;
    }
    for (Map.Entry<String, JsonNode> identifier : device.properties()) {
      boolean fits =
          IDENTIFIERS.stream()
              .filter(each -> each.name().equals(identifier.getKey()))
              .anyMatch(each -> each.fits().test(identifier.getValue()));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String number(ObjectNode body, Optional<String> ofToken) throws Refusal {
    if (!body.has(DEVICE)) {
      return ofToken.orElseThrow(Identifiers::missing);
    }
    if (ofToken.isPresent()) {
      throw Identifiers.unnecessary();
    }
    String number = body.path(DEVICE).path(Identifiers.PHONE_NUMBER).asText();
    if (number.isEmpty()) {
      throw new Refusal(
          422, "UNSUPPORTED_IDENTIFIER", "A device is known here by its phone number alone.");
    }
    return number;
  }

  @Override
  public Answer answer(Question question) throws Refusal {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (question.scenario() != Scenario.HISTORIC) {
      body.put("lastStatusTime", question.now().truncatedTo(ChronoUnit.MILLIS).toString());
    }
    switch (question.scenario()) {
      case CANCELLED, VACANT, NO_RECORD, NOT_COVERED -> throw Refusal.unknownNumber();
      case UNDISCLOSED -> throw Refusal.notApplicable();
      case OFF_NETWORK, UNREACHABLE, NOT_ACTIVATED -> body.put("reachable", false);
      case SPELLINGS -> reachable(question, body).put("reachable", "true");
      case UNLISTED_VERDICT -> body.put("reachable", "perhaps");
      case HOLES -> {}
      case UNREADABLE_REST -> body.put("reachable", true).put("connectivity", "good");
      default -> reachable(question, body);
    }
    if (question.body().has(DEVICE)) {
      body.putObject(DEVICE).put(Identifiers.PHONE_NUMBER, question.number());
    }
    return Answer.of(body.path("reachable").asText(), body);
  }

  /** By both ways, by SMS alone, by data alone, by the last digit. */
  private static ObjectNode reachable(Question question, ObjectNode body) {
    body.put("reachable", true);
    ArrayNode connectivity = body.putArray("connectivity");
    if (question.digit() % 3 != 1) {
      connectivity.add("DATA");
    }
    if (question.digit() % 3 != 2) {
      connectivity.add("SMS");
    }
    return body;
  }
}
