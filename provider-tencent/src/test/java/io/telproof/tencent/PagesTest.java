package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CodeVerdict;
import io.telproof.IdentityVerdict;
import io.telproof.PhoneStatus;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pages that stand behind an operation's own are in its table, row by row. */
final class PagesTest {
  @Test
  void the_product_s_codes_and_the_common_ones_stand_behind_each_operation() {
    isIn(MobileStatus.ERROR, FaceidErrors.<PhoneStatus>rows(), 46);
    isIn(MobileStatus.ERROR, CommonErrors.<PhoneStatus>rows(), 40);
    isIn(CheckPhoneAndName.ERROR, FaceidErrors.<IdentityVerdict>rows(), 46);
    isIn(CreateIntlPhoneEmail.ERROR, CommonErrors.<CodeVerdict>rows(), 40);
  }

  private static <V> void isIn(CodeTable<V> table, List<CodeRow<V>> page, int atLeast) {
    assertThat(page).hasSizeGreaterThanOrEqualTo(atLeast).doesNotContainNull();
    for (CodeRow<V> row : page) {
      Optional<CodeRow<V>> there = table.row(row.code());
      assertThat(there).as(row.code()).isPresent();
      assertThat(there.orElseThrow().charge()).as(row.code()).isEqualTo(row.charge());
    }
  }
}
