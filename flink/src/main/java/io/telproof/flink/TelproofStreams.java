package io.telproof.flink;

import io.telproof.spi.CheckType;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Asks a question for each element of a stream. Each is asked once, under a key of its own, however
 * often the job is restored: what the ledger has of it is given again.
 *
 * <pre>{@code
 * DataStream<Outcome<Tenure>> outcomes =
 *     TelproofStreams.ask(questions, CheckType.TENURE, TelproofConfig.file("/etc/telproof.conf"))
 *         .capacity(64)
 *         .unordered(Tenure.class);
 * }</pre>
 */
public final class TelproofStreams {
  private TelproofStreams() {}

  /**
   * Asks the questions of a stream, which are sealed where Flink writes them.
   *
   * @param questions what to ask, each with its key
   * @param check one whose answer stays true for a while, see {@link CheckType#mayCache()}
   * @param config where the task managers have the configuration of their client
   * @return the check, to be configured further
   * @throws IllegalArgumentException if it is another check, or the configuration, where it can be
   *     read here, has no ledger
   */
  public static StreamCheck<Question> ask(
      DataStream<Question> questions, CheckType check, TelproofConfig config) {
    return ask(questions, check, config, Question::key, Question::query);
  }

  /**
   * Asks about the elements of a stream, each by what is found for it. The elements themselves are
   * in the state while they are asked about: they say an id, and no number.
   *
   * @param <T> the type of an element of the stream
   * @param elements what the questions are made of
   * @param check one whose answer stays true for a while, see {@link CheckType#mayCache()}
   * @param config where the task managers have the configuration of their client
   * @param key the idempotency key of an element: always the same one, and no other element's
   * @param lookup finds what is to be asked
   * @return the check, to be configured further
   * @throws IllegalArgumentException if it is another check, or the configuration, where it can be
   *     read here, has no ledger
   */
  public static <T> StreamCheck<T> ask(
      DataStream<T> elements,
      CheckType check,
      TelproofConfig config,
      KeySelector<T, String> key,
      QueryLookup<T> lookup) {
    if (!check.mayCache()) {
      throw new IllegalArgumentException(
          "a stream does not ask "
              + check.key()
              + ": its answer is one person's at one moment, or names a number; ask it through a"
              + " client");
    }
    return new StreamCheck<>(elements, check, config, key, lookup);
  }
}
