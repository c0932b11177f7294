package io.telproof.sandbox;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what may be personal out of the HTTP server's log: it prints request lines, whose query
 * holds numbers and names where a client asks by GET, as the path does of some vendors, and
 * exceptions whose messages quote them.
 *
 * <p>Set on that one logger, once, before a filter that is there already; levels, handlers and all
 * other loggers stay as the application has them.
 */
final class RedactedLog implements Filter {

  private static final Pattern QUERY = Pattern.compile("\\?\\S*");

  private final @Nullable Filter next;

  private RedactedLog(@Nullable Filter next) {
    this.next = next;
  }

  static synchronized void set() {
    // The server's class holds this logger for good, so the filter does not get lost with it.
    Logger logger = Logger.getLogger(MockWebServer.class.getName());
    if (!(logger.getFilter() instanceof RedactedLog)) {
      logger.setFilter(new RedactedLog(logger.getFilter()));
    }
  }

  @Override
  public boolean isLoggable(LogRecord record) {
    if (record.getMessage() != null) {
      record.setMessage(NumberMask.path(QUERY.matcher(record.getMessage()).replaceAll("?***")));
    }
    Throwable thrown = record.getThrown();
    if (thrown != null) {
      record.setMessage("the sandbox's server: " + thrown.getClass().getName());
      record.setThrown(null);
    }
    return next == null || next.isLoggable(record);
  }
}
