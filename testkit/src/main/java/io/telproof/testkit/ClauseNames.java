package io.telproof.testkit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Names a clause as people read it: {@code PS-04 each reply example takes exactly one request}. */
public final class ClauseNames extends DisplayNameGenerator.ReplaceUnderscores {
  /** For the engine. */
  public ClauseNames() {}

  @Override
  public String generateDisplayNameForMethod(
      List<Class<?>> enclosing, Class<?> testClass, Method method) {
    String sentence = method.getName().replace('_', ' ');
    return id(testClass, method).map(id -> id + " " + sentence).orElse(sentence);
  }

  /**
   * {@return the stable name of the clause that a test proves, as in {@code PS-03}}
   *
   * @param testClass the class of the test
   * @param method the method of the test
   */
  public static Optional<String> id(Class<?> testClass, Method method) {
    Clause.Prefix family = testClass.getAnnotation(Clause.Prefix.class);
    Clause clause = method.getAnnotation(Clause.class);
    return family == null || clause == null
        ? Optional.empty()
        : Optional.of("%s-%02d".formatted(family.value(), clause.value()));
  }
}
