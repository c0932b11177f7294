package io.telproof.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code of the error, written from the pages a second time. */
final class CodesTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+12015550100");

  private static final String ERRORS =
      """
      1     DOCUMENTED INDETERMINATE   POSSIBLE
      2     DOCUMENTED UNAVAILABLE     FREE
      3     DOCUMENTED ACCOUNT         FREE
      4     DOCUMENTED THROTTLED       FREE
      10    DOCUMENTED UNAUTHORIZED    FREE
      17    DOCUMENTED THROTTLED       FREE
      100   DOCUMENTED INVALID_REQUEST FREE
      102   DOCUMENTED UNAUTHORIZED    FREE
      190   DOCUMENTED UNAUTHORIZED    FREE
      200   DOCUMENTED UNAUTHORIZED    FREE
      341   DOCUMENTED THROTTLED       FREE
      368   DOCUMENTED ACCOUNT         FREE
      803   DOCUMENTED ACCOUNT         FREE
      80008 INFERRED   THROTTLED       FREE
      """;

  private static final String TOKEN =
      """
      458 DOCUMENTED UNAUTHORIZED FREE
      459 DOCUMENTED UNAUTHORIZED FREE
      460 DOCUMENTED UNAUTHORIZED FREE
      463 DOCUMENTED UNAUTHORIZED FREE
      464 DOCUMENTED UNAUTHORIZED FREE
      467 DOCUMENTED UNAUTHORIZED FREE
      """;

  private static final String PARAMETER = "33 INFERRED ACCOUNT FREE";

  private static final String STATUSES =
      """
      VERIFIED     DOCUMENTED read-on   UNSTATED
      NOT_VERIFIED DOCUMENTED NO_RECORD UNSTATED
      EXPIRED      DOCUMENTED NO_RECORD UNSTATED
      PENDING      DOCUMENTED NO_RECORD UNSTATED
      FAILED       DOCUMENTED NO_RECORD UNSTATED
      """;

  private static List<String> lines(String page) {
    return page.lines().map(line -> line.strip().replaceAll(" +", " ")).toList();
  }

  private static void equalsPage(CodeTable<?> table, String page) {
    List<? extends CodeRow<?>> rows = table.rows();
    assertThat(rows.subList(0, rows.size() - 1).stream().map(CodesTest::line))
        .containsExactlyInAnyOrderElementsOf(lines(page));
    CodeRow<?> unlisted = rows.get(rows.size() - 1);
    assertThat(line(unlisted)).isEqualTo("unlisted INFERRED PROTOCOL POSSIBLE");
  }

  private static String line(CodeRow<?> row) {
    return String.join(
        " ", row.code(), row.evidence().name(), meaning(row.meaning()), row.charge().name());
  }

  private static String meaning(Meaning<?> meaning) {
    if (meaning instanceof Meaning.NoValue<?> lacks) {
      return lacks.gap().name();
    }
    return meaning instanceof Meaning.Failed<?> fails ? fails.kind().name() : "read-on";
  }

  private static String outcome(Reply reply) {
    return Outcome.of(() -> PreverifiedNumbers.decode(reply, NUMBER, false));
  }

  @Test
  void the_tables_have_these_rows_and_no_others() {
    equalsPage(GraphErrors.codes(), ERRORS);
    equalsPage(GraphErrors.tokenSubcodes(), TOKEN);
    equalsPage(GraphErrors.parameterSubcodes(), PARAMETER);
    equalsPage(PreverifiedNumbers.VERIFICATION, STATUSES);
  }

  @ParameterizedTest(name = "HTTP {0}")
  @ValueSource(ints = {200, 400, 401, 403, 404, 429, 500, 503})
  void the_code_decides_whatever_the_status(int status) {
    for (String line : lines(ERRORS)) {
      String[] words = line.split(" ", -1);
      assertThat(outcome(Replies.error(status, words[0], "")))
          .isEqualTo(words[2] + " " + words[3] + " " + words[0]);
      assertThat(outcome(Replies.error(status, "'" + words[0] + "'", "")))
          .isEqualTo(words[2] + " " + words[3] + " " + words[0]);
    }
    assertThat(outcome(Replies.error(status, "60998", ""))).isEqualTo("PROTOCOL POSSIBLE 60998");
  }

  @Test
  void a_missing_permission_has_any_code_from_200_to_299() {
    for (int code = 200; code < 300; code++) {
      assertThat(outcome(Replies.error(403, Integer.toString(code), "")))
          .isEqualTo("UNAUTHORIZED FREE " + code);
    }
    assertThat(outcome(Replies.error(403, "199", ""))).isEqualTo("PROTOCOL POSSIBLE 199");
    assertThat(outcome(Replies.error(403, "300", ""))).isEqualTo("PROTOCOL POSSIBLE 300");
    assertThat(outcome(Replies.error(403, "2000", ""))).isEqualTo("PROTOCOL POSSIBLE 2000");
  }

  @Test
  void what_is_wrong_with_a_token_stands_on_the_receipt_behind_its_code() {
    for (String line : lines(TOKEN)) {
      String subcode = line.split(" ", -1)[0];
      for (String code : List.of("102", "190")) {
        assertThat(outcome(Replies.error(401, code, ",'error_subcode':" + subcode)))
            .isEqualTo("UNAUTHORIZED FREE " + code + "/" + subcode);
      }
      assertThat(outcome(Replies.error(400, "100", ",'error_subcode':" + subcode)))
          .isEqualTo("INVALID_REQUEST FREE 100");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "190, 999, UNAUTHORIZED FREE 190",
    "190, null, UNAUTHORIZED FREE 190",
    "4, 2446079, THROTTLED FREE 4",
    "100, 33, ACCOUNT FREE 100/33",
    "190, 33, UNAUTHORIZED FREE 190",
    "3, 463, ACCOUNT FREE 3",
  })
  void a_subcode_counts_beside_its_own_code_alone(String code, String subcode, String outcome) {
    assertThat(outcome(Replies.error(400, code, ",'error_subcode':" + subcode))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "2, true, UNAVAILABLE FREE 2",
    "2, false, INDETERMINATE POSSIBLE 2",
    "2, null, UNAVAILABLE FREE 2",
    "1, true, INDETERMINATE POSSIBLE 1",
    "1, false, INDETERMINATE POSSIBLE 1",
    "4, false, THROTTLED FREE 4",
    "60998, true, PROTOCOL POSSIBLE 60998",
  })
  void only_a_service_that_is_down_for_a_while_is_asked_again(
      String code, String transience, String outcome) {
    assertThat(outcome(Replies.error(400, code, ",'is_transient':" + transience)))
        .isEqualTo(outcome);
  }

  @Test
  void the_trace_is_the_id_and_no_message_is_repeated() {
    assertThatThrownBy(
            () -> PreverifiedNumbers.decode(Replies.error(400, "100", ""), NUMBER, false))
        .isInstanceOfSatisfying(
            VerificationException.class,
            e -> assertThat(e.requestId()).contains("AbCdEfGhIjKlMnOpQrStUvW"))
        .hasMessageNotContaining("5550100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'data':[]}", "{'error':{'code':803,'fbtrace_id':''}}", "{'error':{'code':803}}"})
  void the_trace_of_the_header_is_the_id_where_there_is_no_other(String body) {
    Headers headers = Headers.of("x-fb-trace-id", "WvUtSrQpOnMlKjIhGfEdCbA");
    assertThat(requestId(Replies.body(200, headers, body))).contains("WvUtSrQpOnMlKjIhGfEdCbA");
    assertThat(requestId(Replies.body(200, body))).isEmpty();
  }

  private static Optional<String> requestId(Reply reply) {
    try {
      return PreverifiedNumbers.decode(reply, NUMBER, false).receipt().requestId();
    } catch (VerificationException e) {
      return e.requestId();
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | {'error':{'message':'no code'}} | PROTOCOL POSSIBLE -",
        "401 | {'error':{'code':''}} | UNAUTHORIZED FREE -",
        "429 | {'error':'of no shape'} | THROTTLED FREE -",
        "200 | {'error':[],'data':[]} | PROTOCOL POSSIBLE -",
        "403 | {'data':[]} | UNAUTHORIZED FREE -",
        "500 | {'data':[]} | INDETERMINATE POSSIBLE -",
        "201 | {'data':[]} | PROTOCOL POSSIBLE -",
        "200 | {'error':null,'data':[]} | NO_RECORD UNSTATED -",
        "200 | [] | PROTOCOL POSSIBLE -",
        "503 | <html> | INDETERMINATE POSSIBLE -",
      })
  void what_has_no_code_comes_to_what_its_status_tells(int status, String body, String outcome) {
    assertThat(outcome(Replies.body(status, body))).isEqualTo(outcome);
  }
}
