package io.telproof.flink;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where a task manager finds the key that questions are sealed with in the state and on the
 * network: 32 bytes in base64, as {@code openssl rand -base64 32} prints them. There may be
 * several, apart by white space: the first one seals, and each opens, so that a key can be changed
 * while a savepoint of before is still to be read. Only the place travels with the job. Immutable.
 */
public final class StateKey implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int KEY_BYTES = 32;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final boolean file;
  private final String place;

  private StateKey(boolean file, String place) {
    this.file = file;
    this.place = Objects.requireNonNull(place, "place");
  }

  /**
   * {@return a file that every task manager has under this path}
   *
   * @param path the file, as each task manager sees it
   */
  public static StateKey file(String path) {
    return new StateKey(true, path);
  }

  /**
   * {@return a variable of the environment of every task manager}
   *
   * @param variable the name of the environment variable
   */
  public static StateKey environment(String variable) {
    return new StateKey(false, variable);
  }

  static StateKey of(boolean file, String place) {
    return new StateKey(file, place);
  }

  boolean isFile() {
    return file;
  }

  String place() {
    return place;
  }

  /**
   * The seal of these keys, read now.
   *
   * @throws IllegalStateException if there is no such key on this machine; it says where it was
   *     looked for, and nothing of what is there
   */
  QuestionSeal seal() {
    List<byte[]> keys = new ArrayList<>();
    SPACE.splitAsStream(text().strip()).forEach(word -> keys.add(key(word)));
    return new QuestionSeal(keys);
  }

  private byte[] key(String word) {
    try {
      byte[] key = Base64.getDecoder().decode(word);
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Said below: what was thrown quotes a character of it.
    }
    throw new IllegalStateException(
        this + " holds no key of 32 bytes in base64; make one by: openssl rand -base64 32");
  }

  private String text() {
    if (!file) {
      String value = System.getenv(place);
      if (value == null) {
        throw new IllegalStateException(this + " is not set on this machine");
      }
      return value;
    }
    try {
      return Files.readString(Path.of(place));
    } catch (IOException e) {
      throw new IllegalStateException(
          this + " cannot be read on this machine (" + e.getClass().getSimpleName() + ')');
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StateKey that && file == that.file && place.equals(that.place);
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, place);
  }

  /** The place, and nothing of the key. */
  @Override
  public String toString() {
    return (file ? "the file " : "the variable ") + place;
  }
}
