package io.telproof.proof.storm;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request or reply as its bytes: the head with its blank line, and as much body as its
 * Content-Length says. Prints nothing of either.
 */
final class Message {
  /** As each vendor writes the id of a reply: in the body, or in the head. */
  private static final Pattern ID =
      Pattern.compile(
          "(\"RequestId\":\"|(?:Twilio-Request-Id|x-fb-trace-id|x-correlator): )([A-Za-z0-9-]+)");

  private final String head;
  private final byte[] body;

  private Message(String head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  /**
   * The next message; empty where the stream ends before its first byte.
   *
   * @throws EOFException if the stream ends within a message
   */
  static Optional<Message> read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String end = "";
    while (!end.equals("\r\n\r\n")) {
      int next = in.read();
      if (next == -1 && head.size() == 0) {
        return Optional.empty();
      }
      if (next == -1) {
        throw new EOFException("within a head");
      }
      head.write(next);
      end = (end.length() < 4 ? end : end.substring(1)) + (char) next;
    }
    Message message = new Message(head.toString(StandardCharsets.ISO_8859_1), new byte[0]);
    int length = message.length();
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("within a body");
    }
    return Optional.of(new Message(message.head, body));
  }

  /** A reply of this body, with the length that it has. */
  static String reply(String status, String headers, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n%s".formatted(status, headers, length, body);
  }

  /** The id of a reply. */
  static Optional<String> id(String reply) {
    Matcher id = ID.matcher(reply);
    return id.find() ? Optional.of(id.group(2)) : Optional.empty();
  }

  /** The same reply with an id that nobody has seen. */
  static String invented(String reply) {
    return ID.matcher(reply).replaceFirst("$1" + UUID.randomUUID());
  }

  private int length() {
    return headers().stream()
        .filter(header -> header.key().equals("content-length"))
        .mapToInt(header -> Integer.parseInt(header.value()))
        .findFirst()
        .orElse(0);
  }

  private List<Header> headers() {
    List<Header> headers = new ArrayList<>();
    for (String line : head.strip().lines().skip(1).toList()) {
      int colon = line.indexOf(':');
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return headers;
  }

  /** As a vendor's simulator reads it. */
  VendorRequest request() {
    String[] line = head.substring(0, head.indexOf('\r')).split(" ", -1);
    return new VendorRequest(line[0], line[1], headers(), body);
  }

  /** What is asked for, and the body: a number stands in either. */
  String question() {
    return head.substring(0, head.indexOf('\r')) + "\n" + bodyText();
  }

  String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The whole, as it travels. */
  byte[] bytes() {
    byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + body.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }

  @Override
  public String toString() {
    return "Message[" + head.length() + " + " + body.length + " bytes]";
  }
}
