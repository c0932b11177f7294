package io.telproof.sandbox;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whom the sandbox may know. */
final class SandboxArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.telproof.sandbox");

  @Test
  void a_simulator_shares_no_line_with_what_it_checks() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.telproof",
            "io.telproof.spi..",
            "io.telproof.client..",
            "io.telproof.testkit..",
            "io.telproof.tencent..",
            "io.telproof.alibaba..",
            "io.telproof.camara..",
            "io.telproof.twilio..",
            "io.telproof.meta..")
        .because("both would be wrong in the same way")
        .check(MODULE);
  }

  /** What they share to explain a signature knows none of them, or it would be in a cycle here. */
  @Test
  void no_vendor_knows_another() {
    slices()
        .matching("io.telproof.sandbox.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(alwaysTrue(), resideInAPackage("io.telproof.sandbox.internal.signature"))
        .because("each is read beside its own vendor's pages")
        .check(MODULE);
  }
}
