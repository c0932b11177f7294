package io.telproof.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The bytes of a record as they are put together. For one thread. */
final class RecordOutput {
  /** Stands for a text that is not there. */
  static final int ABSENT = -1;

  private byte[] bytes = new byte[512];
  private ByteBuffer buffer = ByteBuffer.wrap(bytes);

  RecordOutput(int head) {
    buffer.position(head);
  }

  private ByteBuffer room(int more) {
    if (buffer.remaining() < more) {
      int position = buffer.position();
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + more));
      buffer = ByteBuffer.wrap(bytes).position(position);
    }
    return buffer;
  }

  RecordOutput put(byte value) {
    room(1).put(value);
    return this;
  }

  RecordOutput put(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  RecordOutput put(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  RecordOutput put(Instant instant) {
    return put(instant.getEpochSecond()).put(instant.getNano());
  }

  RecordOutput put(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES + utf8.length).putInt(utf8.length).put(utf8);
    return this;
  }

  RecordOutput put(Optional<String> text) {
    return text.isPresent() ? put(text.get()) : put(ABSENT);
  }

  /** Hexadecimal digits, of which the record's reader knows how many there are. */
  RecordOutput putHex(String digits, int length) {
    byte[] value = HexFormat.of().parseHex(digits);
    if (value.length != length) {
      throw new IllegalArgumentException(2 * length + " hexadecimal digits are needed");
    }
    room(length).put(value);
    return this;
  }

  /** The bytes, the head's among them. */
  byte[] bytes() {
    return Arrays.copyOf(bytes, buffer.position());
  }
}
