package io.telproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Everything that is logged at TRACE while numbers go through. */
final class LogTest {

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final ch.qos.logback.classic.Logger root =
      ((LoggerContext) LoggerFactory.getILoggerFactory())
          .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();

  @BeforeEach
  void capture() {
    LogManager.getLogManager().reset();
    SLF4JBridgeHandler.install();
    Logger.getLogger("").setLevel(java.util.logging.Level.ALL);
    root.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void release() {
    root.detachAppender(log);
    root.setLevel(before);
    SLF4JBridgeHandler.uninstall();
    Logger.getLogger("").setLevel(java.util.logging.Level.INFO);
  }

  private List<ILoggingEvent> events() {
    synchronized (log) {
      return List.copyOf(log.list);
    }
  }

  private void await(String message) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (events().stream().noneMatch(event -> event.getFormattedMessage().contains(message))
        && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void no_number_in_a_query_is_logged() throws IOException {
    try (Sandbox sandbox = Sandbox.start(new AcmeVendor())) {
      try (RawSocket caller = new RawSocket(sandbox)) {
        caller.ask("13800138000").reply();
      }
      for (String number : new String[] {"13800138630", "13800138720"}) {
        try (RawSocket caller = new RawSocket(sandbox)) {
          caller.ask(number).read(10_000, 10_000);
        }
      }
      // A body where none is allowed crashes the server's connection, with the request line quoted.
      try (RawSocket caller = new RawSocket(sandbox)) {
        caller.send("GET /?number=13800138000 HTTP/1.1\r\nContent-Length: 1\r\n\r\nx");
        await("the sandbox's server: ");
      }
    }
    String all =
        events().stream()
            .map(
                event ->
                    event.getFormattedMessage()
                        + ThrowableProxyUtil.asString(event.getThrowableProxy()))
            .collect(Collectors.joining("\n"));
    assertThat(all)
        .contains("received request: GET /?***", "the sandbox's server: ")
        .doesNotContain("1380013");
  }

  @Test
  void no_number_in_a_path_is_logged() throws IOException {
    try (Sandbox sandbox = Sandbox.start(new AcmeVendor())) {
      for (String number : List.of("%2B12015550100", "+12015550100", "12015550100")) {
        Http.get(sandbox, "/v2/PhoneNumbers/" + number + "?Fields=line_status");
      }
      await("received request: GET /v2/PhoneNumbers/");
    }
    assertThat(events())
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(line -> line.contains("received request: GET /v2/PhoneNumbers/***?***"))
        .noneMatch(line -> line.contains("2015550100"));
  }

  @Test
  void the_reply_is_not_logged_either() throws IOException {
    try (Sandbox sandbox = Sandbox.start(new AcmeVendor())) {
      String target = "/?number=13800138000";
      Http.send(
          new Request.Builder()
              .url(sandbox.endpoint() + target)
              .header("X-Acme-Signature", AcmeVendor.signature(target))
              .build());
    }
    assertThat(events())
        .filteredOn(event -> event.getLoggerName().startsWith("mockwebserver3"))
        .isNotEmpty()
        .noneMatch(event -> event.getFormattedMessage().contains("months"));
  }
}
