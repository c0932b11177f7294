package io.telproof.spi.http.internal;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Where one reply of HTTP/1.1 ends on its connection. Strict: a reply that is framed in any but the
 * two plain ways — one Content-Length, or chunks without extensions and trailers — never ends here,
 * so that nobody uses the connection after it. Whether such a reply can be read is not decided
 * here. For one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6">RFC 9112, section 6</a>
 */
public final class ReplyFraming {
  /** What came is not one reply. Its message is ours, and quotes nothing of what came. */
  public static final class FramingException extends ProtocolException {
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
  private static final byte[] VERSION = "HTTP/1.".getBytes(StandardCharsets.ISO_8859_1);
  private static final int MOST_DIGITS = 10;
  private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,7}");
  private static final String NAME_MARKS = "-!#$%&'*+.^_`|~";
  private static final Pattern STAYS =
      Pattern.compile("(?:keep-alive|upgrade|,|[ \\t])*", Pattern.CASE_INSENSITIVE);
  private static final long NONE = -1;

  private final byte[] line = new byte[LONGEST_LINE];
  private int lineLength;
  private Part part = Part.STATUS;
  private boolean plain = true;
  private boolean chunked;
  private long length = NONE;
  private long left;
  private long content;

  /** Begins with the next reply. */
  void next() {
    lineLength = 0;
    part = Part.STATUS;
    plain = true;
    chunked = false;
    length = NONE;
    content = 0;
  }

  /** How many bytes of the body were taken. */
  long content() {
    return content;
  }

  /** Whether the last byte of the reply is one of its body. */
  boolean endsInContent() {
    return !chunked && content > 0;
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
    content += some;
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
    int end = terminated ? lineLength - 1 : lineLength;
    lineLength = 0;
    // A bare line feed is an end to some readers and none to others.
    plain &= terminated;
    part =
        switch (part) {
          case STATUS -> status(end);
          case HEADERS -> end == 0 ? afterHead() : header(end);
          case CHUNK_SIZE -> chunk(end);
          case CHUNK_END -> plain && end == 0 ? Part.CHUNK_SIZE : Part.UNCLEAR;
          // What stands here instead is a trailer.
          case LAST_CHUNK -> plain && end == 0 ? Part.WHOLE : Part.UNCLEAR;
          case BODY, CHUNK, WHOLE, UNCLEAR -> part;
        };
  }

  /** As in {@code HTTP/1.1 200 OK}, whose last word may be missing. */
  private Part status(int end) throws ProtocolException {
    boolean known =
        end >= 12
            && Arrays.equals(line, 0, VERSION.length, VERSION, 0, VERSION.length)
            && (line[7] == '0' || line[7] == '1')
            && line[8] == ' '
            && line[9] != '0'
            && isDecimal(9, 12)
            && (end == 12 || line[12] == ' ');
    if (!known) {
      throw new FramingException("no reply of HTTP/1");
    }
    int status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0');
    plain &= line[7] == '1' && isOrdinary(status);
    return Part.HEADERS;
  }

  /**
   * Whether a reply of this status is an answer to a question, with a body and nothing to follow.
   * 408 says that no question was heard: on a kept connection it is the answer to none.
   */
  private static boolean isOrdinary(int status) {
    return status >= 200 && status < 600 && status != 204 && status != 304 && status != 408;
  }

  private Part header(int end) {
    int colon = 0;
    while (colon < end && line[colon] != ':') {
      colon++;
    }
    // A line without a name, one that goes on with the line before it, or a name that somebody else
    // may read as another one.
    plain &= colon < end && isName(colon);
    if (isNamed("content-length", colon)) {
      String value = value(colon, end);
      plain &= length == NONE && isLength(value);
      length = plain ? Long.parseLong(value) : NONE;
    } else if (isNamed("transfer-encoding", colon)) {
      plain &= !chunked && value(colon, end).equalsIgnoreCase("chunked");
      chunked = true;
    } else if (isNamed("connection", colon)) {
      plain &= stays(value(colon, end));
    }
    return Part.HEADERS;
  }

  private static boolean isLength(String value) {
    for (int at = 0; at < value.length(); at++) {
      if (value.charAt(at) < '0' || value.charAt(at) > '9') {
        return false;
      }
    }
    return !value.isEmpty() && value.length() <= MOST_DIGITS;
  }

  /** Nearly every reply has the one word, and a pattern would be most of what framing it costs. */
  private static boolean stays(String value) {
    return value.equalsIgnoreCase("keep-alive") || STAYS.matcher(value).matches();
  }

  private boolean isName(int end) {
    for (int at = 0; at < end; at++) {
      int each = line[at];
      boolean letter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
      if (!letter && !isDecimal(at, at + 1) && NAME_MARKS.indexOf(each) < 0) {
        return false;
      }
    }
    return end > 0;
  }

  /** Whether the line begins with this name, which is in lower case. */
  private boolean isNamed(String name, int end) {
    if (end != name.length()) {
      return false;
    }
    for (int at = 0; at < end; at++) {
      int each = line[at];
      if ((each >= 'A' && each <= 'Z' ? each + ('a' - 'A') : each) != name.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  private String value(int colon, int end) {
    int from = Math.min(colon + 1, end);
    return new String(line, from, end - from, StandardCharsets.ISO_8859_1).strip();
  }

  private boolean isDecimal(int from, int end) {
    for (int at = from; at < end; at++) {
      if (line[at] < '0' || line[at] > '9') {
        return false;
      }
    }
    return true;
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

  private Part chunk(int end) {
    String text = new String(line, 0, end, StandardCharsets.ISO_8859_1);
    if (!plain || !CHUNK_SIZE.matcher(text).matches()) {
      return Part.UNCLEAR;
    }
    left = Long.parseLong(text, 16);
    return left == 0 ? Part.LAST_CHUNK : Part.CHUNK;
  }
}
