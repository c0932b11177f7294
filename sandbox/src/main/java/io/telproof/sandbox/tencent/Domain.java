package io.telproof.sandbox.tencent;

import io.telproof.sandbox.Billing;
import java.util.Locale;

/**
 * What the four actions of domain 2018-08-08 have in common. They register a contact on the
 * caller's own account; the international and the mainland edition name them, and their errors,
 * differently. No page says what they cost.
 */
abstract sealed class Domain implements Action permits SendPhoneEmailCode, CreatePhoneEmail {

  private final String name;
  private final Site site;

  Domain(String name, Site site) {
    this.name = name;
    this.site = site;
  }

  @Override
  public final String service() {
    return "domain";
  }

  @Override
  public final String version() {
    return "2018-08-08";
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean on(Site asked) {
    return asked == site;
  }

  @Override
  public final String contact() {
    return "Code";
  }

  @Override
  public final boolean wellFormed(Question question) {
    return switch (question.text("Type")) {
      case "1" -> question.text("Code").matches("1\\d{10}");
      case "2" -> question.text("Code").matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
      default -> true;
    };
  }

  @Override
  public final Verdict answer(Question question) throws Refusal {
    String type = question.text("Type");
    if (!type.equals("1") && !type.equals("2")) {
      throw either(
          "InvalidParameterValue.InvalidParameterFormat", "InvalidParameter.CodeTypeIsInvalid");
    }
    return switch (question.scenario()) {
      case WRONG_NUMBER ->
          throw either(
              "InvalidParameterValue.InvalidParameterFormat",
              type.equals("1")
                  ? "InvalidParameter.TelephoneIsInvalid"
                  : "InvalidParameter.EmailIsInvalid");
      case BUSY -> throw new Refusal("ServiceUnavailable", "The service is unavailable.");
      case DAILY_LIMIT -> throw either("LimitExceeded", "LimitExceeded.RequestLimit");
      // The vendor's own failure, by the name that the page gives it.
      case UNKNOWN_ERROR -> throw either("InternalError.JsonMarshal", "InternalError");
      default -> verdict(question);
    };
  }

  abstract Verdict verdict(Question question) throws Refusal;

  /** The error of this edition. */
  final Refusal either(String intl, String mainland) {
    return new Refusal(code(intl, mainland), "The request is refused.");
  }

  /** A verdict on the code or the contact, which this product words as an error. */
  final Verdict verdictError(String intl, String mainland) {
    String code = code(intl, mainland);
    Verdict verdict = Verdict.empty(code, Billing.UNSTATED);
    verdict
        .fields()
        .putObject("Error")
        .put("Code", code)
        .put("Message", code.toLowerCase(Locale.ROOT));
    return verdict;
  }

  private String code(String intl, String mainland) {
    return site == Site.INTL ? intl : mainland;
  }
}
