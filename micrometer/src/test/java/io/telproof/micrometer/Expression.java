package io.telproof.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a PromQL expression as names something: metrics, labels, words. */
record Expression(String text) {
  // Whatever is no function, no keyword, no label of a matcher and no duration is a metric.
  private static final Pattern SELECTOR =
      Pattern.compile("\\b([a-z]+_[a-z_]+)\\b(?!\\s*\\()(?:\\{([^}]*)})?");
  private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(=~|!~|!=|=)\"([^\"]*)\"");
  private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");

  /** Holds every name in it to a scrape of a registry in which everything has happened. */
  void holdsIn(Scrape scrape) {
    assertThat(selectors()).as(text).isNotEmpty();
    for (MatchResult selector : selectors()) {
      String metric = selector.group(1);
      assertThat(scrape.metrics()).as(text).contains(metric);
      List<MatchResult> matchers =
          selector.group(2) == null
              ? List.of()
              : MATCHER.matcher(selector.group(2)).results().toList();
      for (MatchResult matcher : matchers) {
        assertThat(scrape.labelsOf(metric)).as(text).contains(matcher.group(1));
        assertThat(scrape.valuesOf(metric, matcher.group(1))).as(text).containsAll(words(matcher));
      }
      assertThat(scrape.series(metric)).as(text).anyMatch(series -> selects(matchers, series));
      assertThat(scrape.labelsOf(metric)).as(text).containsAll(grouping());
    }
    if (text.contains("histogram_quantile")) {
      assertThat(grouping()).as(text).contains("le");
    }
  }

  /** Whether it counts this series of a metric. */
  boolean counts(String metric, Map<String, String> series) {
    return selectors().stream()
        .filter(selector -> selector.group(1).equals(metric))
        .map(
            selector ->
                selector.group(2) == null
                    ? List.<MatchResult>of()
                    : MATCHER.matcher(selector.group(2)).results().toList())
        .anyMatch(matchers -> selects(matchers, series));
  }

  /** The labels that stand on the result. */
  Set<String> grouping() {
    return GROUPING
        .matcher(text)
        .results()
        .flatMap(each -> List.of(each.group(1).split(", ")).stream())
        .collect(Collectors.toSet());
  }

  /** The dashboard's variables in it. */
  Set<String> variables() {
    return selectors().stream()
        .filter(selector -> selector.group(2) != null)
        .flatMap(selector -> MATCHER.matcher(selector.group(2)).results())
        .map(matcher -> matcher.group(3))
        .filter(value -> value.startsWith("$"))
        .map(value -> value.substring(1))
        .collect(Collectors.toSet());
  }

  private List<MatchResult> selectors() {
    return SELECTOR.matcher(text.replaceAll("\\$__[a-z_]+", "5m")).results().toList();
  }

  private static List<String> words(MatchResult matcher) {
    String value = matcher.group(3);
    return value.startsWith("$") ? List.of() : List.of(value.split("\\|"));
  }

  private static boolean selects(List<MatchResult> matchers, Map<String, String> series) {
    return matchers.stream()
        .filter(matcher -> !matcher.group(3).startsWith("$"))
        .allMatch(
            matcher ->
                words(matcher).contains(series.getOrDefault(matcher.group(1), ""))
                    != matcher.group(2).startsWith("!"));
  }
}
