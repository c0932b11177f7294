package io.telproof.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.Attempt;
import io.telproof.Carrier;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.IdentityClaim;
import io.telproof.IdentityVerdict;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.Receipt;
import io.telproof.RecycledQuery;
import io.telproof.Recycling;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.InvalidTypesException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.java.typeutils.TypeExtractor;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Flink writes of a question and of an outcome, and reads again. */
final class SerializersTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613912345678");
  private static final Instant AT = Instant.parse("2026-11-26T08:00:00.000000001Z");
  private static final Attempt ATTEMPT =
      Attempt.of("main", "MobileStatus", Charge.FREE, Duration.ofNanos(7), "busy")
          .withFailure(FailureKind.UNAVAILABLE)
          .withSkipped(true);

  @TempDir private Path directory;

  static Stream<Object> queries() {
    return Stream.of(
        NUMBER,
        TenureQuery.of(NUMBER),
        TenureQuery.of(NUMBER, 6),
        IdentityClaim.of(NUMBER, "张三", "11010119900307765X"),
        IdentityClaim.of(NUMBER, "张三"),
        IdentityClaim.of(NUMBER, "Ada Lovelace")
            .withNameParts("Ada", "Lovelace")
            .withBirthDate(LocalDate.of(1990, 1, 31)),
        RecycledQuery.of(NUMBER, LocalDate.of(2024, 5, 1)));
  }

  static Stream<Object> values() {
    return Stream.of(
        new PhoneStatus(LineState.SUSPENDED, Carrier.CHINA_UNICOM),
        Tenure.between(0, 3),
        Tenure.from(24),
        IdentityVerdict.match(Carrier.UNKNOWN),
        IdentityVerdict.mismatch(Carrier.CHINA_MOBILE),
        IdentityVerdict.mismatch(
            EnumSet.allOf(IdentityVerdict.Attribute.class), Carrier.CHINA_TELECOM),
        IdentityVerdict.mismatch(EnumSet.of(IdentityVerdict.Attribute.NAME), Carrier.CHINA_TELECOM)
            .withScore(99),
        Recycling.RECYCLED,
        Recycling.SAME_HOLDER);
  }

  static Stream<Outcome<?>> outcomes() {
    Receipt receipt = Receipt.of("main", "MobileStatus", Charge.CHARGED, AT, Duration.ofMillis(78));
    Receipt whole =
        receipt.withRequestId("r-1").withVendorCode("0/0").withEarlier(List.of(ATTEMPT, ATTEMPT));
    Receipt recorded = whole.withOrigin(AnswerOrigin.RECORDED, Duration.ofMillis(3));
    Failure failure = Failure.of(FailureKind.INDETERMINATE, "main", "MobileStatus", "reply lost");
    Failure full =
        Failure.of(FailureKind.THROTTLED, "ali", "X", "too fast")
            .withVendorCode("busy")
            .withRequestId("r-2")
            .withCharge(Charge.UNSTATED)
            .withEarlier(List.of(ATTEMPT))
            .withRetryAfter(Duration.ofSeconds(3, 5))
            .withMaxRetries(0)
            .withShortOfTime(true)
            .withRefusedUntil(AT)
            .withSkipped(true);
    Stream<Outcome<?>> known =
        values().map(value -> new Outcome.Answered<>("row/1", new Answer.Known<>(value, receipt)));
    return Stream.concat(
        known,
        Stream.of(
            new Outcome.Answered<>("row/2", new Answer.Known<>(Tenure.from(1), whole)),
            new Outcome.Answered<>("row/3", new Answer.Known<>(Tenure.from(1), recorded)),
            new Outcome.Answered<>("row/4", new Answer.Unknown<Tenure>(Gap.NO_RECORD, whole)),
            new Outcome.Failed<Tenure>("row/5", failure),
            new Outcome.Failed<Tenure>("row/6", full)));
  }

  @ParameterizedTest
  @EnumSource
  void every_check_of_a_stream_has_its_query_and_its_value_here(CheckType check) {
    assertThat(queries().anyMatch(check.query()::isInstance) || !check.mayCache()).isTrue();
    assertThat(values().anyMatch(check.value()::isInstance)).isEqualTo(check.mayCache());
  }

  @ParameterizedTest
  @MethodSource("queries")
  void a_question_is_read_as_it_was_written(Object query) throws IOException {
    Question question = new Question("recheck/4711", query);
    TypeSerializer<Question> serializer = sealedBy(keys("one"));
    assertThat(read(serializer, written(serializer, question))).isEqualTo(question);
    assertThat(copied(serializer, question)).isEqualTo(question);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void what_is_asked_is_not_in_the_bytes_and_the_key_is(Object query) throws IOException {
    byte[] bytes = written(sealedBy(keys("one")), new Question("recheck/4711", query));
    assertThat(text(bytes))
        .contains("recheck/4711")
        .doesNotContain("13912345678", text("张三".getBytes(StandardCharsets.UTF_8)), "1101011990");
  }

  @Test
  void the_same_question_is_never_the_same_bytes() throws IOException {
    TypeSerializer<Question> serializer = sealedBy(keys("one"));
    Question question = new Question("recheck/4711", NUMBER);
    assertThat(written(serializer, question)).isNotEqualTo(written(serializer, question));
  }

  @Test
  void another_key_does_not_open_it_and_says_what_to_do() throws IOException {
    byte[] bytes = written(sealedBy(keys("one")), new Question("recheck/4711", NUMBER));
    assertThatThrownBy(() -> read(sealedBy(keys("two")), bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another key")
        .hasMessageContaining("put that key behind the first one");
  }

  @Test
  void a_key_that_was_put_behind_the_new_one_still_opens() throws IOException {
    Question question = new Question("recheck/4711", NUMBER);
    byte[] bytes = written(sealedBy(keys("one")), question);
    assertThat(read(sealedBy(keys("two", "one")), bytes)).isEqualTo(question);
    byte[] anew = written(sealedBy(keys("two", "one")), question);
    assertThat(read(sealedBy(keys("two")), anew)).isEqualTo(question);
  }

  @Test
  void what_is_asked_opens_under_its_own_key_alone() throws IOException {
    byte[] bytes = written(sealedBy(keys("one")), new Question("recheck/1", NUMBER));
    byte[] moved =
        text(bytes).replace("recheck/1", "recheck/2").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> read(sealedBy(keys("one")), moved))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("was changed");
  }

  @Test
  void a_form_of_later_is_refused() throws IOException {
    byte[] bytes = written(sealedBy(keys("one")), new Question("recheck/1", NUMBER));
    bytes[0] = 2;
    assertThatThrownBy(() -> read(sealedBy(keys("one")), bytes)).hasMessageContaining("form 2");
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void an_outcome_is_read_as_it_was_written(Outcome<Object> outcome) throws IOException {
    TypeSerializer<Outcome<Object>> serializer = outcomeSerializer();
    assertThat(read(serializer, written(serializer, outcome))).isEqualTo(outcome);
    assertThat(copied(serializer, outcome)).isEqualTo(outcome);
  }

  @Test
  void a_failure_that_was_thrown_is_the_same_after_it_was_read() throws IOException {
    VerificationException thrown =
        new VerificationException(
            Failure.of(FailureKind.UNAVAILABLE, "main", "MobileStatus", "refused"));
    Outcome<Object> outcome = new Outcome.Failed<>("row/1", thrown.failure());
    TypeSerializer<Outcome<Object>> serializer = outcomeSerializer();
    assertThat(read(serializer, written(serializer, outcome))).isEqualTo(outcome);
  }

  @Test
  void flink_finds_how_outcomes_are_written_and_never_takes_kryo() {
    TypeInformation<Outcome<Tenure>> found = TypeInformation.of(new TypeHint<>() {});
    assertThat(found).isEqualTo(new OutcomeTypeInfo<Tenure>());
  }

  @Test
  void flink_does_not_write_a_question_that_nothing_seals() {
    assertThatThrownBy(() -> TypeExtractor.createTypeInfo(Question.class))
        .isInstanceOf(InvalidTypesException.class)
        .hasStackTraceContaining(".returns(Question.type(");
  }

  @Test
  void a_snapshot_says_where_the_key_was_and_holds_nothing_of_it() throws IOException {
    StateKey key = keys("one");
    TypeSerializerSnapshot<Question> snapshot = sealedBy(key).snapshotConfiguration();
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
    byte[] bytes = out.getCopyOfBuffer();

    assertThat(text(bytes)).contains(key.place()).doesNotContain(secret("one"));
    TypeSerializerSnapshot<Question> again =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(bytes), getClass().getClassLoader());
    assertThat(again.restoreSerializer()).isEqualTo(sealedBy(key));
    assertThat(
            sealedBy(keys("two"))
                .snapshotConfiguration()
                .resolveSchemaCompatibility(again)
                .isCompatibleAsIs())
        .isTrue();
  }

  @Test
  void a_snapshot_of_outcomes_is_read_again() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, outcomeSerializer().snapshotConfiguration());
    TypeSerializerSnapshot<Outcome<Object>> again =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
    assertThat(again.restoreSerializer()).isEqualTo(outcomeSerializer());
    assertThat(again.resolveSchemaCompatibility(again).isCompatibleAsIs()).isTrue();
  }

  @Test
  void a_key_that_is_not_there_or_is_none_is_told_without_it() throws IOException {
    Path none = Files.writeString(directory.resolve("none"), "c2hvcnQ=");
    assertThatThrownBy(() -> StateKey.file(none.toString()).seal())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(none.toString())
        .hasMessageContaining("openssl rand -base64 32")
        .hasMessageNotContaining("c2hvcnQ");
    assertThatThrownBy(() -> StateKey.file(directory.resolve("away").toString()).seal())
        .hasMessageContaining("NoSuchFileException");
    assertThatThrownBy(() -> StateKey.environment("TELPROOF_NO_SUCH_KEY").seal())
        .hasMessageContaining("the variable TELPROOF_NO_SUCH_KEY is not set");
  }

  @Test
  void nothing_prints_a_key_or_what_is_asked() {
    assertThat(new Question("order-1", NUMBER)).hasToString("Question[***]");
    assertThat(outcomes().map(Object::toString)).noneMatch(text -> text.contains("row/"));
  }

  /** A file of keys, each made of a letter. */
  private StateKey keys(String... names) throws IOException {
    Path file = directory.resolve(String.join("-", names));
    String text = String.join("\n", Arrays.stream(names).map(SerializersTest::secret).toList());
    return StateKey.file(Files.writeString(file, text + "\n").toString());
  }

  private static String secret(String name) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) name.charAt(0));
    return Base64.getEncoder().encodeToString(key);
  }

  private static TypeSerializer<Question> sealedBy(StateKey key) {
    return Question.type(key).createSerializer(new SerializerConfigImpl());
  }

  private static TypeSerializer<Outcome<Object>> outcomeSerializer() {
    return new OutcomeTypeInfo<Object>().createSerializer(new SerializerConfigImpl());
  }

  private static <T> byte[] written(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static <T> T read(TypeSerializer<T> serializer, byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    T value = serializer.deserialize(in);
    assertThat(in.available()).isZero();
    return value;
  }

  private static <T> T copied(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.copy(new DataInputDeserializer(written(serializer, value)), out);
    return read(serializer, out.getCopyOfBuffer());
  }

  /** Each byte a character, so that ASCII is seen as it is, and UTF-8 as UTF-8 in Latin letters. */
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
