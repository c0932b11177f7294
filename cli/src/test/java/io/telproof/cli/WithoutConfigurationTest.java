package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way, to the vendor's simulator and back. */
final class WithoutConfigurationTest {
  private static final String NOTICE =
      "telproof: no --config: asking the sandbox in this process, which knows no real number\n";

  private static void asked(Outcome outcome, int status, String start) {
    assertThat(outcome.err()).isEqualTo(NOTICE);
    assertThat(outcome.out()).startsWith("{" + start.replace('\'', '"')).hasLineCount(1);
    assertThat(outcome.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phone-status | 000 | 0 |"
            + " 'answer':'known','check':'phone-status','value':{'state':'ACTIVE','carrier':'unknown'},'receipt':{'provider':'tencent','operation':'MobileStatus',",
        "tenure       | 000 | 0 |"
            + " 'answer':'known','check':'tenure','value':{'from':24,'to':null},'receipt':{'provider':'tencent',",
        "tenure       | 010 | 0 |"
            + " 'answer':'known','check':'tenure','value':{'from':12,'to':24},'receipt'",
        "identity     | 310 | 0 |"
            + " 'answer':'known','check':'identity-match','value':{'outcome':'MATCH','differing':null,'carrier':'china-unicom','score':null},'receipt'",
        "identity     | 010 | 0 |"
            + " 'answer':'known','check':'identity-match','value':{'outcome':'MISMATCH','differing':null,",
        "phone-status | 080 | 3 |"
            + " 'answer':'unknown','check':'phone-status','gap':'NO_RECORD','reason':null,'receipt'",
        "phone-status | 250 | 4 |"
            + " 'answer':'failed','check':'phone-status','kind':'QUOTA','provider':'twilio','operation':'line_status',",
        "phone-status | 600 | 4 |"
            + " 'answer':'failed','check':'phone-status','kind':'INDETERMINATE','provider':'tencent','operation':'MobileStatus','vendorCode':null,'requestId':null,'charge':'POSSIBLE',"
      })
  void the_sandbox_in_this_process_is_asked_and_that_is_said(
      String check, String magic, int status, String start) {
    asked(
        Session.PLAIN
            .typing("\u5f20\u4e09", "110101199003070000")
            .run("check", check, "+8613800138" + magic, "--json"),
        status,
        start);
  }

