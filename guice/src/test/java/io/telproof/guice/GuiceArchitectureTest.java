package io.telproof.guice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whom the Guice module may know. */
final class GuiceArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // On Guice 5 and 6 the tests come in a jar.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.telproof.guice");

  @Test
  void it_knows_the_public_face_of_the_client_and_Guice() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.telproof",
            "io.telproof.spi..",
            "io.telproof.client",
            "io.telproof.guice",
            "java..",
            "com.typesafe.config..",
            "com.google.inject..",
            "org.jspecify..")
        .because("one module knows Guice, and what is inside the client is nobody else's")
        .check(MODULE);
  }
}
