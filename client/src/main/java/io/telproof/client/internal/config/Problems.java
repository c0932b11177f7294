package io.telproof.client.internal.config;

import io.telproof.client.Problem;
import io.telproof.client.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What comes of reading a configuration: problems, values, and which keys can be there at all. */
public final class Problems {
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();
  private final boolean outside;
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final SortedSet<String> known = new TreeSet<>();

  /** For the application itself. */
  public Problems() {
    this(false);
  }

  /**
   * Nothing so far.
   *
   * @param outside whether the application is another one than this process: what depends on its
   *     class path and its code cannot be seen
   */
  public Problems(boolean outside) {
    this.outside = outside;
  }

  boolean outside() {
    return outside;
  }

  /** Notes a problem. */
  public void add(Problem problem) {
    problems.add(problem);
  }

  /** Notes what hinders nothing, and should be looked at. */
  public void note(Problem note) {
    notes.add(note);
  }

  /** What hinders nothing so far, in the order of reading. */
  public List<Problem> notes() {
    return List.copyOf(notes);
  }

  void setting(Setting setting) {
    settings.put(setting.path(), setting);
  }

  void known(String path) {
    known.add(path);
  }

  /** Everything that is wrong so far, in the order of reading. */
  public List<Problem> list() {
    return List.copyOf(problems);
  }

  /** Every value that is in force so far. */
  public List<Setting> settings() {
    return List.copyOf(settings.values());
  }

  /** The paths of all keys that the blocks read so far can have. */
  public SortedSet<String> known() {
    return known;
  }
}
