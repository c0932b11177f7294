package io.telproof.spi.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.VerificationException;
import io.telproof.spi.http.LogCapture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTableTest {
  private static final CodeTable<String> TABLE =
      CodeTable.of(
          CodeRow.documented("0", Charge.CHARGED, "fine", Meaning.value("yes")),
          CodeRow.documented("-3", Charge.CHARGED, "nothing known", Meaning.noValue(Gap.NO_RECORD)),
          CodeRow.documented("Busy", Charge.FREE, "busy", Meaning.failed(FailureKind.UNAVAILABLE)),
          CodeRow.documented("More", Charge.UNSTATED, "see there", Meaning.continueReading()));

  private static Reply reply(int status, String... headers) {
    return Reply.of(
        "main", "Op", status, Headers.of(headers), new byte[3], Instant.EPOCH, Duration.ZERO);
  }

  @Test
  void a_listed_code_comes_to_what_its_row_says() {
    assertThat(TABLE.decide("0", reply(200)))
        .isEqualTo(reply(200).coded("0").known("yes", Charge.CHARGED));
    assertThat(TABLE.decide("-3", reply(200)))
        .isEqualTo(reply(200).coded("-3").unknown(Gap.NO_RECORD, Charge.CHARGED));
    VerificationException busy = failure("Busy");
    assertThat(busy.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(busy.charge()).isEqualTo(Charge.FREE);
    assertThat(busy.vendorCode()).contains("Busy");
  }

  @Test
  void where_the_table_sends_on_the_reader_is_given_the_reply_with_its_code() {
    Answer<String> answer =
        TABLE.decide("More", reply(200), coded -> coded.coded("24").known("on", Charge.CHARGED));
    assertThat(answer.receipt().vendorCode()).contains("More/24");
  }

  @Test
  void a_row_that_says_to_read_on_without_a_reader_is_told_with_what_to_do() {
    assertThatIllegalStateException()
        .isThrownBy(() -> TABLE.decide("More", reply(200)))
        .withMessageContaining("the code More says to read on: decide it with a third argument");
  }

  @Test
  void a_status_that_has_a_row_decides_and_one_that_has_none_leaves_it_to_the_code() {
    CodeTable<String> byStatus =
        CodeTable.of(
            CodeRow.status(204, Charge.UNSTATED, "accepted", Meaning.value("yes")),
            CodeRow.status(410, Charge.FREE, "gone", Meaning.failed(FailureKind.UNAVAILABLE)),
            CodeRow.documented("204", Charge.FREE, "a code", Meaning.value("no")));
    assertThat(byStatus.byStatus(reply(204)))
        .contains(reply(204).coded("HTTP-204").known("yes", Charge.UNSTATED));
    assertThat(byStatus.byStatus(reply(200))).isEmpty();
    VerificationException gone =
        catchThrowableOfType(VerificationException.class, () -> byStatus.byStatus(reply(410)));
    assertThat(gone.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(gone.vendorCode()).contains("HTTP-410");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 99, 600})
  void a_row_is_for_a_status_that_there_is(int status) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeRow.status(status, Charge.FREE, "none", Meaning.value("never")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "0 ", " 0", "-33", "-", "busy", "Busy.Very", "More "})
  void a_code_that_is_not_to_the_letter_a_listed_one_is_a_protocol_failure_and_warned_of_once(
      String code) {
    try (LogCapture logs = new LogCapture()) {
      VerificationException failure = failure(code);
      assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
      assertThat(failure.charge()).isEqualTo(Charge.POSSIBLE);
      assertThat(logs.lines()).singleElement().asString().startsWith("WARN").contains("main Op");
    }
  }

  @Test
  void a_code_that_could_be_a_number_is_neither_logged_nor_told() {
    try (LogCapture logs = new LogCapture()) {
      assertThat(failure("13912340007").toString()).doesNotContain("139123");
      assertThat(logs.lines()).singleElement().asString().doesNotContain("139123");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZhangSan", "zhang.san", "OUYANG_NANA", "Wang-Er", "x1", "123-45"})
  void a_code_that_could_be_a_name_is_told_on_the_failure_and_not_logged(String code) {
    try (LogCapture logs = new LogCapture()) {
      assertThat(failure(code).vendorCode()).contains(code);
      assertThat(logs.lines())
          .singleElement()
          .asString()
          .startsWith("WARN")
          .doesNotContain(code)
          .contains("main Op", "the receipt");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"77", "-33", "60200"})
  void a_short_number_that_is_an_unlisted_code_is_logged(String code) {
    try (LogCapture logs = new LogCapture()) {
      assertThat(failure(code).kind()).isEqualTo(FailureKind.PROTOCOL);
      assertThat(logs.lines()).singleElement().asString().contains(" code " + code + ",");
    }
  }

  private static VerificationException failure(String code) {
    return catchThrowableOfType(VerificationException.class, () -> TABLE.decide(code, reply(200)));
  }

  @Test
  void a_table_has_one_row_for_a_code() {
    CodeRow<String> row = CodeRow.documented("0", Charge.FREE, "again", Meaning.value("no"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeTable.of(row, row))
        .withMessageContaining("two rows");
    assertThat(TABLE.and(List.of(row)).row("0")).contains(TABLE.rows().get(0));
    assertThat(TABLE.billed()).isEqualTo("0, -3");
    assertThat(TABLE.rows()).hasSize(5);
  }

  @Test
  void a_failure_says_what_the_vendor_says_and_of_an_unlisted_code_that_nobody_knows_it() {
    CodeTable<String> table =
        CodeTable.of(
            CodeRow.documented(
                "-4", Charge.FREE, "too busy", Meaning.failed(FailureKind.UNAVAILABLE)));
    assertThat(reason(table, "-4")).isEqualTo("the vendor says: too busy");
    assertThat(reason(table, "77"))
        .isEqualTo("the vendor answered with a code that is in no table of this module");
    assertThat(
            reason(
                table.unlisted(
                    Charge.CHARGED,
                    "a match that no page lists",
                    Meaning.failed(FailureKind.PROTOCOL)),
                "77"))
        .isEqualTo("the vendor answered with a match that no page lists");
  }

  private static String reason(CodeTable<String> table, String code) {
    return catchThrowableOfType(VerificationException.class, () -> table.decide(code, reply(200)))
        .failure()
        .reason();
  }

  @Test
  void a_table_may_say_what_an_unlisted_code_means() {
    CodeTable<String> open =
        TABLE.unlisted(Charge.CHARGED, "any other", Meaning.noValue(Gap.UNDISCLOSED));
    assertThat(open.decide("77", reply(200)))
        .isEqualTo(reply(200).coded("77").unknown(Gap.UNDISCLOSED, Charge.CHARGED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13912340007",
        "+8613912340007",
        "x13912340007",
        "a b",
        "陈小鸟",
        "",
        "11010519491231",
        "138-0013-8000",
        "138.0013.8000",
        "138_0013_8000",
        "138/0013/8000",
        "1.3.8.0.0.1",
        "E138-0013",
        "x-123-456"
      })
  void what_does_not_look_like_a_code_stays_off_the_receipt(String code) {
    assertThat(reply(200).coded(code).known("x", Charge.FREE).receipt().vendorCode()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13912340007",
        "8613912340007",
        "+8613912340007",
        "a b",
        "陈小鸟",
        "",
        "11010519491231002X",
        "110105194912310021",
        "11010519491231002x",
        "110105491231002",
        "req-13800138000",
        "req13800138000x",
        "13800138000-1",
        "id:11010519491231002X",
        "a.110105194912310021",
        "req-138-0013-8000",
        "138.0013.8000",
        "tel*138*0013*8000",
        "1_3_8_0_0_1_3_8_0_0_0",
        "86-138-0013-8000",
        "13800138-0000",
        "13800138-0001-3800-1380-001380013800x",
        "requestforthenumber13800138000",
        "000000000000013800138000",
        "r-5551234",
        "12345"
      })
  void what_could_be_a_number_or_an_identity_number_is_no_request_id(String id) {
    assertThat(requestId(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c9308288-1234-4321-9876-0123456789ab",
        "acsd-weqwe-fweq-wewe",
        "c9308288-****-4bf5",
        "CC3BB6D2-2FDF-4321-9DCE-B38165CE4C47",
        "13800138-0013-1138-9001-380013800138",
        "90E63D28-E31D-1EB2-8939-A9486641****",
        "CA12345678901234567890abcdef0123456",
        "fe9012345678901234567890abcdef01",
        "ABGGFlA5dlaPAlMOfZZnuRVxcdxgAAKQ",
        "r-555123",
        "r-1"
      })
  void what_vendors_give_as_request_ids_is_kept(String id) {
    assertThat(requestId(id)).contains(id);
  }

  private static Optional<String> requestId(String id) {
    return reply(200).identified(Optional.of(id)).known("x", Charge.FREE).receipt().requestId();
  }

  @ParameterizedTest
  @CsvSource({
    "200, PROTOCOL, POSSIBLE",
    "204, PROTOCOL, POSSIBLE",
    "302, PROTOCOL, POSSIBLE",
    "307, PROTOCOL, POSSIBLE",
    "400, PROTOCOL, POSSIBLE",
    "401, UNAUTHORIZED, FREE",
    "402, PROTOCOL, POSSIBLE",
    "403, UNAUTHORIZED, FREE",
    "404, PROTOCOL, POSSIBLE",
    "407, PROTOCOL, POSSIBLE",
    "429, THROTTLED, FREE",
    "500, INDETERMINATE, POSSIBLE",
    "502, INDETERMINATE, POSSIBLE",
    "503, INDETERMINATE, POSSIBLE",
    "599, INDETERMINATE, POSSIBLE",
  })
  void a_reply_without_a_code_is_judged_by_its_status(int status, FailureKind kind, Charge charge) {
    VerificationException failure = reply(status).withoutCode("is not JSON");
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.charge()).isEqualTo(charge);
    assertThat(failure).hasMessageContaining("HTTP " + status + ", is not JSON");
  }

  @ParameterizedTest
  @CsvSource({
    "202, PROTOCOL",
    "302, PROTOCOL",
    "401, PROTOCOL",
    "403, PROTOCOL",
    "429, PROTOCOL",
    "500, INDETERMINATE",
    "503, INDETERMINATE",
  })
  void a_success_that_its_status_denies_may_have_been_billed(int status, FailureKind kind) {
    VerificationException failure = reply(status).incoherent("has the code of success");
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.charge()).isEqualTo(Charge.POSSIBLE);
    assertThat(failure.retryAfter()).isEmpty();
    assertThat(failure)
        .hasMessageContaining("the reply, HTTP " + status + ", has the code of success");
  }

  @Test
  void the_wait_that_a_429_asks_for_is_told_where_it_is_in_seconds() {
    assertThat(reply(429, "Retry-After", "7").withoutCode("x").retryAfter())
        .contains(Duration.ofSeconds(7));
    for (String text : List.of("-1", "soon", "", "99999999999", "1.5")) {
      assertThat(reply(429, "Retry-After", text).withoutCode("x").retryAfter()).isEmpty();
    }
  }
}
