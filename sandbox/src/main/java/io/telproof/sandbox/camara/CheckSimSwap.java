package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the SIM card behind a number was changed within so many hours: sim-swap 2.1,
 * checkSimSwap.
 */
final class CheckSimSwap implements Operation {
  private static final String MAX_AGE = "maxAge";
  private static final String VERDICT = "swapped";
  private static final int LONGEST = 2400;
  private static final int UNLESS_SAID = 240;

  @Override
  public String name() {
    return "checkSimSwap";
  }

  @Override
  public List<String> paths() {
    return List.of("/sim-swap/v2/check");
  }

  @Override
  public Set<String> scopes() {
    return Set.of("sim-swap:check", SimSwaps.SCOPE_OF_BOTH);
  }

  @Override
  public List<Property> properties() {
    return List.of(
        Property.optional(MAX_AGE, JsonNode::isIntegralNumber),
        Property.optional(Identifiers.PHONE_NUMBER, Property::phoneNumber));
  }

  @Override
  public String number(ObjectNode body, Optional<String> ofToken) throws Refusal {
    return Identifiers.single(body, ofToken);
  }

  @Override
  public Answer answer(Question question) throws Refusal {
    long hours = question.body().path(MAX_AGE).asLong(UNLESS_SAID);
    if (hours < 1 || hours > LONGEST) {
      throw Refusal.outOfRange("The maxAge is not 1 to 2400.");
    }
    SimSwaps.refuse(question);
    if (question.scenario() == Scenario.UNDISCLOSED) {
      throw Refusal.outOfRange("The maxAge is further back than is told.");
    }
    boolean swapped =
        !SimSwaps.last(question).isBefore(question.now().minus(Duration.ofHours(hours)));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    switch (question.scenario()) {
      case SPELLINGS -> body.put(VERDICT, Boolean.toString(swapped));
      case HOLES -> {}
      case UNLISTED_VERDICT -> body.put(VERDICT, "perhaps");
      case UNREADABLE_REST -> body.putArray(VERDICT);
      default -> body.put(VERDICT, swapped);
    }
    return Answer.of(body.path(VERDICT).asText(), body);
  }
}
