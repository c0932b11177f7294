package io.telproof.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What comes of reading a configuration: problems, values, and which keys can be there at all. */
final class Reading {
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final SortedSet<String> known = new TreeSet<>();

  void problem(Problem problem) {
    problems.add(problem);
  }

  void setting(Setting setting) {
    settings.put(setting.path(), setting);
  }

  void known(String path) {
    known.add(path);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  List<Setting> settings() {
    return List.copyOf(settings.values());
  }

  /** The paths of all keys that the blocks read so far can have. */
  SortedSet<String> known() {
    return known;
  }
}
