package io.telproof.camara;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.reply.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the body of a success, written from the pages a second time. */
final class AnswersTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'voiceSmsIn':'active','voiceSmsOut':'active','dataService':'active' | ACTIVE UNSTATED active/active",
        "'voiceSmsIn':'active','voiceSmsOut':'active','dataService':'suspended' | ACTIVE UNSTATED active/active",
        "'voiceSmsIn':'active','voiceSmsOut':'active','dataService':'throttled' | ACTIVE UNSTATED active/active",
        "'voiceSmsIn':'active','voiceSmsOut':'active' | ACTIVE UNSTATED active/active",
        "'voiceSmsIn':'active','voiceSmsOut':'suspended' | SUSPENDED UNSTATED active/suspended",
        "'voiceSmsIn':'suspended','voiceSmsOut':'active' | SUSPENDED UNSTATED suspended",
        "'voiceSmsIn':'suspended','voiceSmsOut':'suspended' | SUSPENDED UNSTATED suspended",
        // A state that no page lists: the number exists, what its line is like is not told.
        "'voiceSmsIn':'throttled','voiceSmsOut':'active' | UNDISCLOSED UNSTATED throttled",
        "'voiceSmsIn':'active','voiceSmsOut':'Active' | UNDISCLOSED UNSTATED active/Active",
        // No state.
        "'voiceSmsIn':'active'                   | PROTOCOL POSSIBLE -",
        "'voiceSmsIn':'suspended'                | PROTOCOL POSSIBLE -",
        "'voiceSmsOut':'active'                  | PROTOCOL POSSIBLE -",
        "'voiceSmsIn':'','voiceSmsOut':'active'  | PROTOCOL POSSIBLE -",
        "'voiceSmsIn':null,'voiceSmsOut':'active' | PROTOCOL POSSIBLE -",
        "'dataService':'active'                  | PROTOCOL POSSIBLE -",
      })
  void retriveSubscriptionStatus_tells(String fields, String means) {
    assertThat(Outcome.of(() -> Operations.subscription(success(fields)))).isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'lastStatusTime':'2026-01-01T00:00:00Z','reachable':true,'connectivity':['DATA','SMS'] | ACTIVE UNSTATED true",
        "'reachable':true        | ACTIVE UNSTATED true",
        "'reachable':'true'      | ACTIVE UNSTATED true",
        "'lastStatusTime':'2026-01-01T00:00:00Z','reachable':false | UNREACHABLE UNSTATED false",
        "'reachable':'yes'       | PROTOCOL POSSIBLE yes",
        "'reachable':null        | PROTOCOL POSSIBLE -",
        "'connectivity':['SMS']  | PROTOCOL POSSIBLE -",
      })
  void getReachabilityStatus_tells(String fields, String means) {
    assertThat(Outcome.of(() -> Operations.reachability(success(fields)))).isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'tenureDateCheck':true  | 6.. UNSTATED true",
        "'tenureDateCheck':true,'contractType':'PAYG' | 6.. UNSTATED true",
        "'tenureDateCheck':'true' | 6.. UNSTATED true",
        "'tenureDateCheck':false | 0..6 UNSTATED false",
        "'tenureDateCheck':'TRUE' | PROTOCOL POSSIBLE TRUE",
        "'tenureDateCheck':1     | PROTOCOL POSSIBLE 1",
        "'tenureDateCheck':null  | PROTOCOL POSSIBLE -",
        "'contractType':'PAYM'   | PROTOCOL POSSIBLE -",
      })
  void checkTenure_tells_of_a_threshold_of_six_months(String fields, String means) {
    assertThat(Outcome.of(() -> Operations.tenure(success(fields)))).isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'nameMatch':'true','idDocumentMatch':'true' | MATCH UNSTATED true/true",
        "'nameMatch':true,'idDocumentMatch':true     | MATCH UNSTATED true/true",
        "'nameMatch':'true','idDocumentMatch':'false' | MISMATCH[ID_NUMBER] UNSTATED true/false",
        "'nameMatch':'false','idDocumentMatch':'true' | MISMATCH[NAME] UNSTATED false/true",
        "'nameMatch':false,'idDocumentMatch':false   | MISMATCH[NAME,ID_NUMBER] UNSTATED false/false",
        "'nameMatch':'false','idDocumentMatch':'not_available' | MISMATCH[NAME] UNSTATED false/not_available",
        "'nameMatch':'not_available','idDocumentMatch':'false' | MISMATCH[ID_NUMBER] UNSTATED not_available/false",
        "'nameMatch':'not_available','idDocumentMatch':'not_available' | NO_RECORD UNSTATED not_available/not_available",
        // What the operator lacks does not agree.
        "'nameMatch':'true','idDocumentMatch':'not_available' | UNDISCLOSED UNSTATED true/not_available",
        "'nameMatch':'not_available','idDocumentMatch':'true' | UNDISCLOSED UNSTATED not_available/true",
        // How near it is.
        "'nameMatch':'false','nameMatchScore':87,'idDocumentMatch':'true' | MISMATCH[NAME]~87 UNSTATED false/true",
        "'nameMatch':'false','nameMatchScore':'0','idDocumentMatch':'false' | MISMATCH[NAME,ID_NUMBER]~0 UNSTATED false/false",
        "'nameMatch':'false','nameMatchScore':99,'idDocumentMatch':'not_available' | MISMATCH[NAME]~99 UNSTATED false/not_available",
        "'nameMatch':'true','nameMatchScore':87,'idDocumentMatch':'false' | MISMATCH[ID_NUMBER] UNSTATED true/false",
        "'nameMatch':'true','nameMatchScore':87,'idDocumentMatch':'true' | MATCH UNSTATED true/true",
        "'nameMatch':'false','nameMatchScore':100,'idDocumentMatch':'true' | MISMATCH[NAME] UNSTATED false/true",
        "'nameMatch':'false','nameMatchScore':-1,'idDocumentMatch':'true' | MISMATCH[NAME] UNSTATED false/true",
        "'nameMatch':'false','nameMatchScore':8.7,'idDocumentMatch':'true' | MISMATCH[NAME] UNSTATED false/true",
        "'nameMatch':'false','nameMatchScore':null,'idDocumentMatch':'true' | MISMATCH[NAME] UNSTATED false/true",
        // A verdict that no page lists, or none.
        "'nameMatch':'TRUE','idDocumentMatch':'true' | PROTOCOL POSSIBLE TRUE/true",
        "'nameMatch':'true','idDocumentMatch':'maybe' | PROTOCOL POSSIBLE true/maybe",
        "'nameMatch':'true'                          | PROTOCOL POSSIBLE -",
        "'idDocumentMatch':'true'                    | PROTOCOL POSSIBLE -",
        "'nameMatch':null,'idDocumentMatch':'true'   | PROTOCOL POSSIBLE -",
        "'nameMatch':'','idDocumentMatch':'true'     | PROTOCOL POSSIBLE -",
      })
  void KYC_Match_tells(String fields, String means) {
    assertThat(Outcome.of(() -> Operations.match(success(fields)))).isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "true, not_available, MATCH UNSTATED true/not_available",
    "not_available, true, MATCH UNSTATED not_available/true",
    "not_available, not_available, NO_RECORD UNSTATED not_available/not_available",
    "false, not_available, MISMATCH[NAME] UNSTATED false/not_available",
    "not_available, false, MISMATCH[ID_NUMBER] UNSTATED not_available/false",
  })
  void what_the_operator_has_may_be_enough_for_a_match_by_the_settings(
      String name, String document, String means) {
    String fields = "'nameMatch':'%s','idDocumentMatch':'%s'".formatted(name, document);
    assertThat(Outcome.of(() -> Operations.match(success(fields), PartialMatch.MATCH)))
        .isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'authenticationId':'ea0840f3-3663-4149-bd10-c7c6b8912105' | sent:ea0840f3-3663-4149-bd10-c7c6b8912105 UNSTATED -",
        "'authenticationId':4711 | sent:4711 UNSTATED -",
        // Sent, and nobody can check it.
        "'authenticationId':''   | PROTOCOL POSSIBLE -",
        "'authenticationId':null | PROTOCOL POSSIBLE -",
        "'id':'4711'             | PROTOCOL POSSIBLE -",
      })
  void sendCode_tells(String fields, String means) {
    assertThat(Outcome.of(() -> Operations.send(success(fields)))).isEqualTo(means);
  }

  @ParameterizedTest(name = "HTTP {0} {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "204 | ``                                         | ACCEPTED UNSTATED HTTP-204",
        // Only that status says it.
        "200 | ``                                         | PROTOCOL POSSIBLE -",
        "200 | {}                                         | PROTOCOL POSSIBLE -",
        "200 | {'verified':true}                          | PROTOCOL POSSIBLE -",
        "202 | ``                                         | PROTOCOL POSSIBLE -",
        "205 | ``                                         | PROTOCOL POSSIBLE -",
      })
  void validateCode_accepts_a_code_by_one_status_alone(int status, String body, String means) {
    assertThat(Outcome.of(() -> Operations.validate(Replies.body(status, body)))).isEqualTo(means);
  }

  private static Reply success(String fields) {
    return Replies.success("{" + fields + "}");
  }
}
