package io.telproof.limits.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why Redis cannot be asked, for people. Takes no message over: messages can quote addresses, users
 * and keys.
 */
final class AwayReason {
  private static final Pattern ERROR_CODE = Pattern.compile("([A-Z]{2,24})\\b.*", Pattern.DOTALL);

  private AwayReason() {}

  /** The reason; empty where a failure tells no more than that there is no connection. */
  static Optional<String> of(Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof RedisCommandExecutionException) {
      return Optional.of(refusal(cause));
    }
    if (cause instanceof RedisAwayException || cause.getClass() == RedisException.class) {
      return Optional.empty();
    }
    return Optional.of(onTheWay(cause));
  }

  /** What lies at the bottom of a failure. */
  static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    for (@Nullable Throwable next = cause; next != null; next = next.getCause()) {
      cause = next;
    }
    return cause;
  }

  /** By the word with which Redis' own errors begin; what scripts may not do begins with ERR. */
  private static String refusal(Throwable error) {
    String message = String.valueOf(error.getMessage());
    Matcher begins = ERROR_CODE.matcher(message);
    String code = begins.matches() ? begins.group(1) : "error";
    return switch (isForbidden(message) ? "NOPERM" : code) {
      case "WRONGPASS" -> "WRONGPASS: it refuses the user or the password";
      case "NOAUTH" -> "NOAUTH: it wants a password";
      case "NOPERM" -> "NOPERM: the user lacks a right or the keys of this prefix";
      case "LOADING" -> "LOADING: it is reading its data";
      case "OOM" -> "OOM: its memory is full";
      case "READONLY" -> "READONLY: it is a replica";
      default -> code;
    };
  }

  /** Redis 6.2 and 7.0 have words of their own for what a script may not do. */
  private static boolean isForbidden(String message) {
    return Stream.of("ACL failure in script", "The user executing the script can't")
        .anyMatch(message::contains);
  }

  private static String onTheWay(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof ConnectException && message.startsWith("Connection refused")) {
      return "connection refused";
    }
    if (cause instanceof UnknownHostException) {
      return "its host is not known";
    }
    if (cause instanceof SSLException) {
      return "no TLS connection: " + cause.getClass().getSimpleName();
    }
    if (cause instanceof RedisCommandTimeoutException || cause instanceof TimeoutException) {
      return "no reply in time";
    }
    return cause.getClass().getSimpleName();
  }
}
