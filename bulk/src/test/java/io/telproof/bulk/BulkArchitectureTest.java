package io.telproof.bulk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whom bulk may know. */
final class BulkArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.telproof.bulk");

  @Test
  void it_knows_a_client_and_tables_and_no_keeper_of_a_ledger() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.telproof",
            "io.telproof.spi",
            "io.telproof.spi.ledger",
            "io.telproof.spi.ratelimit",
            "io.telproof.spi.time",
            "io.telproof.client",
            "io.telproof.bulk..",
            "com.fasterxml.jackson.core",
            "com.typesafe.config",
            "de.siegmar.fastcsv..",
            "java..",
            "javax.crypto..",
            "org.jspecify..")
        .because("the ledger of a run is found by its word, wherever it is kept")
        .check(MODULE);
  }
}
