package io.telproof.twilio;

import static io.telproof.Charge.FREE;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.Meaning.noValue;

import io.telproof.Answer;
import io.telproof.Gap;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The shape of a reply of Lookup: whether the number can exist at all, which is free, and the
 * object of the package that was asked for, with an error code of its own.
 *
 * @see <a href="https://www.twilio.com/docs/lookup/v2-api">Lookup v2 API</a>
 */
final class Lookup {
  private Lookup() {}

  /** What {@code valid} means where it is not true. */
  static <V> CodeTable<V> valid() {
    return CodeTable.of(
        documented(
            "false", FREE, "no number of any country has this form", noValue(Gap.NO_SUCH_NUMBER)));
  }

  /**
   * What a reply comes to, where a package has to be there.
   *
   * @param name the package's
   * @param codes of the package's errors and of a refusal
   * @param read reads the package, where it has no error
   */
  static <V> Answer<V> open(
      Reply reply, String name, CodeTable<V> codes, BiFunction<JsonObject, Reply, Answer<V>> read) {
    return open(
        reply,
        name,
        codes,
        success -> {
          throw success.incoherent("has no " + name);
        },
        read);
  }

  /**
   * What a reply comes to.
   *
   * @param absent what it means that the package is null
   */
  static <V> Answer<V> open(
      Reply reply,
      String name,
      CodeTable<V> codes,
      Function<Reply, Answer<V>> absent,
      BiFunction<JsonObject, Reply, Answer<V>> read) {
    return TwilioApi.open(
        reply,
        codes,
        (json, success) -> {
          String valid = TwilioApi.needed(json, "valid", success);
          if (!valid.equals("true")) {
            return Lookup.<V>valid().decide(valid, success);
          }
          return json.lacks(name)
              ? absent.apply(success)
              : read(
                  json.object(name).orElseThrow(() -> success.incoherent("has no object " + name)),
                  success,
                  codes,
                  read);
        });
  }

  private static <V> Answer<V> read(
      JsonObject found,
      Reply reply,
      CodeTable<V> codes,
      BiFunction<JsonObject, Reply, Answer<V>> read) {
    if (found.lacks("error_code")) {
      return read.apply(found, reply);
    }
    Optional<String> error = found.text("error_code").filter(text -> !text.isEmpty());
    return codes.decide(
        error.orElseThrow(() -> reply.incoherent("has an error_code that is none")),
        reply,
        coded -> read.apply(found, coded));
  }
}
