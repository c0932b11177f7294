package io.telproof.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.KeyClaim.Concluded;
import io.telproof.spi.ledger.KeyClaim.Granted;
import io.telproof.spi.ledger.KeyClaim.InDoubt;
import io.telproof.spi.ledger.KeyClaim.UnderWay;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.time.Time;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Processes that really end. */
final class ProcessesTest {
  private static final int KEYS = 300;

  private final PostgresServer server = PostgresServer.shared();
  private final String schema = PostgresServer.schema();

  @Test
  void four_processes_ask_once_under_each_key_also_where_one_of_them_is_killed() throws Exception {
    List<AskingProcess> processes = new ArrayList<>();
    try (Ledger ledger = new JdbcLedgerFactory().open(server.settings(schema), Time.system())) {
      for (int i = 0; i < 4; i++) {
        processes.add(AskingProcess.start(server.url(), schema, i, KEYS));
      }
      processes.forEach(AskingProcess::untilReady);
      for (AskingProcess each : processes) {
        each.begin();
      }
      PostgresServer.until(() -> processes.stream().anyMatch(ProcessesTest::isUnderWay));
      AskingProcess killed =
          processes.stream().filter(ProcessesTest::isUnderWay).findFirst().orElseThrow();
      killed.kill();
      List<Integer> asked = new ArrayList<>(killed.asked());
      for (AskingProcess each : processes) {
        if (each != killed) {
          assertThat(each.end()).isZero();
          asked.addAll(each.asked());
        }
      }
      assertThat(asked).doesNotHaveDuplicates();

      Set<Integer> open = new HashSet<>();
      for (int i = 0; i < KEYS; i++) {
        KeyClaim claim = ledger.claim(Questions.key(i));
        if (claim instanceof UnderWay) {
          open.add(i);
        } else {
          assertThat(claim).isInstanceOf(Concluded.class);
          assertThat(asked).contains(i);
        }
      }
      // It did one thing after the other.
      assertThat(open).hasSizeLessThanOrEqualTo(1);

      // Its lease would end by itself; here it is ended in its row.
      server.run(
          "UPDATE "
              + schema
              + ".owners SET lease_until = clock_timestamp() WHERE id <> (SELECT min(id) FROM "
              + schema
              + ".owners)");
      for (int key : open) {
        KeyClaim claim = ledger.claim(Questions.key(key));
        if (asked.contains(key)) {
          assertThat(claim).isInstanceOfAny(InDoubt.class, Concluded.class);
        } else {
          // It was killed before it printed that it asks; it may have written so.
          assertThat(claim).isInstanceOfAny(InDoubt.class, Granted.class);
        }
      }
      List<Intent> doubts = new ArrayList<>();
      ledger.doubts(entry -> doubts.add(entry.intent()));
      assertThat(doubts).hasSizeLessThanOrEqualTo(1);
    } finally {
      processes.forEach(AskingProcess::close);
    }
  }

  private static boolean isUnderWay(AskingProcess process) {
    return process.asked().size() > 5;
  }
}
