package io.telproof.client.internal.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.telproof.client.Problem;
import io.telproof.client.Setting;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A block of a configuration that is read strictly: whatever is wrong with it is noted, not thrown.
 */
public final class ConfigSection {
  private static final String FILE = "file";
  private static final String MASKED = "***";
  private static final char LOST = '\uFFFD';

  /** Names as in a list without its brackets. */
  private static final Pattern SEVERAL =
      Pattern.compile("\\s*[a-z][a-z0-9-]{0,31}(?:\\s*,\\s*[a-z][a-z0-9-]{0,31})+,?\\s*");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");

  private final String path;
  private final ConfigObject object;
  private final Problems problems;

  /** A block at a path; the empty path is the whole configuration. */
  public ConfigSection(String path, ConfigObject object, Problems problems) {
    this.path = path;
    this.object = object;
    this.problems = problems;
  }

  /** The same block, read anew: what is found goes elsewhere. */
  public ConfigSection again() {
    return new ConfigSection(path, object, new Problems());
  }

  /** The same block without these keys, of which everything has been said. */
  public ConfigSection without(Collection<String> said) {
    ConfigObject rest = object;
    for (String key : said) {
      rest = rest.withoutKey(key);
    }
    return new ConfigSection(path, rest, problems);
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The keys in the order of the file: the block itself does not keep it. */
  public List<String> keys() {
    return object.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, ConfigValue> e) -> line(e.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static int line(ConfigValue value) {
    return value.origin().lineNumber();
  }

  /** Notes every key that is not one of these. */
  public void allow(Collection<String> known) {
    allow(known, Map.of());
  }

  /**
   * Notes every key that is not one of these.
   *
   * @param renamed keys that had their names once, and what each of them is called, in words
   */
  public void allow(Collection<String> known, Map<String, String> renamed) {
    known.forEach(key -> problems.known(path(key)));
    for (String key : keys()) {
      if (renamed.containsKey(key)) {
        problem(key, key + " is called " + renamed.get(key) + "; rename it");
      } else if (!known.contains(key)) {
        String meant =
            Suggestions.to(key, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElseGet(
                    () ->
                        "known here: " + known.stream().sorted().collect(Collectors.joining(", ")));
        problem(key, "unknown key; " + meant);
      }
    }
  }

  /** Notes that a key can be there, where nobody can say which others can. */
  void known(String key) {
    problems.known(path(key));
  }

  /** Notes what is wrong with a key. */
  public void problem(String key, String says) {
    problems.add(new Problem(path(key), where(key), says));
  }

  /** Notes that a key is missing, unless it is there as secretKey: that is told as unknown. */
  void missing(String key) {
    if (object.keySet().stream().noneMatch(each -> Suggestions.sameLetters(each, key))) {
      problem(key, "is missing");
    }
  }

  /** Notes what hinders nothing, and should be looked at. */
  void note(String key, String says) {
    note(key, where(key), says);
  }

  /** Notes it of what no file says. */
  void note(String key, String where, String says) {
    problems.note(new Problem(path(key), where, says));
  }

  /**
   * Notes what only the application itself can tell: a problem where this is the application, else
   * a note.
   *
   * @param wrong what is said to the application
   * @param unseen what is said of an application that is judged from outside
   * @return whether it may be right
   */
  public boolean mayBe(String key, String wrong, String unseen) {
    if (problems.outside()) {
      note(key, unseen);
    } else {
      problem(key, wrong);
    }
    return problems.outside();
  }

  /**
   * Notes what cannot be seen of the whole block where an application is judged from outside.
   *
   * @return whether it is
   */
  boolean unseen(String says) {
    if (problems.outside()) {
      problems.note(new Problem(path, Place.of(object.origin()), says));
    }
    return problems.outside();
  }

  /** A problem of the whole block. */
  public void problem(String says) {
    problems.add(new Problem(path, Place.of(object.origin()), says));
  }

  /** The file and line of a key, or of the block where it is not there. */
  public String where(String key) {
    @Nullable ConfigValue value = object.get(key);
    return Place.of((value == null ? object : value).origin());
  }

  /** Whether what stands at a key is a default of ours. */
  public boolean isDefault(String key) {
    @Nullable ConfigValue value = object.get(key);
    return value != null && Place.isDefault(value.origin());
  }

  /**
   * Notes a value that is in force. Not before it was accepted: a key that was pasted in the wrong
   * place is no value, and must not be shown as one.
   */
  public void accepted(String key, String value) {
    problems.setting(new Setting(path(key), value, where(key)));
  }

  /** Notes a value that is in force although no file says it. */
  public void inForce(String key, String value, String where) {
    problems.setting(new Setting(path(key), value, where));
  }

  /** Notes a secret that is in force, masked, with the file that it comes from. */
  void acceptedSecret(String key) {
    accepted(key, isFile(key) ? MASKED + " from " + file(key) : MASKED);
  }

  /**
   * The block of this key; empty, and noted, where it is something else; empty where it is not
   * there.
   */
  public Optional<ConfigSection> section(String key) {
    return value(key)
        .flatMap(
            value -> {
              if (value instanceof ConfigObject block) {
                return Optional.of(new ConfigSection(path(key), block, problems));
              }
              problem(key, "expected a block in braces");
              return Optional.empty();
            });
  }

  /** The text of this key: of a string, a number or a boolean. */
  public Optional<String> text(String key) {
    return scalar(key, "expected a text");
  }

  /** The secret of this key: a text, or the content of the file that a block names. */
  Optional<String> secret(String key) {
    if (isFile(key)) {
      return section(key)
          .flatMap(block -> block.scalar(FILE, "expected the path of a file"))
          .filter(file -> isPath(key, file))
          .flatMap(file -> content(key, file));
    }
    return scalar(key, "expected a text, or { file = … }");
  }

  private boolean isPath(String key, String file) {
    try {
      SecretText.checkVariable(file, false);
      return true;
    } catch (IllegalArgumentException e) {
      problem(key, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private boolean isFile(String key) {
    try {
      return object.get(key) instanceof ConfigObject block && block.keySet().equals(Set.of(FILE));
    } catch (ConfigException.NotResolved e) {
      // Said where the value is read.
      return false;
    }
  }

  private String file(String key) {
    return object.get(key) instanceof ConfigObject block ? block.toConfig().getString(FILE) : "";
  }

  /** Without the line's end that editors put behind a key; blanks elsewhere are the binder's. */
  private Optional<String> content(String key, String path) {
    SecretFile file = new SecretFile(path);
    try {
      String text = file.text().replaceFirst("\\R\\z", "");
      if (text.isEmpty()) {
        problem(key, file.told() + " is empty");
        return Optional.empty();
      }
      file.note().ifPresent(says -> note(key, says));
      return Optional.of(text).filter(each -> whole(key, each));
    } catch (IllegalArgumentException e) {
      problem(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** The files that secrets of this block are read from. */
  public Set<Path> secretFiles() {
    return keys().stream()
        .filter(this::isFile)
        .map(key -> Path.of(file(key)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Optional<String> scalar(String key, String otherwise) {
    return value(key)
        .flatMap(
            value -> {
              if (scalar(value)) {
                return Optional.of(written(value)).filter(text -> whole(key, text));
              }
              problem(key, otherwise);
              return Optional.empty();
            });
  }

  /** Whether no character of a text was lost on the way; noted where one was. */
  private boolean whole(String key, String text) {
    boolean whole = text.indexOf(LOST) < 0;
    if (!whole) {
      problem(
          key,
          "has U+FFFD in it, which stands where a character was lost: save the file in UTF-8, and"
              + " write the text anew");
    }
    return whole;
  }

  /** The names of this key: of a list, or a single one. */
  public Optional<List<String>> texts(String key) {
    return texts(key, SEVERAL, "expected a name or a list of names");
  }

  /**
   * The texts of this key: of a list, or a single one.
   *
   * @param several what a single one is that should have been a list; it may be shown
   * @param otherwise what is said where it is neither
   */
  Optional<List<String>> texts(String key, Pattern several, String otherwise) {
    return value(key)
        .flatMap(
            value -> {
              if (value instanceof ConfigList list
                  && list.stream().allMatch(ConfigSection::scalar)) {
                return Optional.of(list.stream().map(ConfigSection::written).toList())
                    .filter(all -> whole(key, String.join("", all)));
              }
              if (scalar(value) && several.matcher(written(value)).matches()) {
                problem(key, "is one text; write a list, as in [" + written(value) + "]");
                return Optional.empty();
              }
              if (scalar(value)) {
                return Optional.of(List.of(written(value))).filter(all -> whole(key, all.get(0)));
              }
              problem(key, otherwise);
              return Optional.empty();
            });
  }

  private static boolean scalar(ConfigValue value) {
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> true;
      case OBJECT, LIST, NULL -> false;
    };
  }

  /** As it stands in the file: a key that looks like a number, 007 or 1e5, is not one. */
  private static String written(ConfigValue scalar) {
    return scalar.atKey("it").getString("it");
  }

  /** Whether a block in braces stands at a key. */
  public boolean isBlock(String key) {
    return object.get(key) instanceof ConfigObject;
  }

  /** Whether a block with one of these keys stands at a key. */
  boolean hasOneOf(String key, Collection<String> inside) {
    return object.get(key) instanceof ConfigObject block
        && inside.stream().anyMatch(block::containsKey);
  }

  /** Whether a text of this form, or a list of nothing else, stands at a key. */
  boolean hasAll(String key, Predicate<String> form) {
    @Nullable ConfigValue value = object.get(key);
    try {
      List<? extends ConfigValue> all =
          value instanceof ConfigList list ? list : value == null ? List.of() : List.of(value);
      return !all.isEmpty()
          && all.stream().allMatch(each -> scalar(each) && form.test(written(each)));
    } catch (ConfigException.NotResolved e) {
      return false;
    }
  }

  /** Whether anything stands at a key. */
  public boolean has(String key) {
    return object.containsKey(key);
  }

  private Optional<ConfigValue> value(String key) {
    @Nullable ConfigValue value = object.get(key);
    if (value == null) {
      return Optional.empty();
    }
    try {
      if (value.valueType() == ConfigValueType.NULL) {
        problem(key, "is null; give it a value or leave it out");
        return Optional.empty();
      }
      if (value instanceof ConfigList list) {
        list.forEach(ConfigValue::valueType);
      }
      return Optional.of(value);
    } catch (ConfigException.NotResolved e) {
      problem(key, "refers to " + variables(value) + ", which is not set");
      return Optional.empty();
    }
  }

  /** Only the variables' names: what stands around them may be part of a secret. */
  private static String variables(ConfigValue value) {
    Matcher variables = VARIABLE.matcher(value.render(ConfigRenderOptions.concise()));
    String found =
        variables.results().map(each -> each.group()).distinct().collect(Collectors.joining(", "));
    return found.isEmpty() ? "a variable" : found;
  }
}
