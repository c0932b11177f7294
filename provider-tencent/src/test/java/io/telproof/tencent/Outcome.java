package io.telproof.tencent;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.VerificationException;
import io.telproof.spi.reply.Reply;
import java.util.function.Function;

/** What a reply came to, in one line that a table can hold: what, the charge, the vendor's code. */
final class Outcome {
  private Outcome() {}

  static <V> String of(Function<Reply, Answer<V>> decode, Reply reply) {
    try {
      Answer<V> answer = decode.apply(reply);
      String what =
          answer instanceof Answer.Known<V> known
              ? String.valueOf(known.value())
              : String.valueOf(((Answer.Unknown<V>) answer).gap());
      return line(what, answer.receipt().charge(), answer.receipt().vendorCode().orElse("-"));
    } catch (VerificationException e) {
      return line(e.kind().name(), e.charge(), e.vendorCode().orElse("-"));
    }
  }

  private static String line(String what, Charge charge, String code) {
    return what + " " + charge + " " + code;
  }
}
