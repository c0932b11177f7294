package io.telproof.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class CapturedLogsTest {
  @Test
  void everything_is_captured_down_to_trace_with_context_and_causes() {
    List<String> lines;
    try (CapturedLogs logs = CapturedLogs.open();
        MDC.MDCCloseable context = MDC.putCloseable("who", "from-the-context")) {
      assertThat(context).isNotNull();
      LoggerFactory.getLogger("a.b").trace("said {}", "quietly");
      LoggerFactory.getLogger("a.c").error("failed", new IllegalStateException("the cause"));
      lines = logs.lines();
    }
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("TRACE a.b [").contains("said quietly", "from-the-context");
    assertThat(lines.get(1)).contains("ERROR", "failed", "IllegalStateException: the cause");
  }

  @Test
  void what_goes_to_java_util_logging_is_captured_at_every_level() {
    try (CapturedLogs logs = CapturedLogs.open()) {
      Logger.getLogger("x.y").log(Level.FINEST, "very {0}", "fine");
      assertThat(logs.lines()).singleElement().asString().contains("TRACE x.y", "very fine");
    }
  }

  @Test
  void afterwards_logging_is_as_it_was() {
    Logger jul = Logger.getLogger("");
    Level before = jul.getLevel();
    int handlers = jul.getHandlers().length;
    CapturedLogs logs = CapturedLogs.open();
    logs.close();
    Logger.getLogger("x.y").finest("unheard");
    assertThat(logs.lines()).isEmpty();
    assertThat(jul.getLevel()).isEqualTo(before);
    assertThat(jul.getHandlers()).hasSize(handlers);
  }
}
