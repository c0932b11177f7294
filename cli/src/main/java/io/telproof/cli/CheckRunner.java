package io.telproof.cli;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.VerificationException;
import io.telproof.client.Checks;
import io.telproof.spi.CheckType;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts one question and prints what came of it. */
final class CheckRunner {
  private final IoStreams surroundings;
  private final CheckType check;
  private final AskingOptions options;
  private final Optional<String> note;

  /**
   * To be run as these options say.
   *
   * @param note what is said of the question before it is put
   */
  CheckRunner(
      IoStreams surroundings, CheckType check, AskingOptions options, Optional<String> note) {
    this.surroundings = surroundings;
    this.check = check;
    this.options = options;
    this.note = note;
  }

  /**
   * Puts the question. First opens what is asked, so that nobody types a name before they know who
   * will hear it, and whether anybody can. The time begins with the question: opening is not the
   * vendor's, and neither is typing.
   *
   * @param asked the check among those that are there
   * @param question reads what is asked
   */
  <Q, V> ExitStatus put(
      Function<Checks, ? extends Check<Q, V>> asked,
      Supplier<Q> question,
      Function<V, DisplayValue> shown) {
    try (ClientSession session = ClientSession.open(options, surroundings.notes())) {
      Check<Q, V> whom = asked.apply(session.checks(check));
      Q query = question.get();
      note.ifPresent(said -> surroundings.notes().line("telproof: " + said));
      return put(session, whom, query, shown);
    }
  }

  private <Q, V> ExitStatus put(
      ClientSession session, Check<Q, V> whom, Q query, Function<V, DisplayValue> shown) {
    CostNotice notice = CostNotice.on(surroundings.notes());
    try {
      Answer<V> answer = whom.check(query, context());
      return printed(answer, shown, session.objection(check, query, answer.receipt()));
    } catch (VerificationException e) {
      report().failed(e.failure());
      return written(ExitStatus.FAILED, e.failure().charge());
    } finally {
      notice.close();
    }
  }

  private <V> ExitStatus printed(
      Answer<V> answer, Function<V, DisplayValue> shown, Optional<String> objection) {
    if (answer instanceof Answer.Known<V> known) {
      report().known(shown.apply(known.value()), known.receipt());
      return written(ExitStatus.KNOWN, known.receipt().charge());
    }
    Answer.Unknown<V> unknown = (Answer.Unknown<V>) answer;
    report().unknown(unknown.gap(), unknown.receipt(), objection);
    return written(ExitStatus.UNKNOWN, unknown.receipt().charge());
  }

  private CallContext context() {
    return CallContext.within(options.timeout());
  }

  private Report report() {
    return options.json()
        ? new JsonReport(check, surroundings.out())
        : new TextReport(check, surroundings.screen());
  }

  /** An answer that nobody could read is no success, though it may have been charged. */
  private ExitStatus written(ExitStatus status, Charge charge) {
    if (surroundings.out().checkError()) {
      surroundings
          .notes()
          .line(
              "telproof: the vendor was asked, and what it said could not be written to standard"
                  + " output; cost: "
                  + TextReport.inWords(charge));
      return ExitStatus.FAILED;
    }
    return status;
  }
}
