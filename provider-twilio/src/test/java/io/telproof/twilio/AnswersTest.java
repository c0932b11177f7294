package io.telproof.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.SimSwap;
import io.telproof.spi.reply.Reply;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the body of a success, written from the pages a second time. */
final class AnswersTest {
  private static final IdentityClaim NAMES =
      IdentityClaim.of(PhoneNumber.of("+12015550100"), "Ana García").withNameParts("Ana", "García");

  private static final IdentityClaim WHOLE =
      NAMES.withIdNumber("078051120").withBirthDate(LocalDate.of(1990, 1, 31));

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'status':'Active','error_code':null} | ACTIVE CHARGED active",
        "{'status':'active'}      | ACTIVE CHARGED active",
        "{'status':'REACHABLE'}   | ACTIVE CHARGED reachable",
        "{'status':'Unreachable'} | UNREACHABLE CHARGED unreachable",
        "{'status':'inactive'}    | VACANT CHARGED inactive",
        "{'status':'Unknown'}     | UNDISCLOSED CHARGED unknown",
        "{'status':'Dormant'}     | UNDISCLOSED CHARGED dormant",
        "{'status':''}            | PROTOCOL POSSIBLE -",
        "{'status':['active']}    | PROTOCOL POSSIBLE -",
        "{'status':null}          | PROTOCOL POSSIBLE -",
        "{}                       | PROTOCOL POSSIBLE -",
        "null                     | PROTOCOL POSSIBLE -",
        "'active'                 | PROTOCOL POSSIBLE -",
        "{'status':'active','error_code':''} | PROTOCOL POSSIBLE -",
        "{'status':'active','error_code':{}} | PROTOCOL POSSIBLE -",
        // What stands beside an error is no answer.
        "{'status':'active','error_code':60613} | UNAVAILABLE UNSTATED 60613",
      })
  void line_status_tells(String found, String means) {
    assertThat(Outcome.of(() -> LineStatusLookup.decode(Replies.lookup("line_status", found))))
        .isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'valid':false,'line_status':null}                  | NO_SUCH_NUMBER FREE false",
        "{'valid':'false','line_status':{'status':'active'}} | NO_SUCH_NUMBER FREE false",
        "{'valid':'true','line_status':{'status':'active'}}  | ACTIVE CHARGED active",
        "{'valid':'perhaps','line_status':{'status':'active'}} | PROTOCOL POSSIBLE perhaps",
        "{'valid':null,'line_status':{'status':'active'}}    | PROTOCOL POSSIBLE -",
        "{'line_status':{'status':'active'}}                 | PROTOCOL POSSIBLE -",
        // Another package than the one that was asked for.
        "{'valid':true,'sim_swap':{'status':'active'}}       | PROTOCOL POSSIBLE -",
      })
  void a_number_that_cannot_exist_is_told_before_any_package(String body, String means) {
    assertThat(Outcome.of(() -> LineStatusLookup.decode(Replies.body(200, body)))).isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'yes'               | RECYCLED UNSTATED yes",
        "'no'                | SAME_HOLDER UNSTATED no",
        "'no_data_available' | NO_RECORD UNSTATED no_data_available",
        "'Yes'               | PROTOCOL POSSIBLE Yes",
        "true                | PROTOCOL POSSIBLE true",
        "null                | PROTOCOL POSSIBLE -",
        "['yes']             | PROTOCOL POSSIBLE -",
      })
  void reassigned_number_tells(String verdict, String means) {
    Reply reply =
        Replies.lookup("reassigned_number", "{'is_number_reassigned':%s}".formatted(verdict));
    assertThat(Outcome.of(() -> ReassignedNumberLookup.decode(reply))).isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} {1} {2}, score {3} → {4}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "exact_match  | exact_match | 100    | MATCH CHARGED exact_match/exact_match",
        "exact_match  | exact_match | 12     | MATCH CHARGED exact_match/exact_match",
        "no_match     | exact_match | 55     | MISMATCH[NAME]~55 CHARGED no_match/exact_match",
        "exact_match  | no_match    | '99'   | MISMATCH[NAME]~99 CHARGED exact_match/no_match",
        "exact_match  | no_match    | 0      | MISMATCH[NAME]~0 CHARGED exact_match/no_match",
        // A score that is none of a mismatch is left out.
        "exact_match  | no_match    | 100    | MISMATCH[NAME] CHARGED exact_match/no_match",
        "exact_match  | no_match    | null   | MISMATCH[NAME] CHARGED exact_match/no_match",
        "exact_match  | no_match    | 'high' | MISMATCH[NAME] CHARGED exact_match/no_match",
        "exact_match  | no_match    | -1     | MISMATCH[NAME] CHARGED exact_match/no_match",
        "no_match     | no_match    | 20     | MISMATCH[NAME]~20 CHARGED no_match/no_match",
        "high_partial_match | exact_match | 90 | MISMATCH[NAME]~90 CHARGED high_partial_match/exact_match",
        "exact_match  | partial_match | 60   | MISMATCH[NAME]~60 CHARGED exact_match/partial_match",
        "exact_match  | no_data_available | 50 | UNDISCLOSED CHARGED exact_match/no_data_available",
        "no_data_available | no_data_available | null | NO_RECORD CHARGED no_data_available/no_data_available",
        "no_data_available | no_match | 10   | MISMATCH[NAME]~10 CHARGED no_data_available/no_match",
        "exact_match  | Exact_Match | 100    | PROTOCOL POSSIBLE exact_match/Exact_Match",
        "perhaps      | exact_match | 100    | PROTOCOL POSSIBLE perhaps",
      })
  void identity_match_tells_of_a_name(String first, String last, String score, String means) {
    Reply reply =
        Replies.lookup(
            "identity_match",
            ("{'first_name_match':'%s','last_name_match':'%s','national_id_match':'no_match',"
                    + "'date_of_birth_match':'no_data_available','summary_score':%s}")
                .formatted(first, last, score));
    assertThat(Outcome.of(() -> match(reply, NAMES, Grade.EXACT_MATCH, PartialMatch.UNDISCLOSED)))
        .isEqualTo(means);
  }

  @ParameterizedTest(name = "{0}, {1}, {2} → {3}")
  @CsvSource({
    "exact_match, exact_match, exact_match, MATCH",
    "exact_match, no_match, exact_match, MISMATCH[ID_NUMBER]",
    "exact_match, exact_match, no_match, MISMATCH[BIRTH_DATE]",
    "no_match, no_match, no_match, 'MISMATCH[NAME,ID_NUMBER,BIRTH_DATE]'",
    "no_match, no_data_available, exact_match, MISMATCH[NAME]",
    "exact_match, no_data_available, exact_match, UNDISCLOSED",
    "exact_match, exact_match, no_data_available, UNDISCLOSED",
    "no_data_available, exact_match, no_data_available, UNDISCLOSED",
    "no_data_available, no_data_available, no_data_available, NO_RECORD",
  })
  void identity_match_tells_of_each_part_that_is_claimed(
      String name, String id, String birth, String means) {
    String told =
        Outcome.of(
            () ->
                match(whole(name, id, birth), WHOLE, Grade.EXACT_MATCH, PartialMatch.UNDISCLOSED));
    assertThat(told).isEqualTo(means + " CHARGED " + String.join("/", name, name, id, birth));
  }

  @ParameterizedTest(name = "{0} agrees from {1} on: {2}")
  @CsvSource({
    "exact_match, EXACT_MATCH, true",
    "high_partial_match, EXACT_MATCH, false",
    "partial_match, EXACT_MATCH, false",
    "exact_match, HIGH_PARTIAL_MATCH, true",
    "high_partial_match, HIGH_PARTIAL_MATCH, true",
    "partial_match, HIGH_PARTIAL_MATCH, false",
    "high_partial_match, PARTIAL_MATCH, true",
    "partial_match, PARTIAL_MATCH, true",
    "no_match, PARTIAL_MATCH, false",
  })
  void the_settings_say_which_grade_agrees(String grade, Grade least, boolean agrees) {
    assertThat(
            Outcome.of(
                () -> match(whole(grade, grade, grade), WHOLE, least, PartialMatch.UNDISCLOSED)))
        .startsWith(agrees ? "MATCH " : "MISMATCH[NAME,ID_NUMBER,BIRTH_DATE] ");
  }

  @Test
  void the_settings_say_what_it_means_that_a_part_is_lacking() {
    assertThat(
            Outcome.of(
                () ->
                    match(
                        whole("exact_match", "no_data_available", "exact_match"),
                        WHOLE,
                        Grade.EXACT_MATCH,
                        PartialMatch.MATCH)))
        .startsWith("MATCH ");
    assertThat(
            Outcome.of(
                () ->
                    match(
                        whole("no_data_available", "no_data_available", "no_data_available"),
                        WHOLE,
                        Grade.EXACT_MATCH,
                        PartialMatch.MATCH)))
        .startsWith("NO_RECORD ");
  }

  @Test
  void a_part_that_is_claimed_and_not_graded_is_not_understood() {
    Reply reply =
        Replies.lookup(
            "identity_match",
            "{'first_name_match':'exact_match','last_name_match':'exact_match',"
                + "'national_id_match':'exact_match'}");
    assertThat(Outcome.of(() -> match(reply, WHOLE, Grade.EXACT_MATCH, PartialMatch.MATCH)))
        .isEqualTo("PROTOCOL POSSIBLE -");
  }

  private static Reply whole(String name, String id, String birth) {
    return Replies.lookup(
        "identity_match",
        ("{'first_name_match':'%1$s','last_name_match':'%1$s','national_id_match':'%2$s',"
                + "'date_of_birth_match':'%3$s','summary_score':null,'error_code':null}")
            .formatted(name, id, birth));
  }

  private static Answer<?> match(
      Reply reply, IdentityClaim claim, Grade least, PartialMatch partial) {
    return IdentityMatchLookup.decode(reply, claim, IdentityMatchLookup.grades(least), partial);
  }

  @ParameterizedTest(name = "{0} {1} {2} within {3} h → {4}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // The day counts, whatever the period says.
        "'2026-03-01T10:00:00Z'      | 'PT1H'   | false | 24 | SWAPPED@2026-03-01T10:00:00Z CHARGED false",
        "'2026-02-28T12:00:00Z'      | 'PT24H'  | true  | 24 | SWAPPED@2026-02-28T12:00:00Z CHARGED true",
        "'2026-02-28T11:59:59Z'      | 'PT24H'  | true  | 24 | NOT_SWAPPED@2026-02-28T11:59:59Z CHARGED true",
        "'2026-03-01T12:00:00+02:00' | 'PT24H'  | true  | 1  | NOT_SWAPPED@2026-03-01T10:00:00Z CHARGED true",
        "'2020-04-27T10:18:50Z'      | 'PT15282H33M44S' | false | 2400 | NOT_SWAPPED@2020-04-27T10:18:50Z CHARGED false",
        // Without a day, the period tells where it can.
        "null | 'PT24H' | true    | 24  | SWAPPED CHARGED true",
        "null | 'PT24H' | true    | 240 | SWAPPED CHARGED true",
        "null | 'PT24H' | true    | 23  | UNDISCLOSED CHARGED true",
        "null | 'PT24H' | false   | 24  | NOT_SWAPPED CHARGED false",
        "null | 'PT24H' | false   | 1   | NOT_SWAPPED CHARGED false",
        "null | 'PT24H' | false   | 25  | UNDISCLOSED CHARGED false",
        "null | 'P3D'   | 'false' | 72  | NOT_SWAPPED CHARGED false",
        "null | 'PT0S'  | true    | 24  | PROTOCOL POSSIBLE true",
        "null | '-PT1H' | false   | 1   | PROTOCOL POSSIBLE false",
        "null | 'P1M'   | true    | 24  | PROTOCOL POSSIBLE true",
        "null | null    | true    | 24  | PROTOCOL POSSIBLE true",
        "'lately'     | 'PT24H' | true | 24 | PROTOCOL POSSIBLE true",
        "'2026-03-01' | 'PT24H' | true | 24 | PROTOCOL POSSIBLE true",
        "null | 'PT24H' | 'perhaps' | 24 | PROTOCOL POSSIBLE perhaps",
        "null | 'PT24H' | null      | 24 | PROTOCOL POSSIBLE -",
      })
  void sim_swap_tells(String date, String period, String flag, int hours, String means) {
    Reply reply =
        Replies.lookup(
            "sim_swap",
            ("{'last_sim_swap':{'last_sim_swap_date':%s,'swapped_period':%s,"
                    + "'swapped_in_period':%s},'error_code':null}")
                .formatted(date, period, flag));
    assertThat(Outcome.of(() -> SimSwapLookup.decode(reply, Duration.ofHours(hours))))
        .isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null                                  | NOT_COVERED FREE null",
        "{'last_sim_swap':null}                | UNDISCLOSED UNSTATED null",
        "{'last_sim_swap':null,'error_code':60620} | UNDISCLOSED CHARGED 60620",
        "{'last_sim_swap':null,'error_code':60621} | UNDISCLOSED UNSTATED 60621/null",
        "{'last_sim_swap':'no'}                | PROTOCOL POSSIBLE -",
        "[]                                    | PROTOCOL POSSIBLE -",
      })
  void sim_swap_without_a_swap_tells(String found, String means) {
    assertThat(
            Outcome.of(
                () ->
                    SimSwapLookup.decode(Replies.lookup("sim_swap", found), Duration.ofHours(24))))
        .isEqualTo(means);
  }

  /** Whatever is told for the account's period never contradicts when the swap was. */
  @Test
  void what_is_worked_out_from_the_period_is_never_wrong() {
    Random random = new Random(20_260_301);
    for (int i = 0; i < 2000; i++) {
      int ago = 1 + random.nextInt(300);
      int period = 1 + random.nextInt(300);
      int within = 1 + random.nextInt(300);
      boolean inPeriod = ago <= period;
      Reply reply =
          Replies.lookup(
              "sim_swap",
              ("{'last_sim_swap':{'last_sim_swap_date':null,'swapped_period':'PT%dH',"
                      + "'swapped_in_period':%s}}")
                  .formatted(period, inPeriod));
      Answer<SimSwap> answer = SimSwapLookup.decode(reply, Duration.ofHours(within));
      if (answer instanceof Answer.Known<SimSwap> known) {
        assertThat(known.value().swapped())
            .as("%d hours ago, period %d, asked %d", ago, period, within)
            .isEqualTo(ago <= within);
      } else {
        assertThat(inPeriod ? within < period : within > period).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "HTTP {0} {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "201 | {'sid':'VE0','status':'pending'}  | sent:VE0 UNSTATED -",
        "200 | {'sid':'VE0','status':'pending'}  | sent:VE0 UNSTATED -",
        "201 | {'sid':'VE0','status':'approved'} | PROTOCOL POSSIBLE approved",
        "201 | {'sid':'VE0'}                     | PROTOCOL POSSIBLE -",
        "201 | {'sid':'','status':'pending'}     | PROTOCOL POSSIBLE -",
        "201 | {'status':'pending'}              | PROTOCOL POSSIBLE -",
        "202 | {'sid':'VE0','status':'pending'}  | PROTOCOL POSSIBLE -",
      })
  void CreateVerification_tells(int status, String body, String means) {
    assertThat(Outcome.of(() -> CreateVerification.decode(Replies.body(status, body))))
        .isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'status':'approved','valid':true}  | ACCEPTED UNSTATED approved",
        // The one field is legacy, the other counts.
        "{'status':'pending','valid':true}   | REJECTED UNSTATED pending",
        "{'status':'approved','valid':false} | ACCEPTED UNSTATED approved",
        "{'status':'max_attempts_reached'}   | ATTEMPTS_EXHAUSTED UNSTATED max_attempts_reached",
        "{'status':'expired'}                | EXPIRED UNSTATED expired",
        "{'status':'canceled'}               | EXPIRED UNSTATED canceled",
        "{'status':'deleted'}                | EXPIRED UNSTATED deleted",
        "{'status':'failed'}                 | EXPIRED UNSTATED failed",
        "{'status':'Approved'}               | PROTOCOL POSSIBLE Approved",
        "{'valid':true}                      | PROTOCOL POSSIBLE -",
      })
  void CreateVerificationCheck_tells(String body, String means) {
    for (int status : new int[] {200, 201}) {
      assertThat(Outcome.of(() -> CreateVerificationCheck.decode(Replies.body(status, body))))
          .isEqualTo(means);
    }
  }
}