  @ParameterizedTest
  @CsvSource({"check, identity", "check, pre-validated", "code, verify"})
  void who_is_asked_is_said_before_anybody_types_a_name_or_a_code(String group, String command) {
    assertThat(Session.PLAIN.run(group, command, "+8613800138000"))
        .isEqualTo(new Outcome(2, "", NOTICE + "telproof: nobody is there; ask later\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check | phone-status |"
            + " 'answer':'known','check':'phone-status','value':{'state':'ACTIVE','carrier':'china-mobile'},'receipt':{'provider':'alibaba',",
        "check | tenure |"
            + " 'answer':'known','check':'tenure','value':{'from':24,'to':null},'receipt':{'provider':'alibaba',",
        "check | identity |"
            + " 'answer':'known','check':'identity-match','value':{'outcome':'MATCH','differing':null,'carrier':'china-mobile','score':null},'receipt':{'provider':'alibaba',",
        "check | pre-validated | 'answer':'known','check':'pre-validated-number','value':{'id':",
        "code | send | 'answer':'known','check':'code-delivery','value':{'handle':",
        "code | verify |"
            + " 'answer':'known','check':'code-verification','value':{'verdict':'ACCEPTED'},'receipt':{'provider':'alibaba',"
      })
  void the_other_vendor_is_asked_by_its_name(String group, String command, String start) {
    asked(
        Session.PLAIN
            .typing("123456", "110101199003070000")
            .run(group, command, "+8613800138000", "--json", "--provider", "alibaba"),
        0,
        start);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code | send | +8613800138000 |"
            + " 'answer':'known','check':'code-delivery','value':{'handle':",
        "code | verify | +8613800138000 |"
            + " 'answer':'known','check':'code-verification','value':{'verdict':'ACCEPTED'},'receipt':{'provider':'alibaba',",
        "code | verify | +8613800138800 |"
            + " 'answer':'known','check':'code-verification','value':{'verdict':'REJECTED'},'receipt':{'provider':'alibaba',",
        "check | pre-validated | +8613800138000 |"
            + " 'answer':'known','check':'pre-validated-number','value':{'id':"
      })
  void a_check_that_one_vendor_alone_answers_for_end_users_is_asked_of_that_one(
      String group, String command, String contact, String start) {
    Outcome outcome = Session.PLAIN.typing("123456").run(group, command, contact, "--json");
    asked(outcome, 0, start);
    assertThat(outcome.out()).contains("\"receipt\":{\"provider\":\"alibaba\",");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "send | +8613800138000 |"
            + " 'answer':'known','check':'code-delivery','value':{'handle':null,'expiresAt':null},'receipt':{'provider':'tencent',",
        "verify | scenario-00@example.com |"
            + " 'answer':'known','check':'code-verification','value':{'verdict':'ACCEPTED'},'receipt':{'provider':'tencent',",
      })
  void codes_for_contacts_of_the_account_s_owner_are_sent_where_that_vendor_is_named(
      String command, String contact, String start) {
    asked(
        Session.PLAIN
            .typing("123456")
            .run("code", command, contact, "--json", "--provider", "tencent"),
        0,
        start);
  }

  @Test
  void a_number_without_a_country_code_that_could_be_of_another_country_is_not_asked_about() {
    Outcome outcome = Session.PLAIN.run("check", "sim-swap", "2015550100");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("not a number of one country alone", "say --region")
        .doesNotContain("2015550100");
    assertThat(Session.PLAIN.run("check", "sim-swap", "2015550100", "--region", "US").err())
        .isEqualTo(NOTICE);
  }

  @Test
  void whose_a_number_without_a_country_code_was_taken_for_is_said() {
    assertThat(Session.PLAIN.run("check", "tenure", "138 0013 8000").err())
        .isEqualTo(
            NOTICE
                + "telproof: taken for +86138****8000, a mobile number of mainland China; write +"
                + " and the country code, or --region, for another one\n");
    assertThat(Session.PLAIN.run("check", "tenure", "138 0013 8000", "--region", "CN").err())
        .isEqualTo(NOTICE);
    assertThat(Session.PLAIN.run("code", "send", "a@example.com", "--provider", "twilio").err())
        .isEqualTo(NOTICE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tencent | {'name':'Ann'} | PhoneVerification needs an identity number",
        "twilio  | {'name':'Ann','idNumber':'7'} | identity_match needs a given and a family name",
        "alibaba | {'name':'Ann','idNumber':'7','birthDate':'1990-01-31'} | Mobile3MetaDetailVerify does not compare a birth date; Mobile2MetaVerify does not compare an identity number",
      })
  void who_was_not_asked_is_said_with_the_reason(String provider, String claim, String why) {
    String number = provider.equals("twilio") ? "+12015550100" : "+8613800138000";
    String[] line = {"check", "identity-match", number, "--provider", provider, "--stdin"};
    Session session = Session.PLAIN.stdin(claim.replace('\'', '"'));
    assertThat(session.run(line).out())
        .startsWith("identity-match        unknown: NOT_COVERED, nobody was asked\n")
        .contains("why                   " + why + "\n")
        .contains("not asked             " + provider)
        .doesNotContain("answered by");
    String[] json = Stream.concat(Stream.of(line), Stream.of("--json")).toArray(String[]::new);
    assertThat(session.run(json).out()).contains("\"reason\":\"" + why + "\"");
  }

  @Test
  void a_provider_that_does_not_offer_the_check_is_a_mistake_of_the_option() {
    assertThat(Session.PLAIN.run("check", "sim-swap", "+12015550100", "--provider", "tencent"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                NOTICE
                    + "telproof: --provider: tencent does not offer sim-swap; offered by: camara,"
                    + " twilio\n"));
  }
}
