package io.telproof.client.internal.config;

import com.typesafe.config.ConfigOrigin;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The place of a value, in words: the file and the line that a person can change.
 *
 * <p>What was put together from several files is told by all of them, but for the defaults that
 * stand behind, and for the environment where a file names the variable.
 */
public final class Place {
  /** Of a name that no other jar has: where jars are merged, one reference.conf of many is kept. */
  public static final String REFERENCE = "telproof-reference.conf";

  private static final String MERGED = "merge of ";
  private static final String ENVIRONMENT = "env variables";

  /** Behind a line or a word of the library: the name of a file may have a comma in it. */
  private static final Pattern NEXT = Pattern.compile("(?<=[0-9]|env variables|properties),");

  private static final Pattern DEFAULTS =
      Pattern.compile("[a-z.-]*reference\\.conf(?: @ .*|: [0-9-]+)?");

  /** What may hold a token in the address of a file that was fetched. */
  private static final Pattern PRIVATE =
      Pattern.compile("(?<=://)[^/@\\s]*@|[?#].*?(?=: [0-9-]+$|$)");

  private Place() {}

  /** Where a value comes from. */
  public static String of(ConfigOrigin origin) {
    List<String> all = parts(origin);
    List<String> own = without(all, Place::isDefault);
    return without(own.isEmpty() ? all : own, ENVIRONMENT::equals).stream()
        .map(Place::shown)
        .collect(Collectors.joining(", "));
  }

  /** Whether a value stands in no file but a default of ours. */
  static boolean isDefault(ConfigOrigin origin) {
    return parts(origin).stream().allMatch(Place::isDefault);
  }

  /** Whether a value comes from the environment alone. */
  static boolean isEnvironment(ConfigOrigin origin) {
    return origin.description().equals(ENVIRONMENT);
  }

  private static List<String> parts(ConfigOrigin origin) {
    String said = origin.description();
    return said.startsWith(MERGED)
        ? Stream.of(NEXT.split(said.substring(MERGED.length()))).distinct().toList()
        : List.of(said);
  }

  private static boolean isDefault(String part) {
    return DEFAULTS.matcher(part).matches();
  }

  private static List<String> without(List<String> parts, Predicate<String> unwanted) {
    List<String> rest = parts.stream().filter(unwanted.negate()).toList();
    return rest.isEmpty() ? parts : rest;
  }

  private static String shown(String part) {
    boolean fetched = part.toLowerCase(Locale.ROOT).startsWith("http");
    return fetched ? PRIVATE.matcher(part).replaceAll("") : part;
  }
}
