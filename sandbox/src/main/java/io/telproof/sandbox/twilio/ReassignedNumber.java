package io.telproof.sandbox.twilio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * Whether a number was given to somebody else since a day: the package reassigned_number, for
 * numbers of the United States. What it costs is not stated.
 */
final class ReassignedNumber implements LookupPackage {

  private static final String SINCE = "LastVerifiedDate";

  @Override
  public String name() {
    return "reassigned_number";
  }

  @Override
  public Billing lookedUp() {
    return Billing.UNSTATED;
  }

  @Override
  public void check(Map<String, String> told) throws PackageError {
    if (!told.containsKey(SINCE)) {
      throw PackageError.refused(60617);
    }
    date(told.getOrDefault(SINCE, ""));
  }

  private static LocalDate date(String text) throws PackageError {
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw PackageError.refused(60618);
    }
  }

  @Override
  public Finding find(Question question) throws PackageError {
    if (!question.isOf("1")) {
      throw PackageError.refused(60607);
    }
    LocalDate since = date(question.text(SINCE));
    LocalDate today = LocalDate.ofInstant(question.now(), ZoneOffset.UTC);
    if (since.isAfter(today.plusDays(1))) {
      throw PackageError.refused(60618);
    }
    return switch (question.scenario()) {
      case SUSPENDED -> said(since.isBefore(today.minusMonths(18)) ? "yes" : "no", since);
      case CANCELLED -> said(since.isBefore(today.minusMonths(9)) ? "yes" : "no", since);
      case UNDISCLOSED -> said("no_data_available", since);
      case UNLISTED_VERDICT -> said("perhaps", since);
      case HOLES -> Finding.of(body(since), "no verdict", Billing.UNSTATED);
      case UNREADABLE_REST -> {
        ObjectNode nonsense = body(since);
        nonsense.putArray("is_number_reassigned").add("or so");
        yield Finding.of(nonsense, "nonsense", Billing.UNSTATED);
      }
      default -> said("no", since);
    };
  }

  private static Finding said(String word, LocalDate since) {
    return Finding.of(body(since).put("is_number_reassigned", word), word, Billing.UNSTATED);
  }

  private static ObjectNode body(LocalDate since) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("last_verified_date", DateTimeFormatter.BASIC_ISO_DATE.format(since));
  }
}
