package io.telproof.micrometer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus reads: each series by its metric's name and its labels. */
final class Scrape {
  private static final Pattern SERIES = Pattern.compile("([a-z_]+)(?:\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

  private final Map<String, List<Map<String, String>>> series = new HashMap<>();

  Scrape(String text) {
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .map(SERIES::matcher)
        .filter(Matcher::matches)
        .forEach(
            line ->
                series
                    .computeIfAbsent(line.group(1), name -> new ArrayList<>())
                    .add(labels(line.group(2) == null ? "" : line.group(2))));
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new HashMap<>();
    LABEL.matcher(text).results().forEach(each -> labels.put(each.group(1), each.group(2)));
    return labels;
  }

  Set<String> metrics() {
    return series.keySet();
  }

  List<Map<String, String>> series(String metric) {
    return series.getOrDefault(metric, List.of());
  }

  Set<String> labelsOf(String metric) {
    Set<String> labels = new HashSet<>();
    series(metric).forEach(each -> labels.addAll(each.keySet()));
    return labels;
  }

  Set<String> valuesOf(String metric, String label) {
    Set<String> values = new HashSet<>();
    series(metric).forEach(each -> values.add(each.getOrDefault(label, "")));
    return values;
  }
}
