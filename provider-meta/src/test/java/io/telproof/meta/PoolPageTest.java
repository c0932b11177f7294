package io.telproof.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.PhoneNumber;
import io.telproof.spi.reply.Reply;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one page of the pool comes to. */
final class PoolPageTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+12015550100");
  private static final String BETWEEN = " -.()/\u00a0\u202a\u2011";

  private static String outcome(Reply reply) {
    return Outcome.of(() -> PreverifiedNumbers.decode(reply, NUMBER, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1 201-555-0100", "+12015550100", "12015550100", "+1 (201) 555-0100"})
  void a_number_is_found_however_it_is_written(String written) {
    assertThat(outcome(Replies.page(Replies.entry(written, "VERIFIED"))))
        .isEqualTo("5745@" + written.replace(' ', '_') + " UNSTATED VERIFIED");
  }

  @Test
  void signs_between_the_digits_change_nothing_and_another_digit_everything() {
    Random random = new Random(20_260_912);
    for (int i = 0; i < 2_000; i++) {
      PhoneNumber number = random(random);
      String digits = number.e164().substring(1);
      StringBuilder written = new StringBuilder(random.nextBoolean() ? "+" : "");
      for (int digit = 0; digit < digits.length(); digit++) {
        written.append(digits.charAt(digit));
        while (random.nextInt(4) == 0) {
          written.append(BETWEEN.charAt(random.nextInt(BETWEEN.length())));
        }
      }
      assertThat(PreverifiedNumbers.isWrittenAs(number, written.toString())).isTrue();
      int at = random.nextInt(digits.length());
      int other = (digits.charAt(at) - '0' + 1 + random.nextInt(9)) % 10;
      String changed = digits.substring(0, at) + other + digits.substring(at + 1);
      assertThat(PreverifiedNumbers.isWrittenAs(number, changed)).isFalse();
      assertThat(PreverifiedNumbers.isWrittenAs(number, digits + other)).isFalse();
      assertThat(PreverifiedNumbers.isWrittenAs(number, "00" + digits)).isFalse();
      assertThat(PreverifiedNumbers.isWrittenAs(number, digits.substring(1))).isFalse();
    }
    assertThat(PreverifiedNumbers.isWrittenAs(NUMBER, "+١٢٠١٥٥٥٠١٠٠")).isFalse();
    assertThat(PreverifiedNumbers.isWrittenAs(NUMBER, "")).isFalse();
  }

  private static PhoneNumber random(Random random) {
    StringBuilder digits = new StringBuilder("+").append(1 + random.nextInt(9));
    int more = 4 + random.nextInt(11);
    for (int i = 0; i < more; i++) {
      digits.append(random.nextInt(10));
    }
    return PhoneNumber.of(digits.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'display_phone_number':'+1 201-555-0100','verification_status':'VERIFIED','id':5745}"
            + " | 5745@+1_201-555-0100 UNSTATED VERIFIED",
        "{'phone_number':'','display_phone_number':'12015550100','code_verification_status':'',"
            + "'verification_status':'PENDING','id':'5745'} | NO_RECORD UNSTATED PENDING",
        "{'phone_number':'12015550100','display_phone_number':'+1 999','id':'5745',"
            + "'code_verification_status':'EXPIRED','verification_status':'VERIFIED'}"
            + " | NO_RECORD UNSTATED EXPIRED",
        "{'phone_number':'12015550100','code_verification_status':'FAILED'}"
            + " | NO_RECORD UNSTATED FAILED",
        "{'phone_number':'12015550100','code_verification_status':'verified','id':'5745'}"
            + " | PROTOCOL POSSIBLE verified",
        "{'phone_number':'12015550100','code_verification_status':'VERIFIED'}"
            + " | PROTOCOL UNSTATED VERIFIED",
        "{'phone_number':'12015550100','code_verification_status':'VERIFIED','id':''}"
            + " | PROTOCOL UNSTATED VERIFIED",
        "{'phone_number':'12015550100','code_verification_status':'VERIFIED','id':['5745']}"
            + " | PROTOCOL UNSTATED VERIFIED",
        "{'phone_number':'12015550100','id':'5745'} | PROTOCOL POSSIBLE -",
        "{'id':'5745','code_verification_status':'VERIFIED'} | PROTOCOL POSSIBLE -",
        "{'id':'5745','display_phone_number':'','code_verification_status':'VERIFIED'}"
            + " | PROTOCOL POSSIBLE -",
        "{'phone_number':'12015550101','code_verification_status':'VERIFIED','id':'5745'}"
            + " | NO_RECORD UNSTATED -",
      })
  void an_entry_comes_to_this(String entry, String outcome) {
    assertThat(outcome(Replies.page(entry))).isEqualTo(outcome);
  }

  @Test
  void a_verified_entry_counts_before_others_of_the_same_number() {
    String verified = Replies.entry("+1 201-555-0100", "VERIFIED");
    String expired = Replies.entry("+1 201 555 0100", "EXPIRED");
    String nothing = "{'id':'1'}";
    for (Reply page :
        List.of(
            Replies.page(verified, expired),
            Replies.page(expired, verified),
            Replies.page(nothing, expired, verified))) {
      assertThat(outcome(page)).isEqualTo("5745@+1_201-555-0100 UNSTATED VERIFIED");
    }
    assertThat(outcome(Replies.page(expired, Replies.entry("12015550100", "PENDING"))))
        .isEqualTo("NO_RECORD UNSTATED EXPIRED");
  }

  private static Reply followed(String paging) {
    return Replies.body(
        200,
        "{'data':[" + Replies.entry("+1 999-555-0100", "VERIFIED") + "],'paging':" + paging + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'cursors':{'before':'QQ','after':'Qg'},'next':'https://x/'} | after:Qg UNSTATED -",
        "{'cursors':{'before':'QQ','after':'Qg'}} | NO_RECORD UNSTATED -",
        "{'cursors':{'before':'QQ','after':'Qg'},'next':''} | NO_RECORD UNSTATED -",
        "{'cursors':{'before':'QQ','after':'Qg'},'next':null} | NO_RECORD UNSTATED -",
        "{'cursors':{'before':'QQ','after':''},'next':'https://x/'} | PROTOCOL POSSIBLE -",
        "{'cursors':{'before':'QQ'},'next':'https://x/?after=Qg'} | PROTOCOL POSSIBLE -",
        "{'next':'https://x/?after=Qg'} | PROTOCOL POSSIBLE -",
        "null | NO_RECORD UNSTATED -",
      })
  void a_page_goes_on_where_meta_says_that_there_is_a_next_one(String paging, String outcome) {
    assertThat(outcome(followed(paging))).isEqualTo(outcome);
  }

  @Test
  void the_last_page_that_is_read_is_no_answer_where_the_pool_goes_on() {
    Reply more = followed("{'cursors':{'after':'Qg'},'next':'https://x/'}");
    assertThat(Outcome.of(() -> PreverifiedNumbers.decode(more, NUMBER, true)))
        .isEqualTo("ACCOUNT UNSTATED -");
    assertThatThrownBy(() -> PreverifiedNumbers.decode(more, NUMBER, true))
        .hasMessageContaining("not among the first 1000")
        .hasMessageContaining("leave whole-pool out");
    Reply end = followed("{'cursors':{'after':'Qg'}}");
    assertThat(Outcome.of(() -> PreverifiedNumbers.decode(end, NUMBER, true)))
        .isEqualTo("NO_RECORD UNSTATED -");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'data':{}}", "{'data':null}", "{'data':['12015550100']}"})
  void a_reply_without_a_list_is_not_understood(String body) {
    assertThat(outcome(Replies.body(200, body))).isEqualTo("PROTOCOL POSSIBLE -");
  }
}
