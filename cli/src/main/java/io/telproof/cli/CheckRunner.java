package io.telproof.cli;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import java.util.function.Function;

/** Puts one question and prints what came of it. */
final class CheckRunner {
  private final IoStreams surroundings;
  private final CheckType check;
  private final AskingOptions options;

  CheckRunner(IoStreams surroundings, CheckType check, AskingOptions options) {
    this.surroundings = surroundings;
    this.check = check;
    this.options = options;
  }

  /** A question, put to one client. */
  @FunctionalInterface
  interface Question<V> {
    Answer<V> put(Telproof telproof, CallContext context);
  }

  /** Puts the question. The time begins here: opening what is asked is not the vendor's. */
  <V> ExitStatus put(Question<V> question, Function<V, DisplayValue> shown) {
    try (ClientSession access = ClientSession.open(options, check, surroundings.notes())) {
      return printed(question.put(access.telproof(), context()), shown);
    } catch (VerificationException e) {
      report().failed(e.failure());
      return written(ExitStatus.FAILED);
    }
  }

  private <V> ExitStatus printed(Answer<V> answer, Function<V, DisplayValue> shown) {
    if (answer instanceof Answer.Known<V> known) {
      report().known(shown.apply(known.value()), known.receipt());
      return written(ExitStatus.KNOWN);
    }
    Answer.Unknown<V> unknown = (Answer.Unknown<V>) answer;
    report().unknown(unknown.gap(), unknown.receipt());
    return written(ExitStatus.UNKNOWN);
  }

  private CallContext context() {
    return CallContext.within(options.within());
  }

  private Report report() {
    return options.json()
        ? new JsonReport(check, surroundings.out())
        : new TextReport(check, surroundings.screen());
  }

  /** An answer that nobody could read is no success, though it may have been charged. */
  private ExitStatus written(ExitStatus status) {
    if (surroundings.out().checkError()) {
      surroundings.notes().line("telproof: the answer could not be written to standard output");
      return ExitStatus.FAILED;
    }
    return status;
  }
}
