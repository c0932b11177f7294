package io.telproof.micrometer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whom the meters may know. */
final class MicrometerArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.telproof.micrometer");

  @Test
  void it_hears_the_public_face_of_the_client_and_never_sends() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.telproof",
            "io.telproof.spi..",
            "io.telproof.client",
            "io.telproof.micrometer",
            "io.micrometer..",
            "java..",
            "org.jspecify..",
            "org.slf4j..")
        .because(
            "who wants no meters brings no Micrometer, and what is inside the client is nobody else's")
        .check(MODULE);
  }
}
