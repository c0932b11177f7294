package io.telproof.sandbox.alibaba;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import java.util.List;

/**
 * The id of a number that was bought pre-validated: cams 2020-06-06 GetPreValidatePhoneId.
 *
 * <p>The page lists Product.Unsubscript, Ram.PermissionDeny, System.LimitControl and
 * Unknown.ResourceOwnerId, all with HTTP 400; for a wrong number or code it lists none, and it does
 * not say what is charged. The id is opaque, and the number in the reply is not the one asked
 * about, as in the page's example.
 */
final class GetPreValidatePhoneId implements Operation {

  @Override
  public Product product() {
    return Product.CAMS;
  }

  @Override
  public String name() {
    return "GetPreValidatePhoneId";
  }

  @Override
  public int perSecond(AlibabaSettings settings) {
    return settings.camsPerSecond();
  }

  @Override
  public List<String> required() {
    return List.of("PhoneNumber", "VerifyCode");
  }

  @Override
  public Answer missing(String parameter) throws Refusal {
    throw new Refusal(400, "Missing" + parameter, parameter + " is mandatory for this action.");
  }

  @Override
  public String contact() {
    return "PhoneNumber";
  }

  /** Country code and number, no plus. A magic number without its 86 is a client's mistake. */
  @Override
  public boolean wellFormed(Question question) {
    String number = question.text("PhoneNumber");
    return number.matches("\\d{7,15}") && !number.matches("13800138\\d{3}");
  }

  /** The page's own word, which does not look like one for throttling. */
  @Override
  public Refusal throttled() {
    return new Refusal(400, "System.LimitControl", "The system is under flow control.");
  }

  @Override
  public Answer answer(Question question) throws Refusal {
    return switch (question.scenario()) {
      // Inferred: no code is listed.
      case WRONG_NUMBER ->
          throw new Refusal(400, "InvalidParameter", "The parameter PhoneNumber is invalid.");
      case BUSY -> throw Gateway.busy();
      case ARREARS ->
          throw new Refusal(
              400, "InsufficientBalance", "Your account does not have enough balance.");
      case NOT_ACTIVATED_SERVICE ->
          throw new Refusal(
              400, "Product.Unsubscript", "You have not subscribed to the specified product.");
      case NOT_PERMITTED ->
          throw new Refusal(
              400, "Ram.PermissionDeny", "You are not authorized to perform the operation.");
      case ACCOUNT_UNVERIFIED ->
          throw new Refusal(
              400, "Unknown.ResourceOwnerId", "The resource does not belong to the current user.");
      case UNLISTED_ERROR -> throw Gateway.unlisted();
      case UNKNOWN_ERROR -> throw new Refusal(500, "UnknownError", "An unknown error occurred.");
      case UNLISTED_VERDICT ->
          Answer.of("PARTLY", "Something new").billed("PARTLY", Billing.UNSTATED);
      default -> success(question);
    };
  }

  private static Answer success(Question question) {
    String number = question.text("PhoneNumber");
    String last = number.substring(number.length() - 4);
    Answer answer = Answer.of("OK", "None").billed("OK", Billing.UNSTATED);
    ObjectNode data = answer.body().putObject("Data");
    switch (question.scenario()) {
      case SPELLINGS ->
          data.put("PhoneNumberId", Long.parseLong("222434" + last))
              .put("PhoneNumber", Long.parseLong("92" + last));
      case HOLES -> data.put("PhoneNumberId", "222434" + last);
      case UNREADABLE_REST -> data.putArray("PhoneNumberId").add("222434").add(last);
      default -> data.put("PhoneNumberId", "222434" + last).put("PhoneNumber", "92" + last);
    }
    return answer;
  }
}
