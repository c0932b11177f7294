package io.telproof.cli;

import io.telproof.Charge;
import io.telproof.bulk.BulkProgress;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a run stands, on standard error: one line that is written over again and again at a terminal,
 * and a line now and then where there is none. For one thread.
 */
final class BulkLine {
  private static final Duration NOW_AND_THEN = Duration.ofSeconds(30);
  private static final int WIDTH = 20;

  private final IoStreams surroundings;
  private final Time time;
  private OptionalLong shownAt = OptionalLong.empty();

  BulkLine(IoStreams surroundings, Time time) {
    this.surroundings = surroundings;
    this.time = time;
  }

  void show(BulkProgress progress) {
    boolean ended = progress.inFlight() == 0 && progress.waiting().isEmpty();
    if (surroundings.live()) {
      // Back to the first column, and the rest of the old line away.
      surroundings.err().print("\r" + inOneLine(Escapes.in(text(progress))) + "\u001b[K");
      if (ended) {
        surroundings.err().println();
      }
      surroundings.err().flush();
    } else if (!ended && isTime()) {
      shownAt = OptionalLong.of(time.nanos());
      surroundings.notes().line("telproof: " + text(progress));
    }
  }

  /** What goes on below cannot be written over. A terminal moves on behind the last column. */
  private String inOneLine(String text) {
    int room = Math.max(2, surroundings.width() - 1);
    return LineBreaks.texts(text, room).get(0);
  }

  private boolean isTime() {
    return shownAt.isEmpty() || time.nanos() - shownAt.getAsLong() >= NOW_AND_THEN.toNanos();
  }

  static String text(BulkProgress progress) {
    long done = progress.totals().rows();
    long all = Math.max(progress.rows(), done);
    int full = all == 0 ? WIDTH : (int) (WIDTH * done / all);
    StringBuilder text = new StringBuilder();
    text.append('[').append("#".repeat(full)).append("-".repeat(WIDTH - full)).append("] ");
    text.append(done).append(" of ").append(all);
    text.append(String.format(Locale.ROOT, ", %.1f/s", progress.rate()));
    progress
        .left()
        .filter(left -> !left.isZero())
        .ifPresent(left -> text.append(", ").append(inWords(left)).append(" left at most"));
    for (Charge charge : Charge.values()) {
      long count = progress.totals().charges().getOrDefault(charge, 0L);
      if (count > 0) {
        text.append(", ").append(charge.name().toLowerCase(Locale.ROOT)).append(' ').append(count);
      }
    }
    if (progress.totals().doubtful() > 0) {
      text.append(", in doubt ").append(progress.totals().doubtful());
    }
    Optional<String> waiting = progress.waiting();
    waiting.ifPresent(why -> text.append(", waiting: ").append(why));
    return text.toString();
  }

  static String inWords(Duration duration) {
    long seconds = duration.toSeconds();
    if (duration.toDays() > 0) {
      return duration.toDays() + " d " + duration.toHoursPart() + " h";
    }
    if (duration.toHours() > 0) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    return seconds >= 60
        ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
        : seconds + " s";
  }
}
