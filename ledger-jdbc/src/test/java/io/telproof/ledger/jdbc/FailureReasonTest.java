package io.telproof.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailureReasonTest {
  private static final String SECRET = "a-secret-word";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "28P01 | 28P01: it refuses the user or the password; look at user and password in"
            + " telproof.ledger",
        "53100 | 53100: its disk is full",
        "57P01 | 57P01: it is being shut down",
        "25006 | 25006: it is read-only, as a standby is",
        "08006 | 08006: the connection ended",
        "XX000 | XX000: it refuses what it is asked",
      })
  void a_state_is_told_with_what_it_means_and_nothing_of_the_message(String state, String said) {
    assertThat(FailureReason.of(new SQLException(SECRET, state))).isEqualTo(said);
    assertThat(
            FailureReason.of(
                new SQLTransientConnectionException(SECRET, "08000", new SQLException("", state))))
        .isEqualTo(said);
  }

  @Test
  void what_went_wrong_on_the_way_is_told_by_what_it_is() {
    assertThat(told(new UnknownHostException(SECRET)))
        .isEqualTo("its host is not known; look at url in telproof.ledger");
    assertThat(told(new SSLHandshakeException(SECRET)))
        .isEqualTo("no TLS connection: SSLHandshakeException");
    assertThat(told(new EOFException(SECRET))).isEqualTo("the connection ended");
  }

  private static String told(Exception cause) {
    return FailureReason.of(new SQLException(SECRET, "08001", cause));
  }

  @Test
  void a_pool_that_has_none_to_give_is_told_as_such() {
    assertThat(FailureReason.of(new SQLTransientConnectionException(SECRET)))
        .isEqualTo("no connection was free in time; look at connections in telproof.ledger");
  }

  @Test
  void of_anything_else_the_class_is_told() {
    assertThat(FailureReason.of(new IllegalStateException(SECRET, new ArithmeticException(SECRET))))
        .isEqualTo("ArithmeticException");
  }
}
