package io.telproof.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.time.Time;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How a provider module is built. A test extends this, in the root package of the module, and is
 * done: the rules are about the classes of that package, without its tests.
 */
@Clause.Prefix("AR")
@DisplayNameGeneration(ClauseNames.class)
// The module is read once for all rules: reading it takes longer than they do.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ProviderArchitecture {
  private final String root = getClass().getPackageName();
  private final JavaClasses module;

  /** For the module's own classes. */
  protected ProviderArchitecture() {
    this.module =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
  }

  /**
   * For these classes instead, as for a module whose classes are all tests.
   *
   * @param module the classes of the provider's module
   */
  protected ProviderArchitecture(JavaClasses module) {
    this.module = module;
  }

  private void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(module);
  }

  /** Proves that a user of the module cannot come to depend on its inside. */
  @Clause(1)
  @Test
  final void only_the_factory_is_public() {
    check(
        classes()
            .that()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should()
            .implement(VerificationProviderFactory.class)
            .because("the factory is the one public class of a provider module"));
    check(
        classes()
            .that()
            .implement(VerificationProviderFactory.class)
            .should()
            .bePublic()
            .because("ServiceLoader makes it"));
  }

  /** Proves that time comes from the environment: a test moves it, and a vendor's may differ. */
  @Clause(2)
  @Test
  final void no_clock_is_read_and_nothing_sleeps() {
    ArchRule rule =
        noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(Time.class, "system")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class);
    check(rule.because("time comes from ProviderEnvironment.time()"));
  }

  /** Proves that no monitor is held while a call waits: it pins a virtual thread to its carrier. */
  @Clause(3)
  @Test
  final void nothing_is_synchronized() {
    check(
        noMethods()
            .should()
            .haveModifier(JavaModifier.SYNCHRONIZED)
            .because("a call waits, and a monitor that is held meanwhile stops everybody else"));
  }

  /** Proves that two accounts share nothing. */
  @Clause(4)
  @Test
  final void nothing_static_can_change() {
    check(
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .andShould()
            .notHaveRawType(resideInAPackage("java.util.concurrent.atomic"))
            .because("two providers in one process must not know of each other"));
  }

  /** Proves that the module knows what a provider has to know, and nothing else. */
  @Clause(5)
  @Test
  final void it_knows_the_vocabulary_and_the_spi_alone() {
    check(
        classes()
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    root + "..",
                    "io.telproof",
                    "io.telproof.spi..",
                    "java..",
                    "javax.crypto..",
                    "okhttp3..",
                    "okio..",
                    "kotlin..",
                    "com.fasterxml.jackson.core..",
                    "org.bouncycastle..",
                    "org.jspecify..",
                    "org.slf4j.."))
            .because("another provider, the client and Guice are none of a provider's business"));
  }

  /** Proves that its packages can be understood one after the other. */
  @Clause(6)
  @Test
  final void its_packages_have_no_cycles() {
    check(slices().matching(root + ".(*)..").should().beFreeOfCycles());
  }

  /** Proves that no class is a drawer for what has no place. */
  @Clause(7)
  @Test
  final void nothing_is_named_for_what_it_is_not() {
    check(
        noClasses()
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)")
            .because("a name says what a class does"));
  }
}
