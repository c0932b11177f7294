package io.telproof.ledger;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.ledger.LedgerRecord.Conclusion;
import io.telproof.ledger.LedgerRecord.IntentRecord;
import io.telproof.ledger.LedgerRecord.OwnerEnd;
import io.telproof.ledger.LedgerRecord.OwnerStart;
import io.telproof.ledger.LedgerRecord.SettlementRecord;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.Settlement;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * How a record stands in a file: the length of what follows the checksum, CRC32C of the length and
 * of what follows, the address up to which everything was on the disk as it was written, the
 * version, the type, and what it says. Numbers are big-endian.
 */
final class RecordFormat {
  /** The length and the checksum. */
  static final int PREFIX = 8;

  /** With the address, the version and the type. */
  static final int HEAD = PREFIX + 10;

  static final int LONGEST = 16 << 20;

  static final byte OWNER_START = 1;
  static final byte INTENT = 2;
  static final byte SETTLEMENT = 3;
  static final byte CONCLUSION = 4;
  static final byte OWNER_END = 5;

  static final byte VERSION = 1;

  private static final int ID = 16;
  private static final int KEY = 32;
  private static final HexFormat HEX = HexFormat.of();
  private static final Duration ANY = Duration.ofSeconds(1);

  private RecordFormat() {}

  /**
   * The bytes of a record.
   *
   * @param forced up to where everything is on the disk
   */
  static byte[] encode(LedgerRecord record, long forced) {
    RecordOutput out = new RecordOutput(HEAD);
    byte type = write(record, out);
    byte[] bytes = out.bytes();
    ByteBuffer head = ByteBuffer.wrap(bytes);
    head.putInt(0, bytes.length - PREFIX);
    head.putLong(PREFIX, forced);
    head.put(PREFIX + 8, VERSION);
    head.put(PREFIX + 9, type);
    head.putInt(4, checksum(bytes, 0, bytes.length));
    return bytes;
  }

  private static byte write(LedgerRecord record, RecordOutput out) {
    if (record instanceof OwnerStart start) {
      out.put(start.at());
      return OWNER_START;
    }
    if (record instanceof IntentRecord intent) {
      write(intent.intent(), out);
      return INTENT;
    }
    if (record instanceof SettlementRecord settlement) {
      write(settlement, out);
      return SETTLEMENT;
    }
    if (record instanceof Conclusion conclusion) {
      write(conclusion, out);
      return CONCLUSION;
    }
    List<Long> open = ((OwnerEnd) record).open();
    out.put(open.size());
    open.forEach(out::put);
    return OWNER_END;
  }

  private static void write(Intent intent, RecordOutput out) {
    out.putHex(intent.id(), ID)
        .put(intent.at())
        .put(intent.check().key())
        .put(intent.provider())
        .put(intent.operation())
        .putHex(intent.subject(), ID)
        .put(intent.correlationId())
        .put(intent.purpose())
        .put((byte) (intent.key().isPresent() ? 1 : 0));
    intent.key().ifPresent(key -> out.putHex(key, KEY));
  }

  private static void write(SettlementRecord record, RecordOutput out) {
    Settlement settlement = record.settlement();
    out.putHex(settlement.id(), ID)
        .put(record.intent())
        .put(settlement.at())
        .put(settlement.outcome())
        .put(settlement.charge().name())
        .put(settlement.vendorCode())
        .put(settlement.requestId())
        .put(settlement.elapsed().toNanos());
  }

  private static void write(Conclusion conclusion, RecordOutput out) {
    Receipt receipt = conclusion.receipt();
    out.putHex(conclusion.key(), KEY)
        .put(conclusion.outcome())
        .put(receipt.provider())
        .put(receipt.operation())
        .put(receipt.charge().name())
        .put(receipt.at())
        .put(receipt.elapsed().toNanos())
        .put(receipt.vendorCode())
        .put(receipt.requestId())
        .put(conclusion.until())
        .put(conclusion.answer().map(Sensitive::reveal));
  }

  /** The checksum of a record that begins there, but for its own four bytes. */
  static int checksum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, 4);
    crc.update(bytes, from + PREFIX, length - PREFIX);
    return (int) crc.getValue();
  }

  /**
   * Reads a record whose checksum is right.
   *
   * @param body what stands behind the head
   * @throws IllegalArgumentException if it says what no record can say
   */
  static LedgerRecord decode(byte type, ByteBuffer body) {
    try {
      return switch (type) {
        case OWNER_START -> new OwnerStart(instant(body));
        case INTENT -> new IntentRecord(intent(body));
        case SETTLEMENT -> settlement(body);
        case CONCLUSION -> conclusion(body);
        case OWNER_END -> ownerEnd(body);
        default -> throw new IllegalArgumentException("there is no such type of record");
      };
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a record is too short", e);
    }
  }

  private static Intent intent(ByteBuffer body) {
    String id = hex(body, ID);
    Instant at = instant(body);
    String check = text(body);
    String provider = text(body);
    String operation = text(body);
    String subject = hex(body, ID);
    CallContext context = new CallContext(ANY, text(body), optionalText(body));
    Intent intent =
        Intent.of(
            id,
            at,
            CheckType.of(check).orElseThrow(IllegalArgumentException::new),
            provider,
            operation,
            subject,
            context);
    return body.get() == 0 ? intent : intent.withKey(hex(body, KEY));
  }

  private static SettlementRecord settlement(ByteBuffer body) {
    String id = hex(body, ID);
    long intent = body.getLong();
    return new SettlementRecord(
        new Settlement(
            id,
            instant(body),
            text(body),
            Charge.valueOf(text(body)),
            optionalText(body),
            optionalText(body),
            Duration.ofNanos(body.getLong())),
        intent);
  }

  private static Conclusion conclusion(ByteBuffer body) {
    String key = hex(body, KEY);
    String outcome = text(body);
    String provider = text(body);
    String operation = text(body);
    Charge charge = Charge.valueOf(text(body));
    Instant at = instant(body);
    Receipt receipt = Receipt.of(provider, operation, charge, at, Duration.ofNanos(body.getLong()));
    receipt = optionalText(body).map(receipt::withVendorCode).orElse(receipt);
    receipt = optionalText(body).map(receipt::withRequestId).orElse(receipt);
    Instant until = instant(body);
    return new Conclusion(key, outcome, receipt, optionalText(body).map(Sensitive::of), until);
  }

  private static OwnerEnd ownerEnd(ByteBuffer body) {
    int count = body.getInt();
    List<Long> open = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      open.add(body.getLong());
    }
    return new OwnerEnd(open);
  }

  private static Instant instant(ByteBuffer body) {
    return Instant.ofEpochSecond(body.getLong(), body.getInt());
  }

  private static String text(ByteBuffer body) {
    return text(body, body.getInt());
  }

  private static Optional<String> optionalText(ByteBuffer body) {
    int length = body.getInt();
    return length == RecordOutput.ABSENT ? Optional.empty() : Optional.of(text(body, length));
  }

  private static String text(ByteBuffer body, int length) {
    if (length < 0 || length > body.remaining()) {
      throw new IllegalArgumentException("a text is longer than its record");
    }
    int from = body.arrayOffset() + body.position();
    body.position(body.position() + length);
    return new String(body.array(), from, length, StandardCharsets.UTF_8);
  }

  private static String hex(ByteBuffer body, int bytes) {
    byte[] value = new byte[bytes];
    body.get(value);
    return HEX.formatHex(value);
  }
}
