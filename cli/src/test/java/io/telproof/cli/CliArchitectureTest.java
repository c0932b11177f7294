package io.telproof.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whom the command may know. */
final class CliArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.telproof.cli");

  @Test
  void it_knows_the_public_face_of_the_client_alone() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.telproof.client.internal..", "okhttp3..")
        .because("it is an application like any other")
        .check(MODULE);
  }
}
