package io.telproof.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom. The provider modules hold themselves to {@link ProviderArchitecture}. */
final class HouseArchitectureTest {
  private final JavaClasses house =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.telproof");

  @Test
  void the_vocabulary_knows_nobody() {
    knows("io.telproof", "io.telproof", "java..", "org.jspecify..");
  }

  @Test
  void the_spi_knows_the_vocabulary_and_how_to_send() {
    knows(
        "io.telproof.spi",
        "io.telproof",
        "io.telproof.spi",
        "java..",
        "okhttp3..",
        "okio..",
        "kotlin..",
        "com.fasterxml.jackson.core..",
        "javax.crypto..",
        "javax.net..",
        "org.jspecify..",
        "org.slf4j..");
  }

  @Test
  void the_client_never_sends() {
    noClasses()
        .that()
        .resideInAPackage("io.telproof.client")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "okhttp3..", "com.google.inject..", "io.micrometer..", "io.telproof.testkit..")
        .because("sending is the gateway's business alone")
        .check(house);
  }

  @Test
  void the_client_knows_the_vocabulary_the_spi_and_its_own_libraries() {
    knows(
        "io.telproof.client",
        "io.telproof",
        "io.telproof.spi",
        "io.telproof.client",
        "java..",
        "javax.crypto..",
        "com.typesafe.config..",
        "io.github.resilience4j..",
        "com.github.benmanes.caffeine..",
        "org.jspecify..",
        "org.slf4j..");
  }

  @Test
  void the_guice_module_knows_the_client_and_Guice() {
    knows(
        "io.telproof.guice",
        "io.telproof",
        "io.telproof.spi",
        "io.telproof.client",
        "io.telproof.guice",
        "java..",
        "com.typesafe.config..",
        "com.google.inject..",
        "org.jspecify..");
  }

  @Test
  void a_simulator_shares_no_line_with_what_it_checks() {
    noClasses()
        .that()
        .resideInAPackage("io.telproof.sandbox..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.telproof", "io.telproof.spi..", "io.telproof.client..", "io.telproof.testkit..")
        .because("both would be wrong in the same way")
        .check(house);
  }

  @Test
  void the_testkit_knows_no_vendor() {
    noClasses()
        .that()
        .resideInAPackage("io.telproof.testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.telproof.tencent..",
            "io.telproof.alibaba..",
            "io.telproof.sandbox.tencent..",
            "io.telproof.sandbox.alibaba..",
            "io.telproof.guice..")
        .because("it is for everybody's provider")
        .check(house);
  }

  @Test
  void only_the_guice_module_is_annotated_for_injection() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.telproof.guice")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.inject..", "javax.inject..", "com.google.inject..")
        .because("one package knows Guice")
        .check(house);
  }

  @Test
  void only_the_meters_know_micrometer() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.telproof.micrometer")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micrometer..")
        .because("who wants no meters brings no Micrometer")
        .check(house);
  }

  @Test
  void the_meters_hear_the_client_and_never_send() {
    knows(
        "io.telproof.micrometer",
        "io.telproof",
        "io.telproof.spi",
        "io.telproof.client",
        "io.telproof.micrometer",
        "io.micrometer..",
        "java..",
        "org.jspecify..",
        "org.slf4j..");
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("io.telproof.(**)").should().beFreeOfCycles().check(house);
  }

  private void knows(String who, String... whom) {
    classes()
        .that()
        .resideInAPackage(who)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(whom)
        .check(house);
  }
}
