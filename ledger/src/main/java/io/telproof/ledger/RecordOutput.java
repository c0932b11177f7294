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

  private ByteBuffer buffer;

  RecordOutput(int head) {
    buffer = ByteBuffer.allocate(512).position(head);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int wanted = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
      buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), wanted)).position(buffer.position());
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
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
    return this;
  }

  RecordOutput put(Optional<String> text) {
    return text.isPresent() ? put(text.get()) : put(ABSENT);
  }

  /** Hexadecimal digits, of which the record's reader knows how many there are. */
  RecordOutput putHex(String digits, int bytes) {
    byte[] value = HexFormat.of().parseHex(digits);
    if (value.length != bytes) {
      throw new IllegalArgumentException(2 * bytes + " hexadecimal digits are needed");
    }
    room(bytes).put(value);
    return this;
  }

  /** The bytes, the head's among them. */
  byte[] bytes() {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
