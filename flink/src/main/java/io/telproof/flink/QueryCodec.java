package io.telproof.flink;

import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.RecycledQuery;
import io.telproof.Sensitive;
import io.telproof.TenureQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A query as bytes, for the checks that a stream may ask. What is added gets a new number. */
final class QueryCodec {
  private static final int PHONE_NUMBER = 1;
  private static final int TENURE_QUERY = 2;
  private static final int IDENTITY_CLAIM = 3;
  private static final int IDENTITY_CLAIM_OF_PARTS = 4;
  private static final int RECYCLED_QUERY = 5;

  private QueryCodec() {}

  static byte[] encode(Object query) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    if (query instanceof PhoneNumber number) {
      out.writeByte(PHONE_NUMBER);
      Texts.write(number.e164(), out);
    } else if (query instanceof TenureQuery tenure) {
      out.writeByte(TENURE_QUERY);
      Texts.write(tenure.number().e164(), out);
      // A month of interest is 1 or more.
      out.writeInt(tenure.monthsOfInterest().orElse(0));
    } else if (query instanceof IdentityClaim claim) {
      out.writeByte(IDENTITY_CLAIM_OF_PARTS);
      Texts.write(claim.number().e164(), out);
      Texts.write(claim.name().reveal(), out);
      for (Optional<Sensitive> part : parts(claim)) {
        // No part of a claim is an empty text.
        Texts.write(part.map(Sensitive::reveal).orElse(""), out);
      }
    } else if (query instanceof RecycledQuery recycled) {
      out.writeByte(RECYCLED_QUERY);
      Texts.write(recycled.number().e164(), out);
      out.writeLong(recycled.heldSince().toEpochDay());
    } else {
      throw new IOException("a stream has no questions of " + query.getClass().getName());
    }
    return bytes.toByteArray();
  }

  static Object decode(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int type = in.readByte();
    return switch (type) {
      case PHONE_NUMBER -> PhoneNumber.of(Texts.read(in));
      case TENURE_QUERY -> {
        PhoneNumber number = PhoneNumber.of(Texts.read(in));
        int months = in.readInt();
        yield new TenureQuery(number, months == 0 ? OptionalInt.empty() : OptionalInt.of(months));
      }
      // Written while every claim had an identity number.
      case IDENTITY_CLAIM ->
          IdentityClaim.of(PhoneNumber.of(Texts.read(in)), Texts.read(in), Texts.read(in));
      case IDENTITY_CLAIM_OF_PARTS ->
          new IdentityClaim(
              PhoneNumber.of(Texts.read(in)),
              Sensitive.of(Texts.read(in)),
              part(in),
              part(in),
              part(in),
              part(in));
      case RECYCLED_QUERY ->
          RecycledQuery.of(PhoneNumber.of(Texts.read(in)), LocalDate.ofEpochDay(in.readLong()));
      default -> throw new IOException("a question of a later version of Telproof: " + type);
    };
  }

  private static List<Optional<Sensitive>> parts(IdentityClaim claim) {
    return List.of(claim.idNumber(), claim.givenName(), claim.familyName(), claim.birthDate());
  }

  private static Optional<Sensitive> part(DataInput in) throws IOException {
    return Optional.of(Texts.read(in)).filter(text -> !text.isEmpty()).map(Sensitive::of);
  }
}
