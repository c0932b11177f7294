package io.telproof.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.VerificationException;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error code of the operations, written from the pages a second time. */
final class CodesTest {
  private static final String COMMON =
      """
      401 20003  DOCUMENTED UNAUTHORIZED    FREE
      403 20008  INFERRED   ACCOUNT         FREE
      404 20404  INFERRED   ACCOUNT         FREE
      429 20429  DOCUMENTED THROTTLED       FREE
      500 20500  INFERRED   INDETERMINATE   POSSIBLE
      """;

  /** L stands for what is charged where the package may have been looked up. */
  private static final String PACKAGE =
      """
      200 60600  DOCUMENTED NO_RECORD       L
      200 60601  DOCUMENTED ACCOUNT         FREE
      200 60606  DOCUMENTED ACCOUNT         FREE
      200 60607  DOCUMENTED NOT_COVERED     L
      200 60608  DOCUMENTED UNAVAILABLE:again-1 L
      200 60609  DOCUMENTED ACCOUNT         FREE
      200 60610  DOCUMENTED NOT_COVERED     L
      200 60611  DOCUMENTED QUOTA           FREE
      200 60612  DOCUMENTED NOT_COVERED     L
      200 60613  INFERRED   UNAVAILABLE:again-1 UNSTATED
      200 60614  DOCUMENTED ACCOUNT         FREE
      200 60616  DOCUMENTED THROTTLED       FREE
      200 60617  DOCUMENTED INVALID_REQUEST FREE
      200 60618  DOCUMENTED INVALID_REQUEST FREE
      200 60619  DOCUMENTED ACCOUNT         FREE
      200 60622  DOCUMENTED INVALID_REQUEST FREE
      200 60624  DOCUMENTED QUOTA           FREE
      200 60625  INFERRED   NO_SUCH_NUMBER  L
      200 60626  DOCUMENTED QUOTA:not-for-60-s FREE
      200 60699  DOCUMENTED ACCOUNT         FREE
      """;

  private static final IdentityClaim CLAIM =
      IdentityClaim.of(PhoneNumber.of("+12015550100"), "Ana García").withNameParts("Ana", "García");

  private static Answer<?> match(Reply reply) {
    return IdentityMatchLookup.decode(
        reply, CLAIM, IdentityMatchLookup.grades(Grade.EXACT_MATCH), PartialMatch.UNDISCLOSED);
  }

  private static Answer<?> swap(Reply reply) {
    return SimSwapLookup.decode(reply, Duration.ofHours(24));
  }

  private static final Map<String, Function<Reply, ? extends Answer<?>>> PACKAGES =
      Map.of(
          "line_status", LineStatusLookup::decode,
          "identity_match", CodesTest::match,
          "reassigned_number", ReassignedNumberLookup::decode,
          "sim_swap", CodesTest::swap);

  private static final List<Function<Reply, ? extends Answer<?>>> ALL =
      List.of(
          LineStatusLookup::decode,
          CodesTest::match,
          ReassignedNumberLookup::decode,
          CodesTest::swap,
          CreateVerification::decode,
          CreateVerificationCheck::decode);

  private static Page page(String own, String lookedUp) {
    return Page.of(own, PACKAGE.replaceAll(" L\n", " " + lookedUp + "\n"), COMMON);
  }

  private static void holds(Page page, String name, Function<Reply, ? extends Answer<?>> decode) {
    page.isWhatComesOf(decode, code -> Replies.error(name, code));
    page.isWhatComesOf(decode, code -> Replies.error(name, "'" + code + "'"));
    page.isWhatComesOf(decode, code -> Replies.refusal(400, code));
  }

