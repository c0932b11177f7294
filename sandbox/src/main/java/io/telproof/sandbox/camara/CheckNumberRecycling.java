package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a number has another subscriber than on a day: number-recycling 0.2,
 * checkNumberRecycling. The day on which the subscriber's contract began is not before a change.
 * The operator's days are those of UTC.
 */
final class CheckNumberRecycling implements Operation {
  private static final String DATE = "specifiedDate";
  private static final String VERDICT = "phoneNumberRecycled";

  @Override
  public String name() {
    return "checkNumberRecycling";
  }

  @Override
  public List<String> paths() {
    return List.of("/number-recycling/v0.2/check");
  }

  @Override
  public Set<String> scopes() {
    return Set.of("number-recycling:check");
  }

  @Override
  public List<Property> properties() {
    return List.of(
        Property.required(DATE, Property::date),
        Property.optional(Identifiers.PHONE_NUMBER, Property::phoneNumber));
  }

  @Override
  public String number(ObjectNode body, Optional<String> ofToken) throws Refusal {
    return Identifiers.single(body, ofToken);
  }

  @Override
  public Answer answer(Question question) throws Refusal {
    LocalDate today = LocalDate.ofInstant(question.now(), ZoneOffset.UTC);
    LocalDate date = LocalDate.parse(question.text(DATE));
    if (date.isAfter(today)) {
      throw Refusal.outOfRange("The specifiedDate is in the future.");
    }
    boolean recycled =
        switch (question.scenario()) {
          case SUSPENDED -> date.isBefore(today.minusMonths(18));
          case CANCELLED -> date.isBefore(today.minusMonths(9));
          default -> false;
        };
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    switch (question.scenario()) {
      case UNDISCLOSED -> {
        if (question.even()) {
          throw Refusal.notApplicable();
        }
        throw Refusal.outOfRange("The specifiedDate is further back than is told.");
      }
      case NO_RECORD, NOT_COVERED -> throw Refusal.unknownNumber();
      case SPELLINGS -> body.put(VERDICT, Boolean.toString(recycled));
      case HOLES -> {}
      case UNLISTED_VERDICT -> body.put(VERDICT, "perhaps");
      case UNREADABLE_REST -> body.putArray(VERDICT);
      default -> body.put(VERDICT, recycled);
    }
    return Answer.of(body.path(VERDICT).asText(), body);
  }
}
