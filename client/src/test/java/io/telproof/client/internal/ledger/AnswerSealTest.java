package io.telproof.client.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telproof.Carrier;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.IdentityVerdict;
import io.telproof.LineState;
import io.telproof.PhoneStatus;
import io.telproof.PreValidatedId;
import io.telproof.Recycling;
import io.telproof.Sensitive;
import io.telproof.SimSwap;
import io.telproof.Tenure;
import io.telproof.spi.CheckType;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerSealTest {
  private static final String KEY = "ab".repeat(32);
  private final AnswerSeal seal = new AnswerSeal(bytes(1), Duration.ofDays(30));

  private static byte[] bytes(int seed) {
    byte[] key = new byte[32];
    new Random(seed).nextBytes(key);
    return key;
  }

  /** Any value of a check: what its type allows is all there is to it. */
  private static Object value(CheckType check, Random random) {
    return switch (check) {
      case PHONE_STATUS -> new PhoneStatus(one(LineState.values(), random), carrier(random));
      case TENURE -> {
        int from = random.nextInt(Integer.MAX_VALUE - 1);
        yield new Tenure(
            from,
            random.nextBoolean()
                ? OptionalInt.empty()
                : OptionalInt.of(from + 1 + random.nextInt(Integer.MAX_VALUE - from - 1)));
      }
      case IDENTITY_MATCH -> identity(random);
      case CODE_DELIVERY ->
          new CodeDispatch(
              maybe(text(random), random),
              maybe(
                  Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)), random));
      case CODE_VERIFICATION -> one(CodeVerdict.values(), random);
      case PRE_VALIDATED_NUMBER -> new PreValidatedId(text(random), maybe(text(random), random));
      case RECYCLED_NUMBER -> one(Recycling.values(), random);
      case SIM_SWAP ->
          new SimSwap(random.nextBoolean(), maybe(Instant.ofEpochSecond(random.nextInt()), random));
    };
  }

  private static IdentityVerdict identity(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> IdentityVerdict.match(carrier(random));
      case 1 -> IdentityVerdict.mismatch(carrier(random));
      case 2 ->
          IdentityVerdict.mismatch(
              Set.of(one(IdentityVerdict.Attribute.values(), random)), carrier(random));
      case 3 -> IdentityVerdict.mismatch(carrier(random)).withScore(random.nextInt(100));
      default ->
          IdentityVerdict.mismatch(EnumSet.allOf(IdentityVerdict.Attribute.class), carrier(random));
    };
  }

  private static <T> T one(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }

  private static Carrier carrier(Random random) {
    return random.nextBoolean() ? Carrier.UNKNOWN : new Carrier("china-" + random.nextInt(1000));
  }

  private static <T> Optional<T> maybe(T value, Random random) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  /** Whatever a vendor may send: also half a character, and more than a short length can say. */
  private static String text(Random random) {
    int length = random.nextInt(50) == 0 ? 70_000 : random.nextInt(40);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) random.nextInt(Character.MAX_VALUE + 1));
    }
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource
  void every_answer_of_every_check_is_the_same_after_it_was_sealed_and_opened(CheckType check)
      throws UnreadableAnswerException {
    for (int seed = 0; seed < 100; seed++) {
      Object value = value(check, new Random(seed));
      assertThat(seal.open(KEY, check, seal.seal(KEY, check, value)))
          .as("seed %d", seed)
          .isEqualTo(value);
    }
  }

  @Test
  void the_same_answer_is_sealed_differently_each_time_and_shows_nothing() {
    Set<String> seals = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      seals.add(seal.seal(KEY, CheckType.CODE_VERIFICATION, CodeVerdict.ALREADY_VERIFIED).reveal());
    }
    assertThat(seals).hasSize(100).allSatisfy(each -> assertThat(opened(each)).isFalse());
    assertThat(seal.toString()).isEqualTo("AnswerSeal[***]");
  }

  /** Whether the name of the verdict stands in it, in UTF-16. */
  private static boolean opened(String sealed) {
    byte[] bytes = Base64.getDecoder().decode(sealed);
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_16BE).contains("VERIFIED");
  }

  @Test
  void what_was_changed_sealed_otherwise_or_is_of_another_key_does_not_open() {
    String sealed = seal.seal(KEY, CheckType.TENURE, Tenure.between(12, 24)).reveal();
    byte[] bytes = Base64.getDecoder().decode(sealed);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      refuses(seal, KEY, Base64.getEncoder().encodeToString(changed));
    }
    for (String wrong : List.of("AAAA", "no base64!", "A".repeat(16), "A".repeat(64))) {
      refuses(seal, KEY, wrong);
    }
    refuses(seal, "cd".repeat(32), sealed);
    refuses(new AnswerSeal(bytes(2), Duration.ofDays(30)), KEY, sealed);
  }

  private static void refuses(AnswerSeal seal, String key, String sealed) {
    assertThatExceptionOfType(UnreadableAnswerException.class)
        .isThrownBy(() -> seal.open(key, CheckType.TENURE, Sensitive.of(sealed)))
        .withMessage("it was sealed with another telproof.ledger.answers.key, or was changed");
  }

  @Test
  void what_has_another_form_than_the_check_has_now_is_not_read() {
    byte[] tenure = AnswerCodec.encode(CheckType.TENURE, Tenure.between(12, 24));
    for (CheckType other : EnumSet.complementOf(EnumSet.of(CheckType.TENURE))) {
      refuses(other, tenure);
    }
    for (int length = 0; length < tenure.length; length++) {
      refuses(CheckType.TENURE, ByteBuffer.allocate(length).put(tenure, 0, length).array());
    }
    refuses(CheckType.TENURE, ByteBuffer.allocate(tenure.length + 1).put(tenure).array());
    byte[] later = tenure.clone();
    later[0]++;
    refuses(CheckType.TENURE, later);
    byte[] impossible = tenure.clone();
    impossible[tenure.length - 1] = 0;
    refuses(CheckType.TENURE, impossible);
    byte[] verdict = AnswerCodec.encode(CheckType.CODE_VERIFICATION, CodeVerdict.ACCEPTED);
    verdict[verdict.length - 1]++;
    refuses(CheckType.CODE_VERIFICATION, verdict);
    refuses(
        CheckType.CODE_VERIFICATION,
        ByteBuffer.allocate(5).put((byte) 1).putInt(Integer.MAX_VALUE).array());
  }

  private static void refuses(CheckType check, byte[] bytes) {
    assertThatExceptionOfType(UnreadableAnswerException.class)
        .isThrownBy(() -> AnswerCodec.decode(check, bytes))
        .withMessage("it was written in another form than " + check.key() + " has now");
  }
}
