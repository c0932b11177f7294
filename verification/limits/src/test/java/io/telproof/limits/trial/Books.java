package io.telproof.limits.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that was seen of one run, on both sides. Thread-safe. */
final class Books implements Witness {
  private final List<Arrival> arrivals = new ArrayList<>();
  private final List<Grant> grants = new ArrayList<>();
  private final Map<String, Integer> failures = new TreeMap<>();
  private int answers;

  synchronized void arrived(Arrival arrival) {
    arrivals.add(arrival);
  }

  @Override
  public synchronized void granted(Grant grant) {
    grants.add(grant);
  }

  @Override
  public synchronized void answered() {
    answers++;
  }

  @Override
  public void failed(String kind) {
    failed(kind, 1);
  }

  synchronized void failed(String kind, int times) {
    failures.merge(kind, times, Integer::sum);
  }

  synchronized void answered(int times) {
    answers += times;
  }

  synchronized List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  synchronized List<Grant> grants() {
    return List.copyOf(grants);
  }

  synchronized int answers() {
    return answers;
  }

  /** How many questions failed, by kind. */
  synchronized Map<String, Integer> failures() {
    return new TreeMap<>(failures);
  }
}
