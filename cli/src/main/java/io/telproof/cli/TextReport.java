package io.telproof.cli;

import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.spi.CheckType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** For a person: a few aligned lines, the first of which is what was asked for. */
final class TextReport implements Report {
  private static final int LABEL = 22;

  private final CheckType check;
  private final Screen screen;

  TextReport(CheckType check, Screen screen) {
    this.check = check;
    this.screen = screen;
  }

  @Override
  public void known(DisplayValue value, Receipt receipt) {
    label(check.key()).line(Colour.KNOWN, value.inWords());
    receipt(receipt);
  }

  @Override
  public void unknown(Gap gap, Receipt receipt, Optional<String> objection) {
    label(check.key())
        .part(Colour.UNKNOWN, "unknown: " + gap)
        .line(", " + objection.map(why -> "nobody was asked").orElse(inWords(gap)));
    objection.ifPresent(why -> line("why", why));
    receipt(receipt);
  }

  @Override
  public void failed(Failure failure) {
    label(check.key()).line(Colour.FAILED, "failed: " + failure.kind());
    line("why", failure.reason());
    line("asked", failure.provider() + " " + failure.operation());
    vendor(failure.vendorCode(), failure.requestId());
    line("cost", inWords(failure.charge()));
    failure.retryAfter().ifPresent(wait -> line("ask again", "in " + inWords(wait)));
    earlier(failure.earlier());
    screen.flush();
  }

  private void receipt(Receipt receipt) {
    line(
        receipt.isUnsent() ? "not asked" : "answered by",
        receipt.provider() + " " + receipt.operation());
    vendor(receipt.vendorCode(), receipt.requestId());
    line("cost", inWords(receipt.charge()));
    line("took", inWords(receipt.elapsed()));
    earlier(receipt.earlier());
    screen.flush();
  }

  private void vendor(Optional<String> code, Optional<String> requestId) {
    line("vendor code", code.orElse("none"));
    line("request id", requestId.orElse("none"));
  }

  private void earlier(List<Attempt> attempts) {
    for (Attempt attempt : attempts) {
      line(
          "before that",
          "%s %s: %s, %s, %s: %s"
              .formatted(
                  attempt.provider(),
                  attempt.operation(),
                  attempt.failure().map(Enum::name).orElse("not covered"),
                  inWords(attempt.charge()),
                  inWords(attempt.elapsed()),
                  attempt.reason()));
    }
  }

  private void line(String label, String text) {
    label(label).line(text);
  }

  private Screen label(String label) {
    return screen.part(Colour.LABEL, label + " ".repeat(Math.max(1, LABEL - label.length())));
  }

  private static String inWords(Duration duration) {
    return duration.toMillis() + " ms";
  }

  private static String inWords(Gap gap) {
    return switch (gap) {
      case NO_SUCH_NUMBER -> "the vendor says that the number does not exist";
      case NO_RECORD -> "the vendor has no record to answer from";
      case UNDISCLOSED -> "the number exists, and the vendor does not tell this";
      case NOT_COVERED -> "the vendor does not serve this kind of number, contact or claim";
    };
  }

  static String inWords(Charge charge) {
    return switch (charge) {
      case CHARGED -> "charged";
      case FREE -> "free";
      case POSSIBLE -> "perhaps charged";
      case UNSTATED -> "not stated by the vendor";
    };
  }
}
