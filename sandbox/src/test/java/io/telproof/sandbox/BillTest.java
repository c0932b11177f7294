package io.telproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BillTest {

  private final Bill bill = new Bill();

  private void add(String operation, Billing billing, String requestId) {
    bill.add(
        new Bill.Line(
            Instant.EPOCH, "acme", operation, requestId, "0", billing, "", Optional.empty()));
  }

  @Test
  void requests_are_counted_by_operation_and_by_what_they_cost() {
    add("Age", Billing.CHARGED, "1");
    add("Age", Billing.CHARGED, "2");
    add("Age", Billing.FREE, "3");
    add("Name", Billing.UNSTATED, "4");
    add("Name", Billing.CHARGED, "5");

    assertThat(bill.requests()).isEqualTo(5);
    assertThat(bill.charged()).isEqualTo(3);
    assertThat(bill.requests("Age")).isEqualTo(3);
    assertThat(bill.charged("Age")).isEqualTo(2);
    assertThat(bill.count("Age", Billing.FREE)).isEqualTo(1);
    assertThat(bill.count("Name", Billing.UNSTATED)).isEqualTo(1);
    assertThat(bill.requests("Nothing")).isZero();
    assertThat(bill.charged("Nothing")).isZero();
  }

  @Test
  void the_counts_are_complete_when_the_oldest_lines_are_gone() {
    for (int i = 0; i < Bill.KEPT + 2; i++) {
      add("Age", Billing.CHARGED, "request " + i);
    }
    assertThat(bill.charged()).isEqualTo(Bill.KEPT + 2);
    assertThat(bill.lines()).hasSize(Bill.KEPT);
    assertThat(bill.lines().get(0).requestId()).isEqualTo("request 2");
  }

  @Test
  void a_list_of_lines_does_not_change_any_more() {
    add("Age", Billing.CHARGED, "1");
    var before = bill.lines();
    add("Age", Billing.CHARGED, "2");

    assertThat(before).hasSize(1);
  }
}
