package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.Carrier;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.spi.reply.Meaning;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands behind a success, written from the vendor's pages a second time. */
final class VerdictsTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'BizCode':'1','SubCode':'101','IspName':'CMCC' | ACTIVE@china-mobile UNSTATED 200/1/101",
        "'BizCode':'2','SubCode':'201','IspName':'CUCC' | SUSPENDED@china-unicom UNSTATED 200/2/201",
        "'BizCode':'2','SubCode':'202','IspName':'CTCC' | CANCELLED@china-telecom UNSTATED 200/2/202",
        "'BizCode':'2','SubCode':'203','IspName':'CBCC' | UNREACHABLE@china-broadnet UNSTATED 200/2/203",
        "'BizCode':'2','SubCode':'204'    | NOT_ACTIVATED UNSTATED 200/2/204",
        "'BizCode':'3','SubCode':'301'    | NO_RECORD UNSTATED 200/3",
        "'BizCode':'3'                    | NO_RECORD UNSTATED 200/3",
        "'BizCode':3,'SubCode':'101'      | NO_RECORD UNSTATED 200/3",
        "'BizCode':1,'SubCode':101        | ACTIVE UNSTATED 200/1/101",
        // No page lists the state: the number exists, what its line is like is not told.
        "'BizCode':'2','SubCode':'205'    | UNDISCLOSED UNSTATED 200/2/205",
        "'BizCode':'2','SubCode':'101'    | UNDISCLOSED UNSTATED 200/2/101",
        "'BizCode':'2','SubCode':'301'    | UNDISCLOSED UNSTATED 200/2/301",
        "'BizCode':'1','SubCode':'102'    | UNDISCLOSED UNSTATED 200/1/102",
        "'BizCode':'1','SubCode':'201'    | UNDISCLOSED UNSTATED 200/1/201",
        // The state cannot be read.
        "'BizCode':'1'                    | PROTOCOL UNSTATED 200/1",
        "'BizCode':'1','SubCode':''       | PROTOCOL UNSTATED 200/1",
        "'BizCode':'2','SubCode':null     | PROTOCOL UNSTATED 200/2",
        "'BizCode':'2','SubCode':[201]    | PROTOCOL UNSTATED 200/2",
        "'BizCode':'2','SubCode':'示例值' | PROTOCOL UNSTATED 200/2",
        // No verdict, or one that no page lists.
        "'BizCode':'4','SubCode':'101'    | PROTOCOL POSSIBLE 200/4",
        "'BizCode':'0','SubCode':'101'    | PROTOCOL POSSIBLE 200/0",
        "'BizCode':'','SubCode':'101'     | PROTOCOL POSSIBLE 200",
        "'BizCode':'示例值'               | PROTOCOL POSSIBLE 200",
        "'SubCode':'101'                  | PROTOCOL POSSIBLE 200",
      })
  void MobileOnlineStatus_tells(String result, String means) {
    assertThat(Outcome.of(() -> MobileOnlineStatus.decode(Replies.cloudauth(json(result)))))
        .isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'BizCode':'1','TimeCode':'1' | 0..3 CHARGED 200/1/1",
        "'BizCode':'1','TimeCode':'2' | 3..6 CHARGED 200/1/2",
        "'BizCode':'1','TimeCode':'3' | 6..12 CHARGED 200/1/3",
        "'BizCode':'1','TimeCode':'4' | 12..24 CHARGED 200/1/4",
        "'BizCode':'1','TimeCode':'5' | 24.. CHARGED 200/1/5",
        "'BizCode':1,'TimeCode':5     | 24.. CHARGED 200/1/5",
        "'BizCode':'3'                | NO_RECORD FREE 200/3",
        "'BizCode':'3','TimeCode':''  | NO_RECORD FREE 200/3",
        "'BizCode':'3','TimeCode':'5' | NO_RECORD FREE 200/3",
        // Found and billed, and not told.
        "'BizCode':'1'                | UNDISCLOSED CHARGED 200/1",
        "'BizCode':'1','TimeCode':''  | UNDISCLOSED CHARGED 200/1",
        "'BizCode':'1','TimeCode':null | UNDISCLOSED CHARGED 200/1",
        // Billed, and not to be read.
        "'BizCode':'1','TimeCode':'0' | PROTOCOL CHARGED 200/1/0",
        "'BizCode':'1','TimeCode':'6' | PROTOCOL CHARGED 200/1/6",
        "'BizCode':'1','TimeCode':'[24,+)' | PROTOCOL CHARGED 200/1",
        "'BizCode':'1','TimeCode':{}  | PROTOCOL CHARGED 200/1",
        // Of the SDK's comments alone, and of nowhere.
        "'BizCode':'2','TimeCode':'5' | PROTOCOL POSSIBLE 200/2",
        "'BizCode':'4','TimeCode':'5' | PROTOCOL POSSIBLE 200/4",
        "'TimeCode':'5'               | PROTOCOL POSSIBLE 200",
      })
  void MobileOnlineTime_tells(String result, String means) {
    assertThat(Outcome.of(() -> MobileOnlineTime.decode(Replies.cloudauth(json(result)))))
        .isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'BizCode':'1','IspName':'CMCC' | MATCH@china-mobile CHARGED 200/1",
        "'BizCode':1                    | MATCH CHARGED 200/1",
        "'BizCode':'2','IspName':'CUCC' | MISMATCH[NAME]@china-unicom CHARGED 200/2",
        "'BizCode':'2'                  | MISMATCH[NAME] CHARGED 200/2",
        "'BizCode':'3'                  | NO_RECORD FREE 200/3",
        // A detail is another operation's, and of no account here.
        "'BizCode':'1','SubCode':'201'  | MATCH CHARGED 200/1",
        "'BizCode':'4'                  | PROTOCOL POSSIBLE 200/4",
        "'BizCode':''                   | PROTOCOL POSSIBLE 200",
        "'IspName':'CMCC'               | PROTOCOL POSSIBLE 200",
      })
  void Mobile2MetaVerify_tells(String result, String means) {
    assertThat(Outcome.of(() -> Mobile2MetaVerify.decode(Replies.cloudauth(json(result)))))
        .isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'BizCode':'1','SubCode':'101' | SAME_HOLDER CHARGED 200/1/101",
        "'BizCode':1,'SubCode':101     | SAME_HOLDER CHARGED 200/1/101",
        "'BizCode':'1','SubCode':'102' | RECYCLED CHARGED 200/1/102",
        "'BizCode':'1','SubCode':'103' | UNDISCLOSED CHARGED 200/1/103",
        "'BizCode':'3','SubCode':'301' | NO_RECORD FREE 200/3",
        "'BizCode':'3'                 | NO_RECORD FREE 200/3",
        "'BizCode':'3','SubCode':'101' | NO_RECORD FREE 200/3",
        // Billed, and not to be read.
        "'BizCode':'1','SubCode':'301' | PROTOCOL CHARGED 200/1/301",
        "'BizCode':'1','SubCode':'104' | PROTOCOL CHARGED 200/1/104",
        "'BizCode':'1','SubCode':''    | PROTOCOL CHARGED 200/1",
        "'BizCode':'1'                 | PROTOCOL CHARGED 200/1",
        // No verdict, or one that no page lists.
        "'BizCode':'2','SubCode':'101' | PROTOCOL POSSIBLE 200/2",
        "'SubCode':'101'               | PROTOCOL POSSIBLE 200",
      })
  void MobileRecycledMetaVerify_tells(String result, String means) {
    assertThat(Outcome.of(() -> MobileRecycledMetaVerify.decode(Replies.cloudauth(json(result)))))
        .isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'BizCode':'1','SubCode':'101','IspName':'CMCC' | MATCH@china-mobile CHARGED 200/1/101",
        "'BizCode':1,'SubCode':101     | MATCH CHARGED 200/1/101",
        "'BizCode':'1'                 | MATCH CHARGED 200/1",
        "'BizCode':'1','SubCode':''    | MATCH CHARGED 200/1",
        "'BizCode':'2','SubCode':'201','IspName':'中国电信' | MISMATCH[NAME,ID_NUMBER]@china-telecom CHARGED 200/2/201",
        "'BizCode':'2','SubCode':'202' | MISMATCH[ID_NUMBER] CHARGED 200/2/202",
        "'BizCode':'2','SubCode':'203' | MISMATCH[NAME] CHARGED 200/2/203",
        "'BizCode':'2','SubCode':'204' | MISMATCH CHARGED 200/2/204",
        "'BizCode':'2'                 | MISMATCH CHARGED 200/2",
        "'BizCode':'2','SubCode':''    | MISMATCH CHARGED 200/2",
        "'BizCode':'2','SubCode':'205' | MISMATCH CHARGED 200/2/205",
        "'BizCode':'2','SubCode':'this and that' | MISMATCH CHARGED 200/2",
        "'BizCode':'2','SubCode':'101' | MISMATCH CHARGED 200/2/101",
        "'BizCode':'3','SubCode':'301' | NO_RECORD FREE 200/3",
        "'BizCode':'3'                 | NO_RECORD FREE 200/3",
        // A match that is contradicted is none, and is billed all the same.
        "'BizCode':'1','SubCode':'201' | PROTOCOL CHARGED 200/1/201",
        "'BizCode':'1','SubCode':'102' | PROTOCOL CHARGED 200/1/102",
        "'BizCode':'7','SubCode':'101' | PROTOCOL POSSIBLE 200/7",
        "'BizCode':true                | PROTOCOL POSSIBLE 200/true",
        "'SubCode':'101'               | PROTOCOL POSSIBLE 200",
      })
  void Mobile3MetaDetailVerify_tells(String result, String means) {
    assertThat(Outcome.of(() -> Mobile3MetaDetailVerify.decode(Replies.cloudauth(json(result)))))
        .isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'PhoneNumberId':'222434','PhoneNumber':'92333' | 222434/92333 UNSTATED OK",
        "'PhoneNumberId':222434,'PhoneNumber':92333     | 222434/92333 UNSTATED OK",
        "'PhoneNumberId':'222434'                       | 222434 UNSTATED OK",
        "'PhoneNumberId':'222434','PhoneNumber':''      | 222434 UNSTATED OK",
        "'PhoneNumberId':'222434','PhoneNumber':null    | 222434 UNSTATED OK",
        "'PhoneNumber':'92333'                          | PROTOCOL UNSTATED OK",
        "'PhoneNumberId':'','PhoneNumber':'92333'       | PROTOCOL UNSTATED OK",
        "'PhoneNumberId':['222434']                     | PROTOCOL UNSTATED OK",
      })
  void GetPreValidatePhoneId_tells(String data, String means) {
    assertThat(
            Outcome.of(
                () -> GetPreValidatePhoneId.decode(Replies.success("OK", "Data", json(data)))))
        .isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'VerifyResult':'PASS'    | ACCEPTED FREE OK/PASS",
        "'VerifyResult':'UNKNOWN' | REJECTED FREE OK/UNKNOWN",
        "'VerifyResult':'REJECT'  | REJECTED FREE OK/REJECT",
        "'VerifyResult':'pass'    | PROTOCOL POSSIBLE OK/pass",
        "'VerifyResult':'PASSED'  | PROTOCOL POSSIBLE OK/PASSED",
        "'VerifyResult':1         | PROTOCOL POSSIBLE OK/1",
        "'VerifyResult':true      | PROTOCOL POSSIBLE OK/true",
        "'VerifyResult':''        | PROTOCOL POSSIBLE OK",
        "'verifyResult':'PASS'    | PROTOCOL POSSIBLE OK",
        "'OutId':'PASS'           | PROTOCOL POSSIBLE OK",
      })
  void CheckSmsVerifyCode_tells(String model, String means) {
    assertThat(
            Outcome.of(
                () -> CheckSmsVerifyCode.decode(Replies.success("OK", "Model", json(model)))))
        .isEqualTo(means);
  }

  @Test
  void success_alone_is_never_an_accepted_code() {
    for (CodeVerdict verdict : CodeVerdict.values()) {
      assertThat(CheckSmsVerifyCode.CODE.rows())
          .filteredOn(row -> row.meaning().equals(Meaning.value(verdict)))
          .as(verdict.name())
          .allSatisfy(row -> assertThat(verdict.provesPossession()).isFalse());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"BizId\":\"112231421412414124123^4\"}", "null", "[]"})
  void SendSmsVerifyCode_needs_nothing_but_its_code_to_say_that_it_was_accepted(String model) {
    Instant expiresAt = Instant.parse("2026-11-21T10:05:00Z");
    Answer<CodeDispatch> answer =
        SendSmsVerifyCode.decode(
            Replies.body(200, "{\"Code\":\"OK\",\"Success\":true,\"Model\":" + model + "}"),
            expiresAt);
    assertThat(Outcome.of(() -> answer)).isEqualTo("sent POSSIBLE OK");
    assertThat(((Answer.Known<CodeDispatch>) answer).value())
        .isEqualTo(new CodeDispatch(Optional.empty(), Optional.of(expiresAt)));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "CMCC, china-mobile",
    "MOBILE, china-mobile",
    "中国移动, china-mobile",
    "移动, china-mobile",
    "China Mobile, china-mobile",
    "CUCC, china-unicom",
    "UNICOM, china-unicom",
    "中国联通, china-unicom",
    "联通, china-unicom",
    "CTCC, china-telecom",
    "TELECOM, china-telecom",
    "中国电信, china-telecom",
    "电信, china-telecom",
    "CBCC, china-broadnet",
    "CBN, china-broadnet",
    "中国广电, china-broadnet",
    "广电, china-broadnet",
    "UNKNOW, unknown",
    "UNKNOWN, unknown",
    "'', unknown",
    "XYZ, unknown",
    "示例值, unknown",
  })
  void a_carrier_is_known_in_every_spelling_and_case_at_both_operations_that_tell_it(
      String spelling, String carrier) {
    for (String written : new String[] {spelling, lower(spelling), " " + spelling + " "}) {
      String isp = ",'IspName':'" + written + "'";
      String at = new Carrier(carrier).equals(Carrier.UNKNOWN) ? "" : "@" + carrier;
      assertThat(
              Outcome.told(
                  () ->
                      MobileOnlineStatus.decode(
                          Replies.cloudauth(json("'BizCode':1,'SubCode':101" + isp)))))
          .isEqualTo("ACTIVE" + at + " UNSTATED");
      assertThat(
              Outcome.told(
                  () ->
                      Mobile3MetaDetailVerify.decode(
                          Replies.cloudauth(json("'BizCode':2,'SubCode':203" + isp)))))
          .isEqualTo("MISMATCH[NAME]" + at + " CHARGED");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "[]", "7"})
  void a_carrier_that_cannot_be_read_takes_nothing_from_the_verdict(String isp) {
    assertThat(
            Outcome.of(
                () ->
                    MobileOnlineStatus.decode(
                        Replies.cloudauth(json("'BizCode':1,'SubCode':101,'IspName':" + isp)))))
        .isEqualTo("ACTIVE UNSTATED 200/1/101");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Single quotes read better in a table. */
  private static String json(String quoted) {
    return quoted.replace('\'', '"');
  }
}
