package io.telproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What was sent already is held by {@link ProcessTest}, which ends a process. */
final class CostNoticeTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Screen notes = new Screen(new PrintStream(err, true, UTF_8), false, Screen.ENDLESS);

  @Test
  void what_still_waits_is_ended_and_its_own_report_tells_the_cost() throws Exception {
    CompletableFuture<CostNotice> asking = new CompletableFuture<>();
    CompletableFuture<String> reported = new CompletableFuture<>();
    Thread question =
        new Thread(
            () -> {
              CostNotice notice = CostNotice.on(notes);
              try {
                asking.complete(notice);
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                reported.complete("free");
              } finally {
                notice.close();
              }
            });
    question.start();
    asking.get().leave();
    question.join();
    assertThat(reported).isCompletedWithValue("free");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void after_the_answer_nothing_is_said() throws InterruptedException {
    CostNotice notice = CostNotice.on(notes);
    notice.close();
    Thread end = new Thread(notice::leave);
    end.start();
    // Not join: this is the thread that asked, and it is interrupted.
    while (end.isAlive()) {
      Thread.onSpinWait();
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(err.toString(UTF_8)).isEmpty();
  }
}
