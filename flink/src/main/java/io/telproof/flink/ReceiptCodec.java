package io.telproof.flink;

import io.telproof.AnswerOrigin;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Receipts and failures, in every word. */
final class ReceiptCodec {
  private ReceiptCodec() {}

  static void write(Receipt receipt, DataOutput out) throws IOException {
    Texts.write(receipt.provider(), out);
    Texts.write(receipt.operation(), out);
    Texts.write(receipt.charge().name(), out);
    write(receipt.at(), out);
    write(receipt.elapsed(), out);
    Texts.writeOptional(receipt.requestId(), out);
    Texts.writeOptional(receipt.vendorCode(), out);
    write(receipt.earlier(), out);
    Texts.write(receipt.origin().name(), out);
  }

  static Receipt readReceipt(DataInput in) throws IOException {
    String provider = Texts.read(in);
    String operation = Texts.read(in);
    Charge charge = Charge.valueOf(Texts.read(in));
    Instant at = readInstant(in);
    Duration elapsed = readDuration(in);
    Receipt receipt = Receipt.of(provider, operation, charge, at, elapsed);
    receipt = Texts.readOptional(in).map(receipt::withRequestId).orElse(receipt);
    receipt = Texts.readOptional(in).map(receipt::withVendorCode).orElse(receipt);
    List<Attempt> earlier = readAttempts(in);
    AnswerOrigin origin = AnswerOrigin.valueOf(Texts.read(in));
    // The charge after the origin, which makes it free.
    return receipt.withOrigin(origin, elapsed).withCharge(charge).withEarlier(earlier);
  }

  static void write(Failure failure, DataOutput out) throws IOException {
    Texts.write(failure.kind().name(), out);
    Texts.write(failure.provider(), out);
    Texts.write(failure.operation(), out);
    Texts.write(failure.reason(), out);
    Texts.write(failure.charge().name(), out);
    write(failure.earlier(), out);
    out.writeBoolean(failure.shortOfTime());
    out.writeBoolean(failure.skipped());
    Texts.writeOptional(failure.vendorCode(), out);
    Texts.writeOptional(failure.requestId(), out);
    // There are none below zero.
    out.writeInt(failure.maxRetries().orElse(-1));
    Optional<Duration> retryAfter = failure.retryAfter();
    out.writeBoolean(retryAfter.isPresent());
    if (retryAfter.isPresent()) {
      write(retryAfter.get(), out);
    }
    Optional<Instant> refusedUntil = failure.refusedUntil();
    out.writeBoolean(refusedUntil.isPresent());
    if (refusedUntil.isPresent()) {
      write(refusedUntil.get(), out);
    }
  }

  static Failure readFailure(DataInput in) throws IOException {
    FailureKind kind = FailureKind.valueOf(Texts.read(in));
    String provider = Texts.read(in);
    String operation = Texts.read(in);
    Failure failure = Failure.of(kind, provider, operation, Texts.read(in));
    failure = failure.withCharge(Charge.valueOf(Texts.read(in)));
    failure = failure.withEarlier(readAttempts(in));
    failure = failure.withShortOfTime(in.readBoolean());
    failure = failure.withSkipped(in.readBoolean());
    failure = Texts.readOptional(in).map(failure::withVendorCode).orElse(failure);
    failure = Texts.readOptional(in).map(failure::withRequestId).orElse(failure);
    int maxRetries = in.readInt();
    failure = maxRetries < 0 ? failure : failure.withMaxRetries(maxRetries);
    failure = in.readBoolean() ? failure.withRetryAfter(readDuration(in)) : failure;
    return in.readBoolean() ? failure.withRefusedUntil(readInstant(in)) : failure;
  }

  private static void write(List<Attempt> attempts, DataOutput out) throws IOException {
    out.writeInt(attempts.size());
    for (Attempt attempt : attempts) {
      Texts.write(attempt.provider(), out);
      Texts.write(attempt.operation(), out);
      Texts.write(attempt.charge().name(), out);
      write(attempt.elapsed(), out);
      Texts.write(attempt.reason(), out);
      out.writeBoolean(attempt.skipped());
      Texts.writeOptional(attempt.failure().map(FailureKind::name), out);
    }
  }

  private static List<Attempt> readAttempts(DataInput in) throws IOException {
    List<Attempt> attempts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      Attempt attempt =
          Attempt.of(
                  Texts.read(in),
                  Texts.read(in),
                  Charge.valueOf(Texts.read(in)),
                  readDuration(in),
                  Texts.read(in))
              .withSkipped(in.readBoolean());
      Optional<FailureKind> failure = Texts.readOptional(in).map(FailureKind::valueOf);
      attempts.add(failure.map(attempt::withFailure).orElse(attempt));
    }
    return attempts;
  }

  private static void write(Instant instant, DataOutput out) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private static Instant readInstant(DataInput in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private static void write(Duration duration, DataOutput out) throws IOException {
    out.writeLong(duration.getSeconds());
    out.writeInt(duration.getNano());
  }

  private static Duration readDuration(DataInput in) throws IOException {
    return Duration.ofSeconds(in.readLong(), in.readInt());
  }
}