  @Test
  void the_pages_behind_an_operation_s_own_have_these_rows_and_no_others() {
    Page.of(COMMON).equalsTable(CodeTable.<PhoneStatus>of().and(CommonErrors.rows()));
    for (Charge charge : new Charge[] {Charge.FREE, Charge.UNSTATED}) {
      page("", charge.name())
          .equalsTable(CodeTable.<PhoneStatus>of().and(PackageErrors.rows(charge)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"60614", "60619"})
  void a_refusal_because_of_the_region_says_which_setting_decides_it(String code) {
    assertThatThrownBy(() -> swap(Replies.error("sim_swap", code)))
        .isInstanceOf(VerificationException.class)
        .hasMessageContaining("set region = ")
        .hasMessageContaining("ie1")
        .hasMessageContaining("us1");
  }

  @Test
  void line_status_means_by_each_code_what_its_pages_say() {
    Page page = page("200 60625 INFERRED CANCELLED FREE", "FREE");
    page.equalsTable(LineStatusLookup.ERROR_CODE);
    holds(page, "line_status", LineStatusLookup::decode);
  }

  @Test
  void identity_match_means_by_each_code_what_its_pages_say() {
    Page page = page("", "FREE");
    page.equalsTable(IdentityMatchLookup.ERROR_CODE);
    holds(page, "identity_match", CodesTest::match);
  }

  @Test
  void reassigned_number_means_by_each_code_what_its_pages_say() {
    Page page = page("", "UNSTATED");
    page.equalsTable(ReassignedNumberLookup.ERROR_CODE);
    holds(page, "reassigned_number", ReassignedNumberLookup::decode);
  }

  @Test
  void sim_swap_means_by_each_code_what_its_pages_say() {
    String own =
        """
        200 60607 DOCUMENTED NOT_COVERED FREE
        200 60610 DOCUMENTED NOT_COVERED FREE
        200 60620 DOCUMENTED UNDISCLOSED CHARGED
        """;
    page(own + "200 60621 DOCUMENTED read-on CHARGED\n", "UNSTATED")
        .equalsTable(SimSwapLookup.ERROR_CODE);
    holds(page(own, "UNSTATED"), "sim_swap", CodesTest::swap);
  }

  @Test
  void CreateVerification_means_by_each_code_what_its_pages_say() {
    Page page =
        Page.of(
            """
            400 60200  DOCUMENTED INVALID_REQUEST FREE
            429 60203  DOCUMENTED QUOTA:not-for-60-s FREE
            429 60212  DOCUMENTED THROTTLED       FREE
            400 60205  DOCUMENTED NOT_COVERED     UNSTATED
            400 60006  INFERRED   NO_SUCH_NUMBER  UNSTATED
            429 60207  INFERRED   QUOTA           FREE
            429 60245  INFERRED   QUOTA           FREE
            400 60217  DOCUMENTED ACCOUNT         FREE
            403 60223  DOCUMENTED ACCOUNT         FREE
            400 60228  DOCUMENTED ACCOUNT         FREE
            400 60242  DOCUMENTED ACCOUNT         FREE
            403 60220  DOCUMENTED ACCOUNT         FREE
            403 60226  DOCUMENTED ACCOUNT         FREE
            403 60250  DOCUMENTED ACCOUNT         FREE
            403 575001 DOCUMENTED ACCOUNT         FREE
            403 60238  INFERRED   UNDISCLOSED     UNSTATED
            403 60410  INFERRED   UNDISCLOSED     UNSTATED
            403 60412  INFERRED   UNDISCLOSED     UNSTATED
            403 60605  INFERRED   UNDISCLOSED     UNSTATED
            """,
            COMMON);
    page.equalsTable(CreateVerification.CODE);
    page.isWhatComesOf(CreateVerification::decode, code -> Replies.refusal(400, code));
  }

  @Test
  void CreateVerificationCheck_means_by_each_code_what_its_pages_say() {
    Page page =
        Page.of(
            """
            404 20404  DOCUMENTED EXPIRED            UNSTATED
            429 60202  DOCUMENTED ATTEMPTS_EXHAUSTED UNSTATED
            400 60200  DOCUMENTED INVALID_REQUEST    FREE
            429 60212  INFERRED   THROTTLED          FREE
            """,
            COMMON);
    page.equalsTable(CreateVerificationCheck.CODE);
    page.isWhatComesOf(CreateVerificationCheck::decode, code -> Replies.refusal(400, code));
  }

  @ParameterizedTest(name = "HTTP {0} {1} → {2}")
  @CsvSource({
    "400, 6060, PROTOCOL POSSIBLE 6060",
    "400, 60998, PROTOCOL POSSIBLE 60998",
    "429, 60998, PROTOCOL POSSIBLE 60998",
    "403, 60998, PROTOCOL POSSIBLE 60998",
    "500, 60998, PROTOCOL POSSIBLE 60998",
    // The key is refused, whatever it is called.
    "401, 60998, UNAUTHORIZED FREE 60998",
  })
  void a_code_that_only_looks_like_one_of_a_table_is_not_understood(
      int status, String code, String means) {
    for (Function<Reply, ? extends Answer<?>> decode : ALL) {
      assertThat(Outcome.of(() -> decode.apply(Replies.refusal(status, code)))).isEqualTo(means);
    }
  }

  @Test
  void an_error_of_a_package_that_no_page_lists_is_not_understood() {
    PACKAGES.forEach(
        (name, decode) ->
            assertThat(Outcome.of(() -> decode.apply(Replies.error(name, "60998"))))
                .isEqualTo("PROTOCOL POSSIBLE 60998"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'+12015550100'", "12015550100", "'not a code'", "'García'"})
  void a_code_that_could_be_something_personal_is_not_repeated(String code) {
    for (Function<Reply, ? extends Answer<?>> decode : ALL) {
      assertThat(Outcome.of(() -> decode.apply(Replies.refusal(400, code))))
          .isEqualTo("PROTOCOL POSSIBLE -");
    }
    PACKAGES.forEach(
        (name, decode) ->
            assertThat(Outcome.of(() -> decode.apply(Replies.error(name, code))))
                .isEqualTo("PROTOCOL POSSIBLE -"));
  }

  @ParameterizedTest(name = "HTTP {0} {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // The body denies the status.
        "403 | {'code':20003,'status':401}       | PROTOCOL POSSIBLE 20003",
        "503 | {'code':20429,'status':429}       | INDETERMINATE POSSIBLE 20429",
        // There is no status in the body, and the code counts.
        "429 | {'code':20429,'message':'slowly'} | THROTTLED FREE 20429",
        // There is no code, or no JSON: the status alone tells.
        "401 | {'message':'no'}                  | UNAUTHORIZED FREE -",
        "403 | {'code':''}                       | UNAUTHORIZED FREE -",
        "429 | {'code':{}}                       | THROTTLED FREE -",
        "404 | {}                                | PROTOCOL POSSIBLE -",
        "500 | {}                                | INDETERMINATE POSSIBLE -",
        "503 | <html>busy</html>                 | INDETERMINATE POSSIBLE -",
        "429 | []                                | THROTTLED FREE -",
        "404 | no such page                      | PROTOCOL POSSIBLE -",
        "302 | {}                                | PROTOCOL POSSIBLE -",
        "204 |                                   | PROTOCOL POSSIBLE -",
        // Of a success nothing is there.
        "200 | {}                                | PROTOCOL POSSIBLE -",
        "200 | {'anything':true}                 | PROTOCOL POSSIBLE -",
        "201 | []                                | PROTOCOL POSSIBLE -",
      })
  void what_is_no_reply_of_Twilio_is_told_by_the_status(int status, String body, String means) {
    String text = body == null ? "" : body;
    for (Function<Reply, ? extends Answer<?>> decode : ALL) {
      assertThat(Outcome.of(() -> decode.apply(Replies.body(status, text)))).isEqualTo(means);
    }
  }

  @ParameterizedTest(name = "HTTP {0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | no JSON                     | is not a JSON object",
        "400 | {}                          | has no code",
        "400 | {'code':''}                 | has no code",
        "400 | {'code':{}}                 | has no code",
        "400 | {'code':20404,'status':404} | tells of another status in its body",
        "401 | {'code':60998}              | has a code that is on no page",
        "200 | no JSON                     | is not a JSON object",
      })
  void what_is_wrong_with_a_reply_is_named(int status, String body, String wrong) {
    for (Function<Reply, ? extends Answer<?>> decode : ALL) {
      assertThat(reason(decode, Replies.body(status, body)))
          .isEqualTo("the reply, HTTP " + status + ", " + wrong);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                         | has no valid",
        "{'valid':''}               | has no valid",
        "{'valid':true,'%s':'none'} | has no object %s",
        "{'valid':true,'%s':{'error_code':''}}      | has an error_code that is none",
        "{'valid':true,'%s':{'error_code':[60600]}} | has an error_code that is none",
      })
  void what_is_wrong_with_a_package_is_named(String body, String wrong) {
    PACKAGES.forEach(
        (name, decode) ->
            assertThat(reason(decode, Replies.body(200, body.formatted(name))))
                .isEqualTo("the reply, HTTP 200, " + wrong.formatted(name)));
  }

  private static String reason(Function<Reply, ? extends Answer<?>> decode, Reply reply) {
    return catchThrowableOfType(VerificationException.class, () -> decode.apply(reply))
        .failure()
        .reason();
  }
}
