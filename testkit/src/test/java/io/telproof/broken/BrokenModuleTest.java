package io.telproof.broken;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.telproof.broken.codes.Codes;
import io.telproof.broken.wire.Sender;
import io.telproof.testkit.Clause;
import io.telproof.testkit.ClauseNames;
import io.telproof.testkit.ProviderArchitecture;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The architecture rules, each held against modules that break it. */
final class BrokenModuleTest {
  private static final List<Case> ALL =
      List.of(
          Case.of("AR-01", "the factory is the one public class", OpenToAll.class),
          Case.of("AR-01", "ServiceLoader makes it", HiddenFactory.class),
          Case.of("AR-02", "ProviderEnvironment.time()", Modules.WallClock.class),
          Case.of("AR-02", "ProviderEnvironment.time()", Modules.StopWatch.class),
          Case.of("AR-02", "ProviderEnvironment.time()", Modules.Epoch.class),
          Case.of("AR-02", "ProviderEnvironment.time()", Modules.ClockOfItsOwn.class),
          Case.of("AR-02", "ProviderEnvironment.time()", Modules.TimeOfItsOwn.class),
          Case.of("AR-03", "stops everybody else", Modules.OneAtATime.class),
          Case.of("AR-04", "must not know of each other", Modules.LastAnswer.class),
          Case.of("AR-04", "must not know of each other", Modules.CountForAll.class),
          Case.of("AR-05", "none of a provider's business", Modules.Router.class),
          new Case(Set.of("AR-01", "AR-06"), "Cycle detected", List.of(Sender.class, Codes.class)),
          Case.of("AR-07", "a name says what a class does", Modules.CodesUtil.class),
          Case.of("AR-07", "a name says what a class does", Modules.SignerImpl.class));

  /**
   * A module, the rules that it breaks, and what its author must read. Two packages can know each
   * other only by what is public.
   */
  private record Case(Set<String> rules, String words, List<Class<?>> classes) {
    static Case of(String rule, String words, Class<?> type) {
      return new Case(Set.of(rule), words, List.of(type));
    }
  }

  /** Is not found as a test by itself. */
  private static final class Module extends ProviderArchitecture {
    Module(List<Class<?>> classes) {
      super(new ClassFileImporter().importClasses(classes));
    }
  }

  private static List<Method> rules() {
    return Arrays.stream(ProviderArchitecture.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Clause.class))
        .toList();
  }

  private static String id(Method rule) {
    return ClauseNames.id(ProviderArchitecture.class, rule).orElseThrow();
  }

  private static Map<String, String> red(List<Class<?>> classes) throws IllegalAccessException {
    Module module = new Module(classes);
    Map<String, String> red = new TreeMap<>();
    for (Method rule : rules()) {
      rule.setAccessible(true);
      try {
        rule.invoke(module);
      } catch (InvocationTargetException e) {
        red.put(id(rule), String.valueOf(e.getCause()));
      }
    }
    return red;
  }

  @TestFactory
  Stream<DynamicTest> a_module_is_rejected_by_the_rule_that_it_breaks_and_by_no_other() {
    return ALL.stream()
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.rules() + " " + broken.classes(), () -> rejected(broken)));
  }

  private static void rejected(Case broken) throws IllegalAccessException {
    Map<String, String> red = red(broken.classes());
    assertThat(red).containsOnlyKeys(broken.rules());
    assertThat(red.values()).anyMatch(message -> message.contains(broken.words()));
  }

  @Test
  void a_module_with_nothing_wrong_is_not_rejected() throws IllegalAccessException {
    assertThat(red(List.of(Modules.Faultless.class))).isEmpty();
  }

  @Test
  void every_rule_has_a_module_that_breaks_it() {
    Set<String> broken = new TreeSet<>();
    ALL.forEach(each -> broken.addAll(each.rules()));
    assertThat(broken)
        .isEqualTo(new TreeSet<>(rules().stream().map(BrokenModuleTest::id).toList()));
  }
}
