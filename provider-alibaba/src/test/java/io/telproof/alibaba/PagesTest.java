package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CodeVerdict;
import io.telproof.PhoneStatus;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pages that stand behind an operation's own are in its table, row by row. */
final class PagesTest {
  @Test
  void the_page_of_a_product_and_the_common_one_stand_behind_each_operation() {
    isIn(MobileOnlineStatus.CODE, CloudauthErrors.<PhoneStatus>rows(), 8);
    isIn(MobileOnlineStatus.CODE, CommonErrors.<PhoneStatus>rows("Mobile", "ParamType"), 50);
    isIn(CheckSmsVerifyCode.CODE, DypnsapiErrors.<CodeVerdict>rows(), 30);
    isIn(
        CheckSmsVerifyCode.CODE,
        CommonErrors.<CodeVerdict>rows("PhoneNumber", "CountryCode", "VerifyCode", "SchemeName"),
        50);
  }

  private static <V> void isIn(CodeTable<V> table, List<CodeRow<V>> page, int atLeast) {
    assertThat(page).hasSizeGreaterThanOrEqualTo(atLeast).doesNotContainNull();
    for (CodeRow<V> row : page) {
      Optional<CodeRow<V>> there = table.row(row.code());
      assertThat(there).as(row.code()).isPresent();
      assertThat(there.orElseThrow().charge()).as(row.code()).isEqualTo(row.charge());
    }
  }

  @Test
  void an_empty_code_in_one_spelling_does_not_hide_the_code_in_another() {
    assertThat(
            Outcome.of(
                () ->
                    MobileOnlineStatus.decode(
                        Replies.body(400, "{\"Code\":\"\",\"code\":\"Throttling\"}"))))
        .startsWith("THROTTLED FREE");
  }
}
