package io.telproof.ledger.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whom the ledger in PostgreSQL may know. */
final class LedgerJdbcArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.telproof.ledger.jdbc");

  @Test
  void it_knows_what_a_ledger_is_and_the_libraries_of_a_database() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.telproof",
            "io.telproof.spi",
            "io.telproof.spi.ledger",
            "io.telproof.spi.time",
            "io.telproof.ledger.jdbc",
            "com.zaxxer.hikari",
            "org.flywaydb.core..",
            "org.postgresql",
            "org.postgresql.ds..",
            "java..",
            "javax.net.ssl",
            "javax.sql",
            "org.jspecify..",
            "org.slf4j..")
        .because("the client finds it by ServiceLoader, and who keeps a file has no database")
        .check(MODULE);
  }

  @Test
  void its_factory_alone_is_public() {
    classes()
        .that()
        .haveModifier(JavaModifier.PUBLIC)
        .should()
        .haveSimpleName("JdbcLedgerFactory")
        .because("what is public has to stay, and nobody but ServiceLoader calls it")
        .check(MODULE);
  }
}
