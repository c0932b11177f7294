package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When the SIM card behind a number was changed last: sim-swap 2.1, retrieveSimSwapDate. Where it
 * never was, the operator tells when it was first used.
 */
final class RetrieveSimSwapDate implements Operation {
  private static final String DATE = "latestSimChange";
  private static final String DAYS = "monitoredPeriod";
  private static final int MONITORED = 120;

  @Override
  public String name() {
    return "retrieveSimSwapDate";
  }

  @Override
  public List<String> paths() {
    return List.of("/sim-swap/v2/retrieve-date");
  }

  @Override
  public Set<String> scopes() {
    return Set.of("sim-swap:retrieve-date", SimSwaps.SCOPE_OF_BOTH);
  }

  @Override
  public List<Property> properties() {
    return List.of(Property.optional(Identifiers.PHONE_NUMBER, Property::phoneNumber));
  }

  @Override
  public String number(ObjectNode body, Optional<String> ofToken) throws Refusal {
    return Identifiers.single(body, ofToken);
  }

  @Override
  public Answer answer(Question question) throws Refusal {
    SimSwaps.refuse(question);
    Instant last = SimSwaps.last(question).truncatedTo(ChronoUnit.MILLIS);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    switch (question.scenario()) {
      // It is not kept for longer, or there is no SIM card.
      case HISTORIC -> body.putNull(DATE).put(DAYS, MONITORED);
      case UNDISCLOSED -> body.putNull(DATE);
      case SPELLINGS -> body.put(DATE, inAnotherZone(last));
      case HOLES -> body.put(DAYS, MONITORED);
      case UNLISTED_VERDICT -> body.put(DATE, "perhaps");
      case UNREADABLE_REST -> body.putArray(DATE);
      default -> body.put(DATE, last.toString());
    }
    return Answer.of(body.path(DATE).asText(), body);
  }

  /** With as many digits as the page's example has. */
  private static String inAnotherZone(Instant at) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX")
        .format(at.atOffset(ZoneOffset.ofHours(2)));
  }
}
