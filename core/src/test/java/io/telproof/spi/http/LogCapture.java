package io.telproof.spi.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** What is logged at any level while it is open. The testkit's own is out of reach of core. */
public final class LogCapture implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final java.util.logging.Logger jul = LogManager.getLogManager().getLogger("");
  private final Level before = root.getLevel();
  private final java.util.logging.Level julBefore = jul.getLevel();
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

  /** Begins to capture. */
  public LogCapture() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    jul.setLevel(java.util.logging.Level.ALL);
    root.detachAppender("console");
    root.setLevel(Level.TRACE);
    appender.start();
    root.addAppender(appender);
  }

  /** A line for each event, with its thread and its stack trace. */
  public List<String> lines() {
    return List.copyOf(appender.list).stream()
        .map(
            event ->
                event.getLevel()
                    + " "
                    + event.getLoggerName()
                    + " ["
                    + event.getThreadName()
                    + "] "
                    + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .toList();
  }

  @Override
  public void close() {
    root.detachAppender(appender);
    root.setLevel(before);
    jul.setLevel(julBefore);
    SLF4JBridgeHandler.uninstall();
  }
}
