package io.telproof.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Everything that is logged at any level while it is open, through SLF4J or java.util.logging, so
 * that a test can say what must not occur there. Nothing is printed meanwhile.
 *
 * <p>Needs {@code logback-classic} and {@code jul-to-slf4j} on the test class path. It holds the
 * logging of the whole process: one at a time. The lines are safe to read while threads log.
 */
public final class CapturedLogs implements AutoCloseable {
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final java.util.logging.Logger julRoot = LogManager.getLogManager().getLogger("");
  private final java.util.logging.Level julLevelBefore = julRoot.getLevel();
  private final List<java.util.logging.Handler> julHandlersBefore = List.of(julRoot.getHandlers());
  private final Logger root = root();
  private final Level levelBefore = root.getLevel();
  private final List<Appender<ILoggingEvent>> appendersBefore = appenders(root);
  private final Appender<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(line(event));
        }
      };

  private CapturedLogs() {
    julHandlersBefore.forEach(julRoot::removeHandler);
    SLF4JBridgeHandler.install();
    julRoot.setLevel(java.util.logging.Level.ALL);
    appendersBefore.forEach(root::detachAppender);
    root.setLevel(Level.TRACE);
    appender.setContext(root.getLoggerContext());
    appender.start();
    root.addAppender(appender);
  }

  /**
   * Begins to capture.
   *
   * @return the logs, to be closed at the end of the test
   */
  public static CapturedLogs open() {
    return new CapturedLogs();
  }

  private static Logger root() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
    throw new IllegalStateException(
        "captured logs need logback as the one SLF4J provider, but found "
            + LoggerFactory.getILoggerFactory().getClass().getName());
  }

  private static List<Appender<ILoggingEvent>> appenders(Logger logger) {
    List<Appender<ILoggingEvent>> found = new ArrayList<>();
    Iterator<Appender<ILoggingEvent>> each = logger.iteratorForAppenders();
    each.forEachRemaining(found::add);
    return found;
  }

  private static String line(ILoggingEvent event) {
    String line =
        event.getLevel()
            + " "
            + event.getLoggerName()
            + " ["
            + event.getThreadName()
            + "] "
            + event.getFormattedMessage()
            + " "
            + event.getMDCPropertyMap();
    return event.getThrowableProxy() == null
        ? line
        : line + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
  }

  /**
   * {@return what was logged so far, a line for each event: level, logger, thread, message, the
   * diagnostic context, and the stack trace if there is one}
   */
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** Restores the logging as it was. */
  @Override
  public void close() {
    root.detachAppender(appender);
    appender.stop();
    root.setLevel(levelBefore);
    appendersBefore.forEach(root::addAppender);
    SLF4JBridgeHandler.uninstall();
    julHandlersBefore.forEach(julRoot::addHandler);
    julRoot.setLevel(julLevelBefore);
  }
}
