package io.telproof.testkit;

import io.telproof.Charge;
import io.telproof.spi.CheckType;
import io.telproof.spi.reply.Evidence;
import io.telproof.spi.reply.Meaning;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The vendor says this, it means that, and costs so much. Immutable.
 *
 * @param check the kind of question
 * @param evidence where the example is from
 * @param code what the receipt is to show as the vendor's code; empty where the reply has none
 * @param status the HTTP status of the reply
 * @param headers of the reply, beside {@code Content-Type: application/json}
 * @param body the reply's body; where {@link #REQUEST_ID} stands in it, it must come to the receipt
 * @param means a value, a gap or a kind of failure
 * @param charge whether the vendor bills it
 * @param listed whether the code stands on the vendor's pages; a code that does not shows what the
 *     provider makes of one that the vendor adds tomorrow
 */
public record ReplyExample(
    CheckType check,
    Evidence evidence,
    String code,
    int status,
    Map<String, String> headers,
    String body,
    Meaning<?> means,
    Charge charge,
    boolean listed)
    implements ReplyExamples.Entry {
  /**
   * Stands for the id of a request in a reply example. The vendor gives another one to each
   * request, which begins so: a reply with an id that came before would be taken for a stale one.
   */
  public static final String REQUEST_ID = "5e1f0a7c-telproof-4b1d";

  /**
   * Stands, in the body of a reply example, for the number that was asked about, as the vendor was
   * sent it; and for the same number in E.164 in a {@link io.telproof.PreValidatedId}. For a vendor
   * that answers with numbers, among which the provider looks for the right one.
   */
  public static final String NUMBER = "the number that was asked about";

  /**
   * Copies the headers.
   *
   * @param code what the receipt is to show as the vendor's code; empty where the reply has none
   * @param status the HTTP status of the reply
   * @param headers of the reply, beside {@code Content-Type: application/json}
   * @param body the reply's body; where {@link #REQUEST_ID} stands in it, it must come to the
   *     receipt
   * @param means a value, a gap or a kind of failure
   * @param charge whether the vendor bills it
   * @param listed whether the code stands on the vendor's pages; a code that does not shows what
   *     the provider makes of one that the vendor adds tomorrow
   * @param check the kind of question
   * @param evidence where the example is from
   * @throws IllegalArgumentException if a reply example leads to another field: it is a whole reply
   */
  public ReplyExample {
    headers = Map.copyOf(new TreeMap<>(headers));
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(charge, "charge");
    if (means instanceof Meaning.Continue<?>) {
      throw new IllegalArgumentException(
          "a reply example is a whole reply: say what it comes to, not that one must read on");
    }
  }

  /**
   * {@return a reply example that a page of the vendor states, with the status 200}
   *
   * @param check the kind of question
   * @param code the vendor's code, as its table has it
   * @param body the body of the reply
   * @param means what an answer must be
   * @param charge what the question cost
   */
  public static ReplyExample documented(
      CheckType check, String code, String body, Meaning<?> means, Charge charge) {
    return new ReplyExample(
        check, Evidence.DOCUMENTED, code, 200, Map.of(), body, means, charge, true);
  }

  /**
   * {@return a reply example that no page states, with the status 200}
   *
   * @param check the kind of question
   * @param code the vendor's code, as its table has it
   * @param body the body of the reply
   * @param means what an answer must be
   * @param charge what the question cost
   */
  public static ReplyExample inferred(
      CheckType check, String code, String body, Meaning<?> means, Charge charge) {
    return new ReplyExample(
        check, Evidence.INFERRED, code, 200, Map.of(), body, means, charge, true);
  }

  /**
   * {@return a reply example with a code that no page lists, with the status 200}
   *
   * @param check the kind of question
   * @param code the vendor's code, as its table has it
   * @param body the body of the reply
   * @param means what an answer must be
   * @param charge what the question cost
   */
  public static ReplyExample unlisted(
      CheckType check, String code, String body, Meaning<?> means, Charge charge) {
    return new ReplyExample(
        check, Evidence.INFERRED, code, 200, Map.of(), body, means, charge, false);
  }

  /**
   * {@return what stands for a moment so long after the question, in a {@link
   * io.telproof.CodeDispatch} whose vendor does not tell the moment itself}
   *
   * @param wait how long behind the moment of the reply
   */
  public static Instant after(Duration wait) {
    return Instant.EPOCH.plus(wait);
  }

  /**
   * {@return the same reply example with another HTTP status}
   *
   * @param other what takes the place of what was there
   */
  public ReplyExample status(int other) {
    return new ReplyExample(check, evidence, code, other, headers, body, means, charge, listed);
  }

  /**
   * {@return the same reply example with one more header}
   *
   * @param name the header's name
   * @param value the header's value
   */
  public ReplyExample header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new ReplyExample(check, evidence, code, status, more, body, means, charge, listed);
  }

  /**
   * {@return the same reply example with another body}
   *
   * @param other what takes the place of what was there
   */
  public ReplyExample body(String other) {
    return new ReplyExample(check, evidence, code, status, headers, other, means, charge, listed);
  }

  /** The code and where it comes from, for the message of a clause that fails. */
  @Override
  public String toString() {
    return "«%s» (%s, HTTP %d)".formatted(code.isEmpty() ? "no code" : code, evidence, status);
  }
}
