package io.telproof.broken;

import com.typesafe.config.Config;
import io.telproof.client.Telproof;
import io.telproof.spi.time.Time;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** One class, and one thing wrong with it, for each. */
final class Modules {
  private Modules() {}

  /** Nothing wrong. */
  record Faultless(Time time) {
    Instant signedAt() {
      return time.now();
    }
  }

  record WallClock() {
    Instant signedAt() {
      return Instant.now();
    }
  }

  record StopWatch() {
    long startedAt() {
      return System.nanoTime();
    }
  }

  record Epoch() {
    long signedAt() {
      return System.currentTimeMillis();
    }
  }

  record ClockOfItsOwn() {
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  record TimeOfItsOwn() {
    Time time() {
      return Time.system();
    }
  }

  static final class OneAtATime {
    private int asked;

    synchronized int ask() {
      asked++;
      return asked;
    }
  }

  static final class LastAnswer {
    private static String last = "";

    String answer(String next) {
      String before = last;
      last = next;
      return before;
    }
  }

  static final class CountForAll {
    private static final AtomicInteger ASKED = new AtomicInteger();

    int ask() {
      return ASKED.incrementAndGet();
    }
  }

  record Router(Config config) {
    Telproof open() {
      return Telproof.open(config);
    }
  }

  record CodesUtil() {}

  record SignerImpl() {}
}
