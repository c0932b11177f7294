package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.client.AuditRecord;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Scenario;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One word of application.conf is changed, and the other vendor answers. */
final class SwapByOneWordTest {
  private static final List<String> TENCENT = List.of("MobileStatus");
  private static final List<String> ALIBABA = List.of("MobileOnlineStatus");

  /** Sent and checked by the vendor that does so for end users, whichever was chosen. */
  private static final List<String> CODES = List.of("SendSmsVerifyCode", "CheckSmsVerifyCode");

  private static final List<String> CONTACTS =
      List.of("SendIntlPhoneEmailCode", "CreateIntlPhoneEmail");

  /** What the two cannot both say, by the vendors' own pages; see docs/sandbox.md. */
  private static final List<Scenario> APART =
      List.of(
          // Tencent says that it is off the network, which is the nearest that it has a word for.
          Scenario.NOT_ACTIVATED);

  private final String before = Trial.applicationConf();
  private final String after = before.replace("${shop.main}", "${shop.ali}");

  private static List<String> words(String text) {
    return List.of(text.split("[^A-Za-z0-9_-]+"));
  }

  @Test
  void the_two_configurations_differ_in_one_word() {
    List<String> one = words(before);
    List<String> other = words(after);
    assertThat(other).hasSameSizeAs(one);
    assertThat(
            IntStream.range(0, one.size())
                .filter(i -> !one.get(i).equals(other.get(i)))
                .mapToObj(i -> one.get(i) + " -> " + other.get(i)))
        .containsExactly("main -> ali");
  }

  @Test
  void the_other_vendor_answers_and_the_decisions_are_the_same() throws Exception {
    try (Trial main = new Trial(before);
        Trial ali = new Trial(after)) {
      Map<Scenario, String> byMain = decisions(main);
      Map<Scenario, String> byAli = decisions(ali);
      assertThat(byMain).hasSize(Scenario.values().length);
      List<Scenario> apart =
          byMain.keySet().stream()
              .filter(scenario -> !Objects.equals(byMain.get(scenario), byAli.get(scenario)))
              .toList();
      assertThat(apart)
          .as("of %s and %s", byMain, byAli)
          .containsExactlyInAnyOrderElementsOf(APART);

      assertThat(asked(main.bill(), TENCENT)).doesNotContain(0L);
      assertThat(asked(main.bill(), ALIBABA)).containsOnly(0L);
      assertThat(asked(ali.bill(), ALIBABA)).doesNotContain(0L);
      assertThat(asked(ali.bill(), TENCENT)).containsOnly(0L);
      // The bill of the tenure has the shadow's questions too; the ledger has the shop's alone.
      assertThat(asked(main.bill(), CODES)).doesNotContain(0L);
      assertThat(asked(ali.bill(), CODES)).doesNotContain(0L);
      assertThat(asked(main.bill(), CONTACTS)).containsOnly(0L);
      assertThat(asked(ali.bill(), CONTACTS)).containsOnly(0L);
      assertThat(main.auditLog().records())
          .filteredOn(entry -> !entry.check().key().startsWith("code-"))
          .extracting(AuditRecord::provider)
          .containsOnly("main");
      assertThat(ali.auditLog().records()).extracting(AuditRecord::provider).containsOnly("ali");
    }
  }

  private static List<Long> asked(Bill bill, List<String> operations) {
    return operations.stream().map(bill::requests).toList();
  }

  /** Of every scenario, some at a time: a few of them take the whole time that the shop gives. */
  private static Map<Scenario, String> decisions(Trial trial) throws Exception {
    ExecutorService desks = Executors.newFixedThreadPool(8);
    try {
      Map<Scenario, Future<String>> waiting = new EnumMap<>(Scenario.class);
      for (Scenario scenario : Scenario.values()) {
        waiting.put(scenario, desks.submit(() -> said(trial.decide(scenario))));
      }
      Map<Scenario, String> decisions = new EnumMap<>(Scenario.class);
      for (Map.Entry<Scenario, Future<String>> each : waiting.entrySet()) {
        decisions.put(each.getKey(), each.getValue().get());
      }
      return decisions;
    } finally {
      desks.shutdownNow();
    }
  }

  /** How long to wait, and what the request was called, are the vendor's own. */
  private static String said(Decision decision) {
    return decision instanceof Decision.Later || decision instanceof Decision.Undecided
        ? decision.word()
        : decision.word() + " " + decision.because();
  }
}
