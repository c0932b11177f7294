package io.telproof.proof.storm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A way in which a vendor puts a reply on the wire, and perhaps more than the reply.
 *
 * @param name what is wrong with it
 * @param legal whether HTTP allows it, so that the question must be answered
 */
record Framing(String name, boolean legal, Function<Said, List<Step>> steps) {
  /** What a vendor does on a connection. */
  interface Step {
    /** The client has its reply, or has given up, and has put no other question yet. */
    Step PAUSE = (peer, pause) -> pause.await();

    Step CLOSE = (peer, pause) -> peer.close();

    Step RESET = (peer, pause) -> peer.reset();

    void on(Peer peer, Pause pause) throws IOException, InterruptedException;

    /** All of it in one segment. */
    static Step write(String text) {
      return (peer, pause) -> peer.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** Waits for the client. */
  interface Pause {
    void await() throws InterruptedException;
  }

  /**
   * What there is to be said.
   *
   * @param head the lines of the right reply's head that are the vendor's own
   * @param body the right reply's
   * @param again the whole reply to the question before, of another person
   */
  record Said(String head, String body, String again) {

    /** The right reply as it should be. */
    String ok() {
      return Message.reply("200 OK", head, body);
    }

    /** A reply of this body without anything of the vendor's in its head. */
    static String ok(String body) {
      return Message.reply("200 OK", "", body);
    }

    /** A whole reply that nobody asked for, with an id that nobody has seen. */
    String invented() {
      return Message.invented(again);
    }

    /** The right reply with other lines before the vendor's own. */
    String under(String... lines) {
      return String.join("\r\n", lines) + "\r\n" + head + "\r\n" + body;
    }

    /** The right reply with this length in its head. */
    String length(String length) {
      return under("HTTP/1.1 200 OK", "Content-Length: " + length);
    }

    int length() {
      return body.length();
    }

    /** The right reply in chunks of so many bytes, without the last, empty one. */
    String chunks(int size) {
      StringBuilder chunks =
          new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n" + head + "\r\n");
      for (int from = 0; from < body.length(); from += size) {
        String chunk = body.substring(from, Math.min(body.length(), from + size));
        chunks.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk);
        chunks.append("\r\n");
      }
      return chunks.toString();
    }

    /** The right reply in one chunk, with its end. */
    String chunked() {
      return chunks(length()) + "0\r\n\r\n";
    }
  }

  static final String A_408 =
      "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

  static final String A_KEPT_408 = "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n";

  /** One that HTTP allows. */
  static Framing legal(String name, Function<Said, String> bytes) {
    return new Framing(name, true, said -> List.of(Step.write(bytes.apply(said))));
  }

  /** One that HTTP allows, in several steps. */
  static Framing legally(String name, Function<Said, List<Step>> steps) {
    return new Framing(name, true, steps);
  }

  /** One that HTTP does not allow, or that means nothing, in one segment. */
  static Framing odd(String name, Function<Said, String> bytes) {
    return new Framing(name, false, said -> List.of(Step.write(bytes.apply(said))));
  }

  /** The same in several steps. */
  static Framing steps(String name, Function<Said, List<Step>> steps) {
    return new Framing(name, false, steps);
  }

  /** Behind the right reply, in the same segment. */
  static Framing behind(String name, Function<Said, String> more) {
    return odd(name + " behind the reply, in one segment", said -> said.ok() + more.apply(said));
  }

  /** After the right reply, in a segment of its own. */
  static Framing atOnce(String name, Function<Said, String> more) {
    return steps(
        name + " behind the reply, in a segment of its own",
        said -> List.of(Step.write(said.ok()), Step.write(more.apply(said))));
  }

  /** After the client has read the right reply, and before its next question. */
  static Framing inThePause(String name, Function<Said, String> more, Step... then) {
    return steps(
        name + " in the pause",
        said -> {
          Step[] all = {Step.write(said.ok()), Step.PAUSE, Step.write(more.apply(said))};
          Step[] whole = Arrays.copyOf(all, all.length + then.length);
          System.arraycopy(then, 0, whole, all.length, then.length);
          return List.of(whole);
        });
  }

  @Override
  public String toString() {
    return name;
  }
}
