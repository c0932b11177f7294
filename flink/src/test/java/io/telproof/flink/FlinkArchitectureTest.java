package io.telproof.flink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whom the streams may know. */
final class FlinkArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.telproof.flink");

  @Test
  void they_know_the_public_face_of_the_client_and_flink() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.telproof",
            "io.telproof.spi",
            "io.telproof.client",
            "io.telproof.flink",
            "com.typesafe.config",
            "org.apache.flink..",
            "java..",
            "javax.crypto..",
            "org.jspecify..",
            "org.slf4j..")
        .because(
            "where limits and the ledger are kept is the configuration's to say, and what is inside"
                + " the client is nobody else's")
        .check(MODULE);
  }
}
