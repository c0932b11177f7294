package io.telproof.proof.storm;

import static io.telproof.proof.storm.Framing.A_408;
import static io.telproof.proof.storm.Framing.A_KEPT_408;
import static io.telproof.proof.storm.Framing.atOnce;
import static io.telproof.proof.storm.Framing.behind;
import static io.telproof.proof.storm.Framing.inThePause;
import static io.telproof.proof.storm.Framing.steps;

import io.telproof.proof.storm.Framing.Said;
import io.telproof.proof.storm.Framing.Step;
import java.util.List;

/** A right reply, and something that nobody asked for. */
final class StrayReplies {
  private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Le";
  private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
  private static final String HINTS = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
  private static final String SWITCHING =
      "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";
  private static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";
  private static final String NOT_MODIFIED = "HTTP/1.1 304 Not Modified\r\n\r\n";
  private static final String PAGE = Message.reply("502 Bad Gateway", "", "<html></html>");

  private StrayReplies() {}

  static List<Framing> all() {
    return List.of(
        behind("a 408", said -> A_408),
        behind("a 408 that does not say close", said -> A_KEPT_408),
        behind("the reply again", Said::ok),
        behind("the reply given before", Said::again),
        behind("a reply that nobody asked for", Said::invented),
        behind("a hundred replies", said -> said.invented().repeat(100)),
        behind("half a reply", said -> HALF),
        behind("a single byte", said -> "x"),
        behind("a zero byte", said -> "\0"),
        behind("an empty line", said -> "\r\n"),
        behind("an empty line and a reply", said -> "\r\n" + said.invented()),
        behind("a text", said -> "<html></html>"),
        behind("a 100", said -> CONTINUE),
        behind("a 100 and a reply", said -> CONTINUE + said.invented()),
        behind("a 101", said -> SWITCHING),
        behind("a 103", said -> HINTS),
        behind("a 204", said -> NO_CONTENT),
        behind("a 304", said -> NOT_MODIFIED),
        behind("a page with 502", said -> PAGE),
        atOnce("a 408", said -> A_408),
        atOnce("the reply again", Said::ok),
        atOnce("the reply given before", Said::again),
        atOnce("a reply that nobody asked for", Said::invented),
        atOnce("half a reply", said -> HALF),
        atOnce("a single byte", said -> "x"),
        inThePause("a 408", said -> A_408),
        inThePause("a 408 that does not say close", said -> A_KEPT_408),
        inThePause("a 408 and the connection's end", said -> A_408, Step.CLOSE),
        inThePause("a 408 and a reset", said -> A_408, Step.RESET),
        inThePause("the reply again", Said::ok),
        inThePause("the reply given before", Said::again),
        inThePause("a reply that nobody asked for", Said::invented),
        inThePause("a hundred replies", said -> said.invented().repeat(100)),
        inThePause("half a reply", said -> HALF),
        inThePause("a single byte", said -> "x"),
        inThePause("an empty line", said -> "\r\n"),
        inThePause("a 100", said -> CONTINUE),
        inThePause("a 101", said -> SWITCHING),
        inThePause("a 103", said -> HINTS),
        inThePause("a 204", said -> NO_CONTENT),
        inThePause("a 204 and a reply", said -> NO_CONTENT + said.invented()),
        inThePause("a 304", said -> NOT_MODIFIED),
        inThePause("a page with 502", said -> PAGE),
        inThePause("a request", said -> "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"),
        steps(
            "the connection's end in the pause",
            said -> List.of(Step.write(said.ok()), Step.PAUSE, Step.CLOSE)),
        steps(
            "a reset in the pause", said -> List.of(Step.write(said.ok()), Step.PAUSE, Step.RESET)),
        steps(
            "a reply that says close, and another one",
            said ->
                List.of(
                    Step.write(Message.reply("200 OK", "Connection: close\r\n", said.body())),
                    Step.write(said.invented()))));
  }
}
