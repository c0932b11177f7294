package io.telproof.client.internal.config;

import io.telproof.client.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A library that Telproof stands on, and that an application may have in another version. One that
 * is too old would fail in the middle of a question only. It is known by what it lacks, and that is
 * looked for in a class that all versions have: where two versions are on the class path, under two
 * names, each class comes from the first that has it.
 */
public enum Library {
  OKHTTP("OkHttp", "okhttp3.RequestBody", "4.0", "com.squareup.okhttp3:okhttp-jvm"),
  OKIO("Okio", "okio.Okio", "3.13", "com.squareup.okio:okio-jvm"),
  KOTLIN("Kotlin", "kotlin.Unit", "1.8", "org.jetbrains.kotlin:kotlin-stdlib"),
  JACKSON(
      "Jackson",
      "com.fasterxml.jackson.core.JsonFactory",
      "2.16",
      "com.fasterxml.jackson.core:jackson-core"),
  RESILIENCE4J(
      "Resilience4j",
      "io.github.resilience4j.circuitbreaker.CircuitBreakerConfig",
      "2.0",
      "io.github.resilience4j:resilience4j-circuitbreaker");

  private static final String PATH = "telproof";
  private static final Pattern VERSION = Pattern.compile("-(\\d[\\w.-]*)\\.jar$");

  private final String title;
  private final String anchor;
  private final String lowest;
  private final String artifact;

  /**
   * @param anchor a class that every version has
   * @param lowest the lowest version that works; of Okio and Kotlin, beside OkHttp 5
   * @param artifact what Telproof brings itself
   */
  Library(String title, String anchor, String lowest, String artifact) {
    this.title = title;
    this.anchor = anchor;
    this.lowest = lowest;
    this.artifact = artifact;
  }

  /** Those on the class path that are too old, or are not there. */
  public static List<Problem> problems() {
    return Arrays.stream(values()).filter(each -> !each.works()).map(Library::problem).toList();
  }

  private boolean works() {
    return switch (this) {
      case OKHTTP -> isOkHttp5() || found(anchor).filter(Library::makesBodies).isPresent();
      case OKIO -> !isOkHttp5() || hasBeside("okio.Socket");
      case KOTLIN -> !isOkHttp5() || hasBeside("kotlin.enums.EnumEntriesKt");
      case JACKSON -> hasBeside("com.fasterxml.jackson.core.util.RecyclerPool");
      case RESILIENCE4J -> hasBeside(anchor + "$TransitionCheckResult");
    };
  }

  /** By a field that came with 5. */
  private static boolean isOkHttp5() {
    return found(OKHTTP.anchor).filter(Library::hasEmpty).isPresent();
  }

  private static boolean hasEmpty(Class<?> requestBody) {
    try {
      return requestBody.getField("EMPTY") != null;
    } catch (NoSuchFieldException | LinkageError e) {
      return false;
    }
  }

  /** By a method that came with 4. */
  private static boolean makesBodies(Class<?> requestBody) {
    try {
      return requestBody.getMethod("create", byte[].class) != null;
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }

  /** Whether the version in use has a class that came with the lowest that works. */
  private boolean hasBeside(String marker) {
    return found(anchor)
        .flatMap(type -> found(marker).filter(other -> Jar.of(type).equals(Jar.of(other))))
        .isPresent();
  }

  /** What shows only where it is used: a class or a method that is not there. */
  public static Problem problem(LinkageError failure) {
    return new Problem(
        PATH,
        "class path",
        "a library is not whole, or is not the version that another one needs ("
            + LoadFailure.inWords(failure)
            + "); who brings it is told by mvn dependency:tree and gradle dependencies");
  }

  private Problem problem() {
    return new Problem(PATH, where(), inWords());
  }

  private String inWords() {
    return found(anchor)
            .map(
                type ->
                    title
                        + version(type)
                        + " is on the class path, and Telproof cannot work with it")
            .orElse(title + " is not on the class path")
        + ": give the build "
        + artifact
        + " "
        + lowest
        + " or later; who brings this one is told by mvn dependency:tree and gradle dependencies";
  }

  private String where() {
    return found(anchor).map(Jar::of).orElse("class path");
  }

  private static String version(Class<?> type) {
    Matcher name = VERSION.matcher(Jar.of(type));
    @Nullable String said = type.getPackage().getImplementationVersion();
    if (name.find()) {
      return " " + name.group(1);
    }
    return said == null ? "" : " " + said;
  }

  private static Optional<Class<?>> found(String type) {
    try {
      return Optional.of(Class.forName(type, false, Library.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
