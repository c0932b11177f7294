package io.telproof.ledger.jdbc;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why PostgreSQL cannot be asked, for people. Takes no message over: messages of the server and of
 * the driver quote users, addresses and values.
 */
final class FailureReason {
  private static final int DEEPEST = 20;

  private FailureReason() {}

  /** The reason, with what to do where somebody can do something. */
  static String of(Throwable failure) {
    List<Throwable> causes = causes(failure);
    Optional<String> onTheWay =
        causes.stream().map(FailureReason::onTheWay).flatMap(Optional::stream).findFirst();
    if (onTheWay.isPresent()) {
      return onTheWay.get();
    }
    // The pool wraps the driver's failure in one of its own, which has no state or the same one.
    return causes.stream()
        .flatMap(cause -> cause instanceof SQLException sql ? state(sql).stream() : null)
        .reduce((outer, inner) -> inner)
        .map(FailureReason::refusal)
        .orElseGet(
            () ->
                failure instanceof SQLException
                    ? "no connection was free in time; look at connections in telproof.ledger"
                    : causes.get(causes.size() - 1).getClass().getSimpleName());
  }

  /** A failure and what is below it, from the outside in. */
  static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (@Nullable Throwable cause = failure;
        cause != null && causes.size() < DEEPEST;
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  /** The state that the innermost of them has; empty where none has one. */
  static Optional<String> state(Throwable failure) {
    return causes(failure).stream()
        .flatMap(cause -> cause instanceof SQLException sql ? state(sql).stream() : null)
        .reduce((outer, inner) -> inner);
  }

  /**
   * Whether it is what was to be written that is refused: a value, or one that is there already.
   */
  static boolean isRefusal(Throwable failure) {
    return state(failure)
        .filter(state -> state.startsWith("22") || state.startsWith("23"))
        .isPresent();
  }

  private static Optional<String> state(SQLException failure) {
    return Optional.ofNullable(failure.getSQLState()).filter(state -> state.matches("[0-9A-Z]{5}"));
  }

  private static Optional<String> onTheWay(Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return Optional.of("its host is not known; look at url in telproof.ledger");
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return Optional.of("no connection: nothing listens there, or a network is between");
    }
    if (cause instanceof SocketTimeoutException) {
      return Optional.of("no reply in time");
    }
    if (cause instanceof SSLException) {
      return Optional.of("no TLS connection: " + cause.getClass().getSimpleName());
    }
    if (cause instanceof EOFException) {
      return Optional.of("the connection ended");
    }
    if (cause instanceof InterruptedException) {
      return Optional.of("the thread was interrupted");
    }
    return Optional.empty();
  }

  private static String refusal(String state) {
    return state
        + ": "
        + switch (state) {
          case "28P01", "28000" ->
              "it refuses the user or the password; look at user and password in telproof.ledger";
          case "3D000" -> "it has no such database; look at url in telproof.ledger";
          case "42501" -> "the user lacks a right";
          case "42P01", "3F000" -> "the tables are not there; look at schema in telproof.ledger";
          case "42703" -> "a column is not there; the tables are of another version";
          case "23505" -> "it is there already";
          case "25006" -> "it is read-only, as a standby is";
          case "53100" -> "its disk is full";
          case "53300" -> "it has no connection left";
          case "57014" -> "it took too long";
          case "57P01", "57P02" -> "it is being shut down";
          case "57P03" -> "it is starting, or being shut down";
          case "08001" -> "no connection";
          default ->
              state.startsWith("08") ? "the connection ended" : "it refuses what it is asked";
        };
  }
}
