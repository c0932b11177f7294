package io.telproof.limits.trial;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One connection at the vendor: HTTP/1.1, one request after the other, each with the length of its
 * body. Read by one thread.
 */
final class Line {
  private static final String HEAD_END = "\r\n\r\n";

  private final SocketChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 14);
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long begun;

  Line(SocketChannel channel) {
    this.channel = channel;
  }

  /** When the request that was read last has begun. */
  long begun() {
    return begun;
  }

  /**
   * Reads what is there, and gives the request once it is whole.
   *
   * @param now when it was there
   * @throws EOFException if the other end has closed
   */
  Optional<VendorRequest> read(long now) throws IOException {
    if (bytes.size() == 0) {
      begun = now;
    }
    buffer.clear();
    int read = channel.read(buffer);
    if (read < 0) {
      throw new EOFException("closed");
    }
    bytes.write(buffer.array(), 0, read);
    return whole();
  }

  private Optional<VendorRequest> whole() {
    String text = bytes.toString(StandardCharsets.ISO_8859_1);
    int end = text.indexOf(HEAD_END);
    if (end < 0) {
      return Optional.empty();
    }
    List<Header> headers = new ArrayList<>();
    List<String> lines = text.substring(0, end).lines().toList();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    int length =
        headers.stream()
            .filter(header -> header.name().equalsIgnoreCase("Content-Length"))
            .mapToInt(header -> Integer.parseInt(header.value()))
            .findFirst()
            .orElse(0);
    int from = end + HEAD_END.length();
    if (bytes.size() < from + length) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOfRange(bytes.toByteArray(), from, from + length);
    bytes.reset();
    String[] first = lines.get(0).split(" ", -1);
    return Optional.of(new VendorRequest(first[0], first[1], headers, body));
  }

  /** Writes a reply; to nobody, where the other end has gone. */
  void write(VendorReply reply) {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %d Any\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(reply.status(), body.length);
    ByteBuffer all = ByteBuffer.allocate(head.length() + body.length);
    all.put(head.getBytes(StandardCharsets.ISO_8859_1)).put(body).flip();
    try {
      while (all.hasRemaining()) {
        channel.write(all);
      }
    } catch (IOException e) {
      // The other end was killed.
    }
  }

  void close() throws IOException {
    channel.close();
  }
}
