package io.telproof.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import org.junit.jupiter.api.Test;

/** Whom the module of Spring Boot may know. */
final class SpringArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // On Spring Boot 3 the tests come in a jar.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.telproof.spring");

  @Test
  void it_knows_the_public_face_of_the_client_and_Spring() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.telproof",
            "io.telproof.spi..",
            "io.telproof.client",
            "io.telproof.spring",
            "io.telproof.micrometer",
            "io.telproof.sandbox..",
            "io.micrometer..",
            "java..",
            "com.typesafe.config..",
            "org.springframework..",
            "org.jspecify..")
        .because("one module knows Spring, and what is inside the client is nobody else's")
        .check(MODULE);
  }

  @Test
  void what_is_optional_is_known_where_it_is_asked_for_alone() {
    knownBy("io.telproof.sandbox..", "Sandbox[A-Za-z]*");
    knownBy("org.springframework.test..", "Sandbox[A-Za-z]*");
    knownBy("org.springframework.boot.health..", "HealthConfiguration|RouteHealth");
    knownBy("io.telproof.micrometer..", "MetersConfiguration|ObservationsConfiguration");
    knownBy("io.micrometer..", "MetersConfiguration|ObservationsConfiguration");
  }

  private static void knownBy(String optional, String names) {
    ClassesShouldConjunction rule =
        classes()
            .that()
            .haveNameNotMatching("io\\.telproof\\.spring\\.(" + names + ")")
            .should()
            .onlyDependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackage(optional));
    rule.because("an application without it starts all the same").check(MODULE);
  }
}
