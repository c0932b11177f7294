package io.telproof.testkit;

import io.telproof.spi.CheckType;
import java.util.Arrays;
import java.util.List;

/**
 * What a vendor says and what it means, example by example; and what it cannot say, with the
 * reason. Written from the vendor's pages, not from the provider's tables: a mistake made twice in
 * the same place is not found. Immutable.
 *
 * @param entries in the order of the vendor's pages
 */
public record ReplyExamples(List<Entry> entries) {
  /** A line of the reply examples. */
  public sealed interface Entry permits ReplyExample, Unsaid {
    /** {@return the check that it is about} */
    CheckType check();
  }

  /**
   * What this vendor never says in answer to one check.
   *
   * @param check the kind of question
   * @param reason why not, for the next reader of the reply examples
   * @param what constants of {@link io.telproof.LineState}, {@link io.telproof.Gap}, {@link
   *     io.telproof.FailureKind}, {@link io.telproof.Charge}, {@link io.telproof.CodeVerdict} or
   *     {@link Shape}
   */
  public record Unsaid(CheckType check, String reason, List<Enum<?>> what) implements Entry {
    /**
     * Copies the list.
     *
     * @param reason why not, for the next reader of the reply examples
     * @param what constants of {@link io.telproof.LineState}, {@link io.telproof.Gap}, {@link
     *     io.telproof.FailureKind}, {@link io.telproof.Charge}, {@link io.telproof.CodeVerdict} or
     *     {@link Shape}
     * @param check the kind of question
     */
    public Unsaid {
      what = List.copyOf(what);
    }
  }

  /**
   * Copies the list.
   *
   * @param entries in the order of the vendor's pages
   */
  public ReplyExamples {
    entries = List.copyOf(entries);
  }

  /**
   * {@return reply examples of these lines}
   *
   * @param entries the examples, and what cannot be said in one
   */
  public static ReplyExamples of(Entry... entries) {
    return new ReplyExamples(List.of(entries));
  }

  /**
   * {@return a line that says what this vendor never says}
   *
   * @param check the kind of question
   * @param reason why the vendor has no reply for it
   * @param what the values or failures that no reply stands for
   */
  public static Unsaid unsaid(CheckType check, String reason, Enum<?>... what) {
    return new Unsaid(check, reason, Arrays.asList(what));
  }

  /**
   * {@return what the vendor says in answer to this check}
   *
   * @param check the kind of question
   */
  public List<ReplyExample> examples(CheckType check) {
    return entries.stream()
        .filter(entry -> entry.check() == check)
        .filter(ReplyExample.class::isInstance)
        .map(ReplyExample.class::cast)
        .toList();
  }

  List<Unsaid> unsaid(CheckType check) {
    return entries.stream()
        .filter(entry -> entry.check() == check)
        .filter(Unsaid.class::isInstance)
        .map(Unsaid.class::cast)
        .toList();
  }
}
