package io.telproof.spi.reply;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.FailureKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the codes of one field of one vendor operation mean, row by row, to be laid beside the
 * vendor's page. Codes are matched exactly, never by a prefix. Immutable.
 *
 * @param <V> the value of a known answer
 */
public final class CodeTable<V> {
  private static final Logger LOG = LoggerFactory.getLogger(CodeTable.class);

  private final Map<String, CodeRow<V>> rows;
  private final CodeRow<V> unlisted;

  private CodeTable(Map<String, CodeRow<V>> rows, CodeRow<V> unlisted) {
    this.rows = rows;
    this.unlisted = unlisted;
  }

  /**
   * {@return a table of these rows} A code that has none is a reply that this module does not
   * understand.
   *
   * @param <V> the type of the value that is asked for
   * @param rows the rows, of which the first that fits decides
   * @throws IllegalArgumentException if a code has two rows
   */
  @SafeVarargs
  public static <V> CodeTable<V> of(CodeRow<V>... rows) {
    List<CodeRow<V>> list = new ArrayList<>();
    for (CodeRow<V> row : rows) {
      list.add(row);
    }
    return new CodeTable<>(
        index(list),
        CodeRow.inferred(
            "unlisted",
            Charge.POSSIBLE,
            "a code that is in no table of this module",
            Meaning.failed(FailureKind.PROTOCOL)));
  }

  /**
   * {@return the same table with the rows of a page that stands behind this one, as of the page
   * that lists a vendor's common codes} Where both have a row for a code, this table's counts.
   *
   * @param behind the rows that are looked at where none of these fits
   */
  public CodeTable<V> and(List<CodeRow<V>> behind) {
    List<CodeRow<V>> all = new ArrayList<>(rows.values());
    behind.stream().filter(row -> !rows.containsKey(row.code())).forEach(all::add);
    return new CodeTable<>(index(all), unlisted);
  }

  /**
   * {@return the same table with this meaning for a code that has no row}
   *
   * @param charge what the question cost
   * @param says what the vendor's page says of it, in a few words
   * @param meaning what is made of it
   */
  public CodeTable<V> unlisted(Charge charge, String says, Meaning<V> meaning) {
    return new CodeTable<>(rows, CodeRow.inferred("unlisted", charge, says, meaning));
  }

  private static <V> Map<String, CodeRow<V>> index(List<CodeRow<V>> rows) {
    Map<String, CodeRow<V>> index = new LinkedHashMap<>();
    for (CodeRow<V> row : rows) {
      if (index.put(row.code(), row) != null) {
        throw new IllegalArgumentException("two rows for the code " + row.code());
      }
    }
    return index;
  }

  /**
   * {@return the row of this code}
   *
   * @param code the code that the reply has
   */
  public Optional<CodeRow<V>> row(String code) {
    return Optional.ofNullable(rows.get(code));
  }

  /**
   * {@return what a reply comes to where its HTTP status has a row of its own; empty where it has
   * none, and the vendor's code is to be looked for}
   *
   * @param reply the reply that is decided on
   * @throws io.telproof.VerificationException if the status means that there is no answer
   * @throws IllegalStateException if its row says to read on: then let it have none
   * @see CodeRow#status
   */
  public Optional<Answer<V>> byStatus(Reply reply) {
    String code = CodeRow.statusCode(reply.status());
    return row(code).map(row -> decide(code, reply));
  }

  /**
   * {@return all rows in the order of the page; the last one stands for every code that has none}
   */
  public List<CodeRow<V>> rows() {
    List<CodeRow<V>> all = new ArrayList<>(rows.values());
    all.add(unlisted);
    return List.copyOf(all);
  }

  /** {@return the codes that the vendor bills, as people write them} */
  public String billed() {
    return rows.values().stream()
        .filter(row -> row.charge() == Charge.CHARGED)
        .map(CodeRow::code)
        .collect(Collectors.joining(", "));
  }

  /**
   * {@return what a reply with this code comes to}
   *
   * @param code the code that the reply has
   * @param reply the reply that is decided on
   * @param further reads the rest of the reply where this table says that the answer stands there;
   *     it is given the reply with the code on its receipt
   * @throws io.telproof.VerificationException if the code means that there is no answer
   */
  public Answer<V> decide(String code, Reply reply, Function<Reply, Answer<V>> further) {
    Reply coded = reply.coded(code);
    CodeRow<V> row = row(code).orElse(unlisted);
    boolean listed = rows.containsKey(code);
    if (!listed) {
      LOG.warn(
          "{} {} answered with {}, which is in no table of its module; taken as {}",
          reply.provider(),
          reply.operation(),
          loggable(code),
          unlisted.meaning());
    }
    Meaning<V> meaning = row.meaning();
    if (meaning instanceof Meaning.Value<V> is) {
      return coded.known(is.value(), row.charge());
    }
    if (meaning instanceof Meaning.NoValue<V> lacks) {
      return coded.unknown(lacks.gap(), row.charge());
    }
    if (meaning instanceof Meaning.Failed<V> fails) {
      // What stands in the row of an unlisted code are our words about it, not the vendor's.
      String reason = (listed ? "the vendor says: " : "the vendor answered with ") + row.says();
      throw coded.failed(fails, row.charge(), reason);
    }
    return further.apply(coded);
  }

  /** A code that no page lists could be anything: letters could be somebody's name. */
  private static String loggable(String code) {
    if (VendorText.isShortNumber(code)) {
      return "the code " + code;
    }
    return VendorText.isCode(code)
        ? "a code that stands on the receipt"
        : "a code that does not look like one and is not repeated";
  }

  /**
   * {@return what a reply with this code comes to, in a table that never sends the reader on}
   *
   * @param code the code that the reply has
   * @param reply the reply that is decided on
   * @throws io.telproof.VerificationException if the code means that there is no answer
   * @throws IllegalStateException if the row says to read on
   */
  public Answer<V> decide(String code, Reply reply) {
    return decide(
        code,
        reply,
        coded -> {
          throw new IllegalStateException(
              "the row of the code "
                  + code
                  + " says to read on: decide it with a third argument, which reads the rest; for a"
                  + " status that says no more than that, have no row");
        });
  }
}
