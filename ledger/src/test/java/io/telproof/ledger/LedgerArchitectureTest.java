package io.telproof.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whom the ledger may know. */
final class LedgerArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.telproof.ledger");

  @Test
  void it_knows_what_a_ledger_is_and_a_reader_of_tables() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.telproof",
            "io.telproof.spi",
            "io.telproof.spi.ledger",
            "io.telproof.spi.time",
            "io.telproof.ledger",
            "de.siegmar.fastcsv.reader",
            "java..",
            "org.jspecify..")
        .because("whoever keeps a ledger in files has no library of a database on the class path")
        .check(MODULE);
  }
}
