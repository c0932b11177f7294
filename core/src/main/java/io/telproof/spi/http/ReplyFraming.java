package io.telproof.spi.http;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where one reply of HTTP/1.1 ends on its connection. Strict: a reply that is framed in any but the
 * two plain ways — one Content-Length, or chunks without extensions and trailers — never ends here,
 * so that nobody uses the connection after it. Whether such a reply can be read is not decided
 * here. For one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6">RFC 9112, section 6</a>
 */
final class ReplyFraming {
  /** What came is not one reply. Its message is ours, and quotes nothing of what came. */
  static final class FramingException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    FramingException(String what) {
      super(what);
    }
  }

  private enum Part {
    STATUS,
    HEADERS,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    LAST_CHUNK,
    WHOLE,
    UNCLEAR
  }

  private static final int LONGEST_LINE = 8192;
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.([01]) ([1-9][0-9]{2})(?: .*)?", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");
  private static final Pattern STAYS =
      Pattern.compile("(?:keep-alive|upgrade|,|[ \\t])*", Pattern.CASE_INSENSITIVE);
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,10}");
  private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,7}");
  private static final long NONE = -1;

  private final byte[] line = new byte[LONGEST_LINE];
  private int lineLength;
  private Part part = Part.STATUS;
  private boolean plain = true;
  private boolean chunked;
  private long length = NONE;
  private long left;

  /** Begins with the next reply. */
  void next() {
    lineLength = 0;
    part = Part.STATUS;
    plain = true;
    chunked = false;
    length = NONE;
  }

  /** Whether the last byte of the reply was taken. */
  boolean whole() {
    return part == Part.WHOLE;
  }

  /** Whether the reply cannot be read before more of it comes. */
  boolean needsMore() {
    return part != Part.WHOLE && part != Part.UNCLEAR;
  }

  /**
   * Takes the bytes that came next.
   *
   * @return how many of them belong to the reply; the others were sent without being asked for
   * @throws ProtocolException if this is no reply of HTTP/1; the message holds nothing of it
   */
  int take(byte[] bytes, int from, int count) throws ProtocolException {
    int at = from;
    int end = from + count;
    while (at < end && part != Part.WHOLE) {
      switch (part) {
        case UNCLEAR -> at = end;
        case BODY, CHUNK -> at += content(end - at);
        default -> at = line(bytes, at, end);
      }
    }
    return at - from;
  }

  private int content(int there) {
    int some = (int) Math.min(left, there);
    left -= some;
    if (left == 0) {
      part = part == Part.BODY ? Part.WHOLE : Part.CHUNK_END;
    }
    return some;
  }

  /** Reads on to the end of a line; returns where that is, or the end of what is there. */
  private int line(byte[] bytes, int from, int end) throws ProtocolException {
    for (int at = from; at < end; at++) {
      if (bytes[at] == '\n') {
        ended();
        return at + 1;
      }
      if (lineLength == LONGEST_LINE) {
        part = Part.UNCLEAR;
        return at;
      }
      line[lineLength++] = bytes[at];
    }
    return end;
  }

  private void ended() throws ProtocolException {
    boolean terminated = lineLength > 0 && line[lineLength - 1] == '\r';
    String text =
        new String(line, 0, terminated ? lineLength - 1 : lineLength, StandardCharsets.ISO_8859_1);
    lineLength = 0;
    // A bare line feed is an end to some readers and none to others.
    plain &= terminated;
    part =
        switch (part) {
          case STATUS -> status(text);
          case HEADERS -> text.isEmpty() ? afterHead() : header(text);
          case CHUNK_SIZE -> chunk(text);
          case CHUNK_END -> plain && text.isEmpty() ? Part.CHUNK_SIZE : Part.UNCLEAR;
          // What stands here instead is a trailer.
          case LAST_CHUNK -> plain && text.isEmpty() ? Part.WHOLE : Part.UNCLEAR;
          case BODY, CHUNK, WHOLE, UNCLEAR -> part;
        };
  }

  private Part status(String text) throws ProtocolException {
    Matcher matcher = STATUS_LINE.matcher(text);
    if (!matcher.matches()) {
      throw new FramingException("no reply of HTTP/1");
    }
    int status = Integer.parseInt(matcher.group(2));
    plain &= matcher.group(1).equals("1") && isOrdinary(status);
    return Part.HEADERS;
  }

  /**
   * Whether a reply of this status is an answer to a question, with a body and nothing to follow.
   * 408 says that no question was heard: on a kept connection it is the answer to none.
   */
  private static boolean isOrdinary(int status) {
    return status >= 200 && status < 600 && status != 204 && status != 304 && status != 408;
  }

  private Part header(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? "" : text.substring(0, colon);
    String value = text.substring(colon + 1).strip();
    // A line without a name, one that goes on with the line before it, or a name that somebody else
    // may read as another one.
    plain &= NAME.matcher(name).matches();
    switch (name.toLowerCase(Locale.ROOT)) {
      case "content-length" -> {
        plain &= length == NONE && LENGTH.matcher(value).matches();
        length = plain ? Long.parseLong(value) : NONE;
      }
      case "transfer-encoding" -> {
        plain &= !chunked && value.equalsIgnoreCase("chunked");
        chunked = true;
      }
      case "connection" -> plain &= STAYS.matcher(value).matches();
      default -> {
        // Nothing about the framing.
      }
    }
    return Part.HEADERS;
  }

  private Part afterHead() {
    if (!plain || chunked == (length != NONE)) {
      return Part.UNCLEAR;
    }
    if (chunked) {
      return Part.CHUNK_SIZE;
    }
    left = length;
    return left == 0 ? Part.WHOLE : Part.BODY;
  }

  private Part chunk(String text) {
    if (!plain || !CHUNK_SIZE.matcher(text).matches()) {
      return Part.UNCLEAR;
    }
    left = Long.parseLong(text, 16);
    return left == 0 ? Part.LAST_CHUNK : Part.CHUNK;
  }
}
