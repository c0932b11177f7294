package io.telproof.sandbox.twilio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import java.util.Locale;

/**
 * Whether a number is in service: the package line_status. The page writes its words with a
 * capital, the API description in small letters: so does the number's last digit, odd and even.
 */
final class LineStatus implements LookupPackage {

  @Override
  public String name() {
    return "line_status";
  }

  @Override
  public Billing lookedUp() {
    return Billing.FREE;
  }

  @Override
  public Finding find(Question question) throws PackageError {
    return switch (question.scenario()) {
      case SUSPENDED, OFF_NETWORK, UNREACHABLE -> said("Unreachable", question);
      case CANCELLED -> throw PackageError.found(60625);
      case VACANT, NOT_ACTIVATED -> said("Inactive", question);
      case UNDISCLOSED -> said("Unknown", question);
      case UNLISTED_VERDICT -> said("Dormant", question);
      case HOLES -> Finding.of(JsonNodeFactory.instance.objectNode(), "no status", Billing.CHARGED);
      case UNREADABLE_REST -> {
        ObjectNode nonsense = JsonNodeFactory.instance.objectNode();
        nonsense.putArray("status").add("in").add("or so");
        yield Finding.of(nonsense, "nonsense", Billing.CHARGED);
      }
      default -> said(question.even() ? "Active" : "Reachable", question);
    };
  }

  private static Finding said(String word, Question question) {
    String spelled = question.even() ? word.toLowerCase(Locale.ROOT) : word;
    return Finding.of(
        JsonNodeFactory.instance.objectNode().put("status", spelled), spelled, Billing.CHARGED);
  }
}
