package io.telproof.camara;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.IdentityClaim;
import io.telproof.spi.reply.Reply;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the body of a success, written from the pages a second time. */
final class AnswersTest {
  private static final long SEED = 20261127;
  private static final String SIGNS = "0123456789+-:.TZtz W";

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
        "'nameMatch':'TRUE','idDocumentMatch':'true' | PROTOCOL POSSIBLE TRUE",
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
    assertThat(
            Outcome.of(
                () ->
                    Operations.match(
                        success(fields), Operations.NAME_AND_DOCUMENT, PartialMatch.MATCH)))
        .isEqualTo(means);
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NAME | 'nameMatch':'true' | MATCH UNSTATED true",
        "NAME | 'nameMatch':'false' | MISMATCH[NAME] UNSTATED false",
        "NAME | 'nameMatch':'false','nameMatchScore':91 | MISMATCH[NAME]~91 UNSTATED false",
        "NAME | 'nameMatch':'not_available' | NO_RECORD UNSTATED not_available",
        "NAME | 'nameMatch':'maybe' | PROTOCOL POSSIBLE maybe",
        "NAME | {} | PROTOCOL POSSIBLE -",
        // What was not asked is not read.
        "NAME | 'nameMatch':'true','idDocumentMatch':'false' | MATCH UNSTATED true",
        "NAME | 'nameMatch':'true','birthdateMatch':'perhaps' | MATCH UNSTATED true",
        "NAME BIRTHDATE | 'nameMatch':'true','birthdateMatch':'true' | MATCH UNSTATED true/true",
        "NAME BIRTHDATE | 'nameMatch':'true','birthdateMatch':'false' | MISMATCH[BIRTH_DATE] UNSTATED true/false",
        "NAME BIRTHDATE | 'nameMatch':'true','birthdateMatch':'not_available' | UNDISCLOSED UNSTATED true/not_available",
        "NAME BIRTHDATE | 'nameMatch':'true' | PROTOCOL POSSIBLE -",
        // The score of a day is none.
        "NAME BIRTHDATE | 'nameMatch':'true','birthdateMatch':'false','birthdateMatchScore':7 | MISMATCH[BIRTH_DATE] UNSTATED true/false",
        "NAME ID_DOCUMENT BIRTHDATE | 'nameMatch':'true','idDocumentMatch':'true','birthdateMatch':'true' | MATCH UNSTATED true/true/true",
        "NAME ID_DOCUMENT BIRTHDATE | 'nameMatch':'false','idDocumentMatch':'false','birthdateMatch':'false' | MISMATCH[NAME,ID_NUMBER,BIRTH_DATE] UNSTATED false/false/false",
        "NAME ID_DOCUMENT BIRTHDATE | 'nameMatch':'not_available','idDocumentMatch':'true','birthdateMatch':'true' | UNDISCLOSED UNSTATED not_available/true/true",
        "NAME ID_DOCUMENT BIRTHDATE | 'nameMatch':'true','idDocumentMatch':'not_available','birthdateMatch':'false' | MISMATCH[BIRTH_DATE] UNSTATED true/not_available/false",
        // An operator has names whole or in parts.
        "NAME GIVEN_NAME FAMILY_NAME | 'nameMatch':'true','givenNameMatch':'true','familyNameMatch':'true' | MATCH UNSTATED true/true/true",
        "NAME GIVEN_NAME FAMILY_NAME | 'nameMatch':'not_available','givenNameMatch':'true','familyNameMatch':'true' | MATCH UNSTATED not_available/true/true",
        "NAME GIVEN_NAME FAMILY_NAME | 'nameMatch':'true','givenNameMatch':'not_available','familyNameMatch':'not_available' | MATCH UNSTATED true/not_available/not_available",
        "NAME GIVEN_NAME FAMILY_NAME | 'nameMatch':'not_available','givenNameMatch':'true','familyNameMatch':'not_available' | UNDISCLOSED UNSTATED not_available/true/not_available",
        "NAME GIVEN_NAME FAMILY_NAME | 'nameMatch':'not_available','givenNameMatch':'not_available','familyNameMatch':'true' | UNDISCLOSED UNSTATED not_available/not_available/true",
        "NAME GIVEN_NAME FAMILY_NAME | 'nameMatch':'true','givenNameMatch':'true','familyNameMatch':'false' | MISMATCH[NAME] UNSTATED true/true/false",
        "NAME GIVEN_NAME FAMILY_NAME ID_DOCUMENT | 'nameMatch':'not_available','givenNameMatch':'true','familyNameMatch':'true','idDocumentMatch':'not_available' | UNDISCLOSED UNSTATED not_available/true/true/not_available",
        // The lowest of the scores of names that differ.
        "NAME GIVEN_NAME FAMILY_NAME | 'nameMatch':'false','nameMatchScore':80,'givenNameMatch':'false','givenNameMatchScore':60,'familyNameMatch':'true','familyNameMatchScore':1 | MISMATCH[NAME]~60 UNSTATED false/false/true",
      })
  void KYC_Match_tells_of_what_was_asked(String asked, String fields, String means) {
    Set<KycProperty> properties = EnumSet.noneOf(KycProperty.class);
    Stream.of(asked.split(" ", -1)).map(KycProperty::valueOf).forEach(properties::add);
    String body = fields.equals("{}") ? "" : fields;
    assertThat(
            Outcome.of(() -> Operations.match(success(body), properties, PartialMatch.UNDISCLOSED)))
        .isEqualTo(means);
  }

  @Test
  void each_part_of_a_claim_is_asked_by_its_own_field() {
    IdentityClaim name = IdentityClaim.of(Account.NUMBER, "Ana García");
    IdentityClaim all =
        name.withIdNumber("12345678Z")
            .withNameParts("Ana", "García")
            .withBirthDate(LocalDate.of(1990, 1, 31));
    assertThat(asked(name)).containsExactly("name=Ana García");
    assertThat(asked(all))
        .containsExactly(
            "name=Ana García",
            "givenName=Ana",
            "familyName=García",
            "idDocument=12345678Z",
            "birthdate=1990-01-31");
  }

  private static List<String> asked(IdentityClaim claim) {
    return Stream.of(KycProperty.values())
        .flatMap(each -> each.in(claim).stream().map(part -> each.field() + "=" + part.reveal()))
        .toList();
  }

  /** All words for all sets of parts, against the rule as the documentation has it in words. */
  @ParameterizedTest
  @EnumSource(PartialMatch.class)
  void no_word_of_any_part_is_passed_over(PartialMatch partial) {
    for (int parts = 0; parts < 8; parts++) {
      Set<KycProperty> asked = EnumSet.of(KycProperty.NAME);
      if ((parts & 1) != 0) {
        asked.addAll(EnumSet.of(KycProperty.GIVEN_NAME, KycProperty.FAMILY_NAME));
      }
      if ((parts & 2) != 0) {
        asked.add(KycProperty.ID_DOCUMENT);
      }
      if ((parts & 4) != 0) {
        asked.add(KycProperty.BIRTHDATE);
      }
      each(List.copyOf(asked), new ArrayList<>(), partial);
    }
  }

  private static final List<String> WORDS = List.of("true", "false", "not_available");

  private static void each(List<KycProperty> asked, List<String> told, PartialMatch partial) {
    if (told.size() < asked.size()) {
      for (String word : WORDS) {
        List<String> more = new ArrayList<>(told);
        more.add(word);
        each(asked, more, partial);
      }
      return;
    }
    String body =
        IntStream.range(0, told.size())
            .mapToObj(i -> "'%s':'%s'".formatted(asked.get(i).match(), told.get(i)))
            .collect(Collectors.joining(","));
    String outcome = Outcome.of(() -> Operations.match(success(body), Set.copyOf(asked), partial));
    assertThat(outcome)
        .as(asked + " " + told)
        .startsWith(expected(asked, told, partial) + " UNSTATED ");
  }

  private static String expected(List<KycProperty> asked, List<String> told, PartialMatch partial) {
    if (told.contains("false")) {
      Set<String> differing = new LinkedHashSet<>();
      for (int i = 0; i < told.size(); i++) {
        if (told.get(i).equals("false")) {
          differing.add(
              switch (asked.get(i)) {
                case NAME, GIVEN_NAME, FAMILY_NAME -> "NAME";
                case ID_DOCUMENT -> "ID_NUMBER";
                case BIRTHDATE -> "BIRTH_DATE";
              });
        }
      }
      return "MISMATCH" + differing.toString().replace(" ", "");
    }
    if (!told.contains("true")) {
      return "NO_RECORD";
    }
    Map<KycProperty, Boolean> has = new EnumMap<>(KycProperty.class);
    for (int i = 0; i < told.size(); i++) {
      has.put(asked.get(i), told.get(i).equals("true"));
    }
    boolean name =
        has.getOrDefault(KycProperty.NAME, false)
            || (has.getOrDefault(KycProperty.GIVEN_NAME, false)
                && has.getOrDefault(KycProperty.FAMILY_NAME, false));
    boolean rest =
        has.getOrDefault(KycProperty.ID_DOCUMENT, true)
            && has.getOrDefault(KycProperty.BIRTHDATE, true);
    return (name && rest) || partial == PartialMatch.MATCH ? "MATCH" : "UNDISCLOSED";
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'phoneNumberRecycled':true    | RECYCLED UNSTATED true",
        "'phoneNumberRecycled':'true'  | RECYCLED UNSTATED true",
        "'phoneNumberRecycled':false   | SAME_HOLDER UNSTATED false",
        "'phoneNumberRecycled':'False' | PROTOCOL POSSIBLE False",
        "'phoneNumberRecycled':null    | PROTOCOL POSSIBLE -",
        "'phoneNumberRecycled':[]      | PROTOCOL POSSIBLE -",
        "'phoneNumChanged':false       | PROTOCOL POSSIBLE -",
      })
  void checkNumberRecycling_tells(String fields, String means) {
    assertThat(Outcome.of(() -> Operations.recycling(success(fields)))).isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'swapped':true    | SWAPPED UNSTATED true",
        "'swapped':'true'  | SWAPPED UNSTATED true",
        "'swapped':false   | NOT_SWAPPED UNSTATED false",
        "'swapped':'no'    | PROTOCOL POSSIBLE no",
        "'swapped':null    | PROTOCOL POSSIBLE -",
        "'swapped':[]      | PROTOCOL POSSIBLE -",
        "'latestSimChange':null | PROTOCOL POSSIBLE -",
      })
  void checkSimSwap_tells(String fields, String means) {
    assertThat(Outcome.of(() -> Operations.simSwap(success(fields)))).isEqualTo(means);
  }

  /** Asked at 1970-01-01T00:00Z. */
  @ParameterizedTest(name = "within {0} h, {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "24 | 'latestSimChange':'1969-12-31T00:00:00Z'          | SWAPPED@1969-12-31T00:00:00Z UNSTATED -",
        "24 | 'latestSimChange':'1969-12-30T23:59:59.999999999Z' | NOT_SWAPPED@1969-12-30T23:59:59.999999999Z UNSTATED -",
        "1  | 'latestSimChange':'1969-12-31T23:00:00Z'          | SWAPPED@1969-12-31T23:00:00Z UNSTATED -",
        "2400 | 'latestSimChange':'1969-09-22T23:59:59Z'        | NOT_SWAPPED@1969-09-22T23:59:59Z UNSTATED -",
        // The operator's clock is ahead.
        "24 | 'latestSimChange':'1970-01-01T00:00:05Z'          | SWAPPED@1970-01-01T00:00:05Z UNSTATED -",
        // Every way of writing a zone, and small letters, as RFC 3339 has them.
        "24 | 'latestSimChange':'1969-12-31T02:00:00.312+02:00' | SWAPPED@1969-12-31T00:00:00.312Z UNSTATED -",
        "24 | 'latestSimChange':'1969-12-31T02:00:00.312+0200'  | SWAPPED@1969-12-31T00:00:00.312Z UNSTATED -",
        "24 | 'latestSimChange':'1969-12-31t00:00:00z'          | SWAPPED@1969-12-31T00:00:00Z UNSTATED -",
        // Days beside a date say nothing more.
        "24 | 'latestSimChange':'1969-01-01T00:00:00Z','monitoredPeriod':1 | NOT_SWAPPED@1969-01-01T00:00:00Z UNSTATED -",
        // Nothing happened for so many days.
        "240 | 'latestSimChange':null,'monitoredPeriod':10      | NOT_SWAPPED UNSTATED -",
        "241 | 'latestSimChange':null,'monitoredPeriod':10      | UNDISCLOSED UNSTATED -",
        "240 | 'latestSimChange':null,'monitoredPeriod':9       | UNDISCLOSED UNSTATED -",
        "240 | 'latestSimChange':null,'monitoredPeriod':'120'   | NOT_SWAPPED UNSTATED -",
        "1  | 'latestSimChange':null,'monitoredPeriod':0        | UNDISCLOSED UNSTATED -",
        "1  | 'latestSimChange':null,'monitoredPeriod':-30      | UNDISCLOSED UNSTATED -",
        "1  | 'latestSimChange':null,'monitoredPeriod':'long'   | UNDISCLOSED UNSTATED -",
        "1  | 'latestSimChange':null,'monitoredPeriod':null     | UNDISCLOSED UNSTATED -",
        "1  | 'latestSimChange':null                            | UNDISCLOSED UNSTATED -",
        // Null has to be said.
        "1  | 'monitoredPeriod':120                             | PROTOCOL POSSIBLE -",
        "1  | 'swapped':false                                   | PROTOCOL POSSIBLE -",
        "1  | 'latestSimChange':''                              | PROTOCOL POSSIBLE -",
        "1  | 'latestSimChange':'null'                          | PROTOCOL POSSIBLE -",
        "1  | 'latestSimChange':{}                              | PROTOCOL POSSIBLE -",
        // No time, or one of no zone.
        "1  | 'latestSimChange':'1969-12-31T00:00:00'           | PROTOCOL POSSIBLE -",
        "1  | 'latestSimChange':'1969-12-31'                    | PROTOCOL POSSIBLE -",
        "1  | 'latestSimChange':'1969-02-30T00:00:00Z'          | PROTOCOL POSSIBLE -",
        "1  | 'latestSimChange':-31536000                       | PROTOCOL POSSIBLE -",
      })
  void retrieveSimSwapDate_tells(int hours, String fields, String means) {
    assertThat(Outcome.of(() -> Operations.simSwapDate(success(fields), Duration.ofHours(hours))))
        .isEqualTo(means);
  }

  @Test
  void whatever_stands_in_the_place_of_a_date_is_a_time_or_is_not_understood() {
    Random random = new Random(SEED);
    String good = "2024-09-18T07:37:53.471829447+02:00";
    int read = 0;
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(good);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
          case 1 -> text.deleteCharAt(at);
          default -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
      }
      String outcome =
          Outcome.of(
              () -> Operations.simSwapDate(success("'latestSimChange':'%s'".formatted(text))));
      assertThat(outcome)
          .as("seed %d, case %d", SEED, i)
          .matches("PROTOCOL POSSIBLE -|(NOT_)?SWAPPED@\\S+ UNSTATED -");
      read += outcome.startsWith("PROTOCOL") ? 0 : 1;
    }
    assertThat(read).isBetween(100, 4_900);
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
