package io.telproof.examples.shop;

import io.telproof.FailureKind;
import io.telproof.Receipt;
import java.time.Duration;
import java.util.Optional;

/** What the shop decides about somebody who wants an account. Says nothing about the person. */
sealed interface Decision {
  /** The decision in one word. */
  String word();

  /** The reason, in words for people; empty where there is nothing to explain. */
  String because();

  /**
   * They have an account.
   *
   * @param age the receipt of the answer that the number is old enough
   */
  record Accepted(Receipt age) implements Decision {
    @Override
    public String word() {
      return "ACCEPTED";
    }

    @Override
    public String because() {
      return "";
    }
  }

  /** They get none: what was answered speaks against it. */
  record Declined(String because) implements Decision {
    @Override
    public String word() {
      return "DECLINED";
    }
  }

  /**
   * Nobody knows yet, and asking again later is free.
   *
   * @param after how long to wait, where that is known
   */
  record Later(Optional<Duration> after) implements Decision {
    @Override
    public String word() {
      return "LATER";
    }

    @Override
    public String because() {
      return after.map(wait -> "try again in " + wait.toSeconds() + " s").orElse("try again soon");
    }
  }

  /**
   * Nobody knows, and asking again may be a second charge: a person looks at it.
   *
   * @param requestId what the vendor's support wants to hear, where it is known
   */
  record Undecided(Optional<String> requestId) implements Decision {
    @Override
    public String word() {
      return "UNDECIDED";
    }

    @Override
    public String because() {
      return "the outcome was lost, "
          + requestId.map(id -> "ask for request " + id).orElse("and the request has no id");
    }
  }

  /** Nobody knows, and waiting does not help: an operator looks at it. */
  record Refused(FailureKind kind) implements Decision {
    @Override
    public String word() {
      return "REFUSED";
    }

    @Override
    public String because() {
      return kind.name();
    }
  }
}
