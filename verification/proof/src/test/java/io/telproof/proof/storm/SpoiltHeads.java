package io.telproof.proof.storm;

import static io.telproof.proof.storm.Framing.legal;
import static io.telproof.proof.storm.Framing.legally;
import static io.telproof.proof.storm.Framing.odd;
import static io.telproof.proof.storm.Framing.steps;

import io.telproof.proof.storm.Framing.Said;
import io.telproof.proof.storm.Framing.Step;
import java.util.ArrayList;
import java.util.List;

/** A reply with something before it, in its place, or in its head. */
final class SpoiltHeads {
  private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
  private static final String SWITCHING =
      "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";
  private static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";
  private static final String NOT_MODIFIED = "HTTP/1.1 304 Not Modified\r\n\r\n";

  private SpoiltHeads() {}

  static List<Framing> all() {
    return List.of(
        legal("a 100 before the reply", said -> CONTINUE + said.ok()),
        legal("a 102 before the reply", said -> "HTTP/1.1 102 Processing\r\n\r\n" + said.ok()),
        legal(
            "three 103 before the reply",
            said -> "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(3) + said.ok()),
        odd("a 100 before the reply and a 408 behind", s -> CONTINUE + s.ok() + Framing.A_408),
        odd("a 199 before the reply", said -> "HTTP/1.1 199 Any\r\n\r\n" + said.ok()),
        odd("a 101 before the reply", said -> SWITCHING + said.ok()),
        odd("a 204 before the reply", said -> NO_CONTENT + said.ok()),
        odd("a 304 before the reply", said -> NOT_MODIFIED + said.ok()),
        odd("a 408 before the reply", said -> Framing.A_408 + said.ok()),
        odd("a 408 that does not say close before the reply", s -> Framing.A_KEPT_408 + s.ok()),
        odd("an empty 200 before the reply", said -> Said.ok("") + said.ok()),
        odd("a 500 before the reply", s -> Message.reply("500 Any", "", "{}") + s.ok()),
        odd("the reply given before, before the reply", said -> said.again() + said.ok()),
        odd("an empty line before the reply", said -> "\r\n" + said.ok()),
        odd("a line of junk before the reply", said -> "220 ready\r\n" + said.ok()),
        odd("a byte of junk before the reply", said -> "x" + said.ok()),
        steps("a 101, and the reply in the pause", said -> late(SWITCHING, said)),
        steps("a 204, and the reply in the pause", said -> late(NO_CONTENT, said)),
        steps("a 304, and the reply in the pause", said -> late(NOT_MODIFIED, said)),
        steps("a 408, and the reply in the pause", said -> late(Framing.A_408, said)),
        steps(
            "a 408 that does not say close, and the reply in the pause",
            said -> late(Framing.A_KEPT_408, said)),
        steps("an empty 200, and the reply in the pause", said -> late(Said.ok(""), said)),
        steps("the reply given before, and the reply in the pause", s -> late(s.again(), s)),
        odd("a 204 with a body", said -> Message.reply("204 No Content", "", said.body())),
        odd(
            "a 205 with a body, and a reply",
            said -> Message.reply("205 Reset Content", "", said.body()) + said.invented()),
        odd(
            "a 304 with a length and a body",
            said -> Message.reply("304 Not Modified", "", said.body())),
        odd("a frame of HTTP/2", said -> "\0\0\0\4\0\0\0\0\0" + said.ok()),
        odd("a version that there is not", said -> said.ok().replace("HTTP/1.1", "HTTP/3.7")),
        odd("a status of two digits", said -> said.ok().replace(" 200 ", " 20 ")),
        odd("a header without a colon", said -> said.ok().replace("Content-", "Any\r\nContent-")),
        odd("a head without an end", said -> "HTTP/1.1 200 OK\r\n" + "X-A: b\r\n".repeat(40_000)),
        odd(
            "a body that says gzip and is not",
            said -> Message.reply("200 OK", "Content-Encoding: gzip\r\n", said.body())),
        legally("a reply byte by byte", SpoiltHeads::dripped),
        legally(
            "a reply cut in its head",
            s -> List.of(Step.write(s.ok().substring(0, 20)), Step.write(s.ok().substring(20)))));
  }

  private static List<Step> late(String instead, Said said) {
    return List.of(Step.write(instead), Step.PAUSE, Step.write(said.ok()));
  }

  private static List<Step> dripped(Said said) {
    List<Step> steps = new ArrayList<>();
    said.ok().chars().forEach(letter -> steps.add(Step.write(Character.toString(letter))));
    return steps;
  }
}
