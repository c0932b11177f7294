package io.telproof.client.internal.config;

import io.telproof.Sensitive;
import io.telproof.spi.CheckType;
import io.telproof.spi.MultilineSecret;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Binds a section to a settings record, component by component: {@code secretId} is read from
 * {@code secret-id}. A component that is a {@link List} is empty where its key is not there.
 * Everything that does not fit is noted as a problem of the section.
 */
public final class SettingsBinder {
  private static final Pattern UPPER = Pattern.compile("([A-Z])");
  private static final Pattern NO_KEY = Pattern.compile("[^A-Za-z0-9-]+");

  /** Never sent: whoever gives the keys gives them to every signature. */
  private static final Sensitive ELSEWHERE = Sensitive.of("the-application-gives-the-keys");

  private SettingsBinder() {}

  /**
   * Binds a block that has no other keys.
   *
   * @return empty where there was a problem
   */
  public static <S extends Record> Optional<S> bind(Class<S> type, ConfigSection section) {
    return bind(type, section, Set.of(), Map.of(), false);
  }

  /**
   * Binds a block in which other keys may stand too.
   *
   * @param others what else may stand in the block
   * @param renamed keys that had their names once, and what each of them is called, in words
   * @param keysElsewhere whether a secret that is needed may be left out, because somebody else
   *     gives the keys
   * @return empty where there was a problem
   */
  public static <S extends Record> Optional<S> bind(
      Class<S> type,
      ConfigSection section,
      Set<String> others,
      Map<String, String> renamed,
      boolean keysElsewhere) {
    RecordComponent[] components = type.getRecordComponents();
    List<String> keys = new ArrayList<>(others);
    List<Optional<?>> values = new ArrayList<>();
    Set<String> unread = new LinkedHashSet<>();
    for (RecordComponent component : components) {
      String key = key(component);
      if (others.contains(key)) {
        throw new IllegalStateException(type + " has a setting " + key + ", which has a meaning");
      }
      keys.add(key);
      Optional<?> value =
          keysElsewhere && isSecret(component.getType()) && !section.has(key)
              ? Optional.of(secret(component.getType(), ELSEWHERE))
              : value(component, key, section);
      if (value.isEmpty()) {
        unread.add(key);
      }
      values.add(value.isPresent() ? value : standIn(component));
    }
    section.allow(keys, renamed);
    if (values.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    Optional<S> record =
        construct(type, components, values.stream().map(Optional::get).toArray(), section, unread);
    return unread.isEmpty() ? record : Optional.empty();
  }

  /** What stands for a value that could not be read, so that the record can look at the others. */
  private static Optional<?> standIn(RecordComponent component) {
    if (component.getType() == Optional.class) {
      return Optional.of(Optional.empty());
    }
    if (component.getType() == List.class) {
      return Optional.of(List.of());
    }
    return isSecret(component.getType())
        ? Optional.of(secret(component.getType(), ELSEWHERE))
        : Optional.empty();
  }

  /**
   * Whether an application that is judged from outside may give the keys itself: none of them is in
   * the block. That is noted.
   */
  public static boolean mayHaveKeysElsewhere(Class<? extends Record> type, ConfigSection section) {
    List<String> keys =
        Arrays.stream(type.getRecordComponents())
            .filter(component -> isSecret(component.getType()))
            .map(SettingsBinder::key)
            .toList();
    return !keys.isEmpty()
        && keys.stream().noneMatch(section::has)
        && section.unseen(
            "without "
                + String.join(" and ", keys)
                + ": right only where the application gives"
                + " the keys itself");
  }

  /**
   * One value that is needed.
   *
   * @return empty where there was a problem
   */
  public static <T> Optional<T> component(Class<T> type, String key, ConfigSection section) {
    if (!section.has(key)) {
      section.missing(key);
      return Optional.empty();
    }
    return converted(type, key, section).map(type::cast);
  }

  /**
   * One value that is needed and has to be right.
   *
   * @param otherwise what is said where it is not
   * @return empty where there was a problem
   */
  public static <T> Optional<T> component(
      Class<T> type, String key, ConfigSection section, Predicate<T> right, String otherwise) {
    return component(type, key, section)
        .filter(
            value -> {
              boolean good = right.test(value);
              if (!good) {
                section.problem(key, otherwise);
              }
              return good;
            });
  }

  /**
   * The values of a block that has a key for each of these checks, as far as they are there.
   *
   * @param other what else may stand in the block
   * @param value reads the value of a key that is there; empty where there was a problem
   * @return empty where there was a problem
   */
  static <T> Optional<Map<CheckType, T>> byCheck(
      Collection<CheckType> checks,
      String other,
      ConfigSection section,
      Function<String, Optional<T>> value) {
    List<String> keys = new ArrayList<>(List.of(other));
    Map<CheckType, T> values = new EnumMap<>(CheckType.class);
    boolean good = true;
    for (CheckType check : checks) {
      keys.add(check.key());
      if (section.has(check.key())) {
        Optional<T> read = value.apply(check.key());
        read.ifPresent(each -> values.put(check, each));
        good &= read.isPresent();
      }
    }
    section.allow(keys);
    return good ? Optional.of(values) : Optional.empty();
  }

  /** The keys of a settings record. */
  public static List<String> keys(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(SettingsBinder::key).toList();
  }

  private static String key(RecordComponent component) {
    return UPPER.matcher(component.getName()).replaceAll("-$1").toLowerCase(Locale.ROOT);
  }

  /** What is to stand in the component; empty where there was a problem. */
  private static Optional<?> value(RecordComponent component, String key, ConfigSection section) {
    if (component.getType() == Optional.class) {
      if (!section.has(key)) {
        return Optional.of(Optional.empty());
      }
      Optional<?> value = converted(inner(component), key, section);
      // The component itself is an Optional: the outer one only says that there was no problem.
      return value.isPresent() ? Optional.of(value) : value;
    }
    if (component.getType() == List.class) {
      return section.has(key) ? list(inner(component), key, section) : Optional.of(List.of());
    }
    if (!section.has(key)) {
      section.missing(key);
      return Optional.empty();
    }
    return converted(component.getType(), key, section);
  }

  /** What an Optional or a List is one of. */
  private static Class<?> inner(RecordComponent component) {
    return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }

  /** The values of a list, or of a single text. A list that says nothing is no list. */
  private static Optional<?> list(Class<?> type, String key, ConfigSection section) {
    Optional<List<String>> texts = section.texts(key);
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    if (texts.get().isEmpty()) {
      section.problem(key, "is an empty list; name something, or leave it out");
      return Optional.empty();
    }
    try {
      List<Object> values = texts.get().stream().map(text -> convert(type, text)).toList();
      section.accepted(key, texts.get().toString());
      return Optional.of(values);
    } catch (IllegalArgumentException e) {
      section.problem(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<?> converted(Class<?> type, String key, ConfigSection section) {
    Optional<String> text = isSecret(type) ? section.secret(key) : section.text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Object value = convert(type, text.get());
      if (isSecret(type)) {
        section.acceptedSecret(key);
      } else {
        section.accepted(key, text.get());
      }
      return Optional.of(value);
    } catch (IllegalArgumentException e) {
      section.problem(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static boolean isSecret(Class<?> type) {
    return type == Sensitive.class || type == MultilineSecret.class;
  }

  private static Object secret(Class<?> type, Sensitive text) {
    return type == Sensitive.class ? text : new MultilineSecret(text);
  }

  private static Object convert(Class<?> type, String text) {
    if (isSecret(type)) {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("is empty; is a variable set to nothing?");
      }
      SecretText.check(text, type == MultilineSecret.class);
      return secret(type, Sensitive.of(text));
    }
    SecretText.checkVariable(text, type == String.class);
    if (type == String.class) {
      return text;
    }
    if (type == int.class || type == Integer.class) {
      return number(text);
    }
    if (type == boolean.class || type == Boolean.class) {
      return truth(text);
    }
    if (type == Duration.class) {
      return HoconDuration.parse(text);
    }
    if (type.isEnum()) {
      return constant(type, text);
    }
    return byFactory(type, text);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a whole number", e);
    }
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("expected true or false");
    };
  }

  private static Object constant(Class<?> type, String text) {
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    int index = words.indexOf(text);
    if (index < 0) {
      throw new IllegalArgumentException(
          "expected one of " + words.stream().collect(Collectors.joining(", ")));
    }
    return type.getEnumConstants()[index];
  }

  private static Object byFactory(Class<?> type, String text) {
    try {
      Method of = type.getMethod("of", String.class);
      if (!Modifier.isStatic(of.getModifiers())) {
        throw new IllegalStateException(type + " has no static of(String)");
      }
      // The type may be seen by nobody outside its module, like the settings that it stands in.
      of.setAccessible(true);
      return of.invoke(null, text);
    } catch (InvocationTargetException e) {
      throw rethrown(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be a setting: no public of(String)", e);
    }
  }

  private static <S extends Record> Optional<S> construct(
      Class<S> type,
      RecordComponent[] components,
      Object[] values,
      ConfigSection section,
      Set<String> unread) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<S> constructor = type.getDeclaredConstructor(types);
      // A provider module has one public class, its factory: the record is not public.
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(values));
    } catch (InvocationTargetException e) {
      refused(type, rethrown(e), section, unread);
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be constructed", e);
    }
  }

  /**
   * Notes why settings were refused as a whole: a problem for each line, at the setting whose key
   * the line begins with.
   */
  public static void refused(
      Class<? extends Record> type, IllegalArgumentException refusal, ConfigSection section) {
    refused(type, refusal, section, Set.of());
  }

  /** A line that speaks of what could not be read is a guess, and is left out. */
  private static void refused(
      Class<? extends Record> type,
      IllegalArgumentException refusal,
      ConfigSection section,
      Set<String> unread) {
    List<String> keys = keys(type);
    String message = String.valueOf(refusal.getMessage());
    for (String line : message.lines().toList()) {
      List<String> words = List.of(NO_KEY.split(line));
      if (words.stream().anyMatch(unread::contains)) {
        continue;
      }
      if (!words.isEmpty() && keys.contains(words.get(0))) {
        section.problem(words.get(0), withoutKey(words.get(0), line));
      } else if (section.has("type")) {
        section.problem("type", line);
      } else {
        section.problem(line);
      }
    }
  }

  /** A problem tells its key: a line that is about it, as "hash-key is too short", need not. */
  private static String withoutKey(String key, String line) {
    return line.startsWith(key + " is ") ? line.substring(key.length() + 1) : line;
  }

  private static IllegalArgumentException rethrown(InvocationTargetException e) {
    @Nullable Throwable cause = e.getCause();
    if (cause instanceof IllegalArgumentException refused) {
      return refused;
    }
    throw new IllegalStateException("a setting could not be made", cause);
  }
}
