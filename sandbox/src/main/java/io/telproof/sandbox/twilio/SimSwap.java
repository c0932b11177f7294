package io.telproof.sandbox.twilio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Whether a SIM card was changed: the package sim_swap, whose period belongs to the account. For an
 * odd last digit the operator does not tell the day. Every request is charged but for a country or
 * an operator that is not supported.
 */
final class SimSwap implements LookupPackage {

  private final Duration period;

  SimSwap(Duration period) {
    this.period = period;
  }

  @Override
  public String name() {
    return "sim_swap";
  }

  @Override
  public Billing lookedUp() {
    return Billing.UNSTATED;
  }

  @Override
  public Finding find(Question question) throws PackageError {
    Instant longAgo = question.now().atZone(ZoneOffset.UTC).minusMonths(30).toInstant();
    return switch (question.scenario()) {
      case SUSPENDED -> swapped(question.now().minus(Duration.ofHours(2)), question);
      case CANCELLED -> swapped(question.now().minus(Duration.ofHours(100)), question);
      case VACANT ->
          // A country or an operator that is not supported is told in this way as well.
          question.even()
              ? swapped(longAgo, question)
              : new Finding(Optional.empty(), 0, "null", Billing.FREE);
      case UNDISCLOSED -> undisclosed(question);
      case HOLES -> {
        Finding whole = swapped(longAgo, question);
        last(whole).remove("swapped_in_period");
        yield whole;
      }
      case SPELLINGS -> {
        Finding whole = swapped(longAgo, question);
        last(whole).put("swapped_in_period", "false");
        yield whole;
      }
      case UNLISTED_VERDICT -> {
        Finding whole = swapped(longAgo, question);
        last(whole).put("swapped_in_period", "perhaps");
        yield whole;
      }
      case UNREADABLE_REST -> {
        Finding whole = swapped(longAgo, question);
        last(whole).put("last_sim_swap_date", "lately").put("swapped_period", "a while");
        yield whole;
      }
      case CARRIER_MOBILE -> {
        Finding whole = swapped(longAgo, question);
        yield new Finding(whole.found(), 60621, "60621", Billing.CHARGED);
      }
      default -> swapped(longAgo, question);
    };
  }

  private Finding undisclosed(Question question) {
    ObjectNode found = body();
    found.putNull("last_sim_swap");
    return question.even()
        ? Finding.of(found, "null", Billing.UNSTATED)
        : new Finding(Optional.of(found), 60620, "60620", Billing.CHARGED);
  }

  private Finding swapped(Instant at, Question question) {
    boolean inPeriod = !at.isBefore(question.now().minus(period));
    ObjectNode found = body();
    ObjectNode last = found.putObject("last_sim_swap");
    last.put("last_sim_swap_date", question.even() ? at.toString() : null);
    last.put("swapped_period", period.toString());
    last.put("swapped_in_period", inPeriod);
    return Finding.of(found, Boolean.toString(inPeriod), Billing.CHARGED);
  }

  private static ObjectNode body() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("carrier_name", "Sandbox Mobile")
        .put("mobile_country_code", "001")
        .put("mobile_network_code", "01");
  }

  private static ObjectNode last(Finding finding) {
    return (ObjectNode) finding.found().orElseThrow().path("last_sim_swap");
  }
}
