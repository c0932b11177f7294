package io.telproof.proof.storm;

import static io.telproof.proof.storm.Framing.legal;
import static io.telproof.proof.storm.Framing.legally;
import static io.telproof.proof.storm.Framing.odd;
import static io.telproof.proof.storm.Framing.steps;

import io.telproof.proof.storm.Framing.Said;
import io.telproof.proof.storm.Framing.Step;
import java.util.List;

/** A reply whose end is not where its head says, or is told in another way. */
final class SpoiltLengths {
  private static final String OK = "HTTP/1.1 200 OK";
  private static final String OLD = "HTTP/1.0 200 OK";

  private SpoiltLengths() {}

  static List<Framing> all() {
    return List.of(
        odd("a length that is one too short", said -> said.length("" + (said.length() - 1))),
        odd("a length that is half", said -> said.length("" + said.length() / 2)),
        odd("a length of nothing", said -> said.length("0")),
        odd("a length that is one too long", said -> said.length("" + (said.length() + 1))),
        odd("a length that takes in a second reply", SpoiltLengths::both),
        odd("a length below nothing", said -> said.length("-1")),
        odd("a length that is a word", said -> said.length("some")),
        odd("a length with a sign", said -> said.length("+" + said.length())),
        odd("a length beyond all bounds", said -> said.length("99999999999999999999")),
        odd(
            "two lengths, the shorter first",
            said -> said.length("3\r\nContent-Length: " + all(said))),
        odd(
            "two lengths, the shorter last",
            said -> said.length(all(said) + "\r\nContent-Length: 3")),
        odd(
            "the right length twice",
            said -> said.length(all(said) + "\r\nContent-Length: " + all(said))),
        odd("two lengths in one line", said -> said.length(all(said) + ", " + all(said))),
        odd("no length, and nothing more", said -> said.under(OK)),
        odd("no length, and another reply", said -> said.under(OK) + said.invented()),
        legally(
            "no length, and the connection's end",
            said -> List.of(Step.write(said.under(OK)), Step.CLOSE)),
        steps(
            "no length, keep-alive, and the connection's end",
            said -> List.of(Step.write(said.under(OK, "Connection: keep-alive")), Step.CLOSE)),
        legal("chunks of one byte", said -> said.chunks(1) + "0\r\n\r\n"),
        legal("a chunk with an extension", s -> s.chunked().replaceFirst("\r\n\\{", ";a=b\r\n{")),
        legal("a trailer behind the last chunk", s -> s.chunks(50) + "0\r\nX-Any: thing\r\n\r\n"),
        odd("a trailer, and a reply", s -> s.chunks(50) + "0\r\nX-A: b\r\n\r\n" + s.invented()),
        odd("a reply behind the last chunk", said -> said.chunked() + said.invented()),
        odd("the reply again behind the last chunk", said -> said.chunked() + said.chunked()),
        odd("a 408 behind the last chunk", said -> said.chunked() + Framing.A_408),
        odd("a byte behind the last chunk", said -> said.chunked() + "x"),
        odd("a chunk behind the last chunk", said -> said.chunked() + "3\r\nabc\r\n0\r\n\r\n"),
        steps(
            "a reply behind the last chunk, in a segment of its own",
            said -> List.of(Step.write(said.chunked()), Step.write(said.invented()))),
        steps(
            "a reply behind the last chunk, in the pause",
            said -> List.of(Step.write(said.chunked()), Step.PAUSE, Step.write(said.invented()))),
        odd("a chunk that is longer than it says", said -> said.chunked().replaceFirst("}", "}}}")),
        odd("chunks without a last one, and a reply", s -> s.chunks(50) + s.invented()),
        odd("chunks whose last lacks its empty line", s -> s.chunks(50) + "0\r\n" + s.invented()),
        odd(
            "chunks and a length",
            s -> s.chunked().replaceFirst("\r\n", "\r\nContent-Length: 3\r\n")),
        odd("chunks that no head announces", s -> s.chunked().replace("Transfer-Encoding", "X-T")),
        odd("a coding that there is not", s -> s.chunked().replace("chunked", "folded")),
        odd("a chunk of a length below nothing", s -> s.chunks(50) + "-5\r\n" + s.invented()),
        legally(
            "HTTP/1.0, and the connection's end",
            said -> List.of(Step.write(said.under(OLD)), Step.CLOSE)),
        legally(
            "HTTP/1.0 with a length, and the connection's end",
            s -> List.of(Step.write(s.under(OLD, "Content-Length: " + all(s))), Step.CLOSE)),
        odd("HTTP/1.0 with a length, left open", s -> s.under(OLD, "Content-Length: " + all(s))),
        odd("HTTP/1.0 without a length, left open", said -> said.under(OLD)),
        odd("HTTP/1.0 in chunks", said -> said.chunked().replace("HTTP/1.1", "HTTP/1.0")),
        odd(
            "HTTP/1.0, and a second reply",
            s -> s.under(OLD, "Content-Length: " + all(s)) + s.invented()),
        steps(
            "HTTP/1.0 with keep-alive, and a 408 in the pause",
            said ->
                List.of(
                    Step.write(
                        said.under(OLD, "Connection: keep-alive", "Content-Length: " + all(said))),
                    Step.PAUSE,
                    Step.write(Framing.A_408))));
  }

  private static String all(Said said) {
    return Integer.toString(said.length());
  }

  private static String both(Said said) {
    String more = said.invented();
    return said.length(Integer.toString(said.length() + more.length())) + more;
  }
}
