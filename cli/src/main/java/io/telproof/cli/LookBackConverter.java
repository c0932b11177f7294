package io.telproof.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** Reads how far back a SIM swap is asked for: whole hours or days. */
final class LookBackConverter implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,4}) ?(h|d)");
  private static final Duration LONGEST = Duration.ofDays(100);

  @Override
  public Duration convert(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      long count = Long.parseLong(matcher.group(1));
      Duration duration =
          matcher.group(2).equals("h") ? Duration.ofHours(count) : Duration.ofDays(count);
      if (!duration.isZero() && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    }
    throw new UsageException("not a time; expected 1h to 2400h, or 1d to 100d, as in 72h");
  }
}
