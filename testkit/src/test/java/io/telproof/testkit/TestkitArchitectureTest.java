package io.telproof.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whom the testkit may know. */
final class TestkitArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.telproof.testkit");

  @Test
  void it_knows_no_vendor() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.telproof.tencent..",
            "io.telproof.alibaba..",
            "io.telproof.camara..",
            "io.telproof.sandbox.tencent..",
            "io.telproof.sandbox.alibaba..",
            "io.telproof.sandbox.camara..",
            "io.telproof.guice..",
            "io.telproof.micrometer..")
        .because("it is for everybody's provider")
        .check(MODULE);
  }

  @Test
  void it_knows_the_public_face_of_the_client_alone() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.telproof.client.internal..")
        .because("it opens a provider as an application does")
        .check(MODULE);
  }
}
