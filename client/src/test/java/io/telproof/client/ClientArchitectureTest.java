package io.telproof.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may know whom in the client. */
final class ClientArchitectureTest {
  private static final JavaClasses CLIENT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.telproof.client");

  @Test
  void the_client_knows_the_vocabulary_the_spi_and_its_own_libraries() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.telproof",
            "io.telproof.spi..",
            "io.telproof.client..",
            "java..",
            "javax.crypto..",
            "com.typesafe.config..",
            "io.github.resilience4j..",
            "com.github.benmanes.caffeine..",
            "org.jspecify..",
            "org.slf4j..")
        .because("sending is the gateway's business, and wiring and meters are others'")
        .check(CLIENT);
  }

  @Test
  void the_circuit_breakers_library_is_known_by_the_breaker_alone() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.Breaker(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.resilience4j..")
        .because("another library would be another breaker, and nothing else")
        .check(CLIENT);
  }

  @Test
  void the_caches_library_is_known_by_its_stage_alone() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.CacheStage(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.benmanes.caffeine..")
        .because("who keeps no answers has no Caffeine")
        .check(CLIENT);
  }

  @Test
  void the_public_face_shows_nothing_of_the_inside() {
    List<String> shown =
        CLIENT.stream()
            .filter(type -> type.getPackageName().equals("io.telproof.client"))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(
                unit ->
                    unit.getModifiers().contains(JavaModifier.PUBLIC)
                        || unit.getModifiers().contains(JavaModifier.PROTECTED))
            .filter(
                unit ->
                    isInside(unit.getRawReturnType())
                        || unit.getRawParameterTypes().stream()
                            .anyMatch(ClientArchitectureTest::isInside))
            .map(JavaCodeUnit::getFullName)
            .toList();
    assertThat(shown).as("an application that could name it would come to depend on it").isEmpty();
  }

  private static boolean isInside(JavaClass type) {
    return type.getPackageName().contains(".internal");
  }

  @Test
  void the_packages_inside_have_no_cycles() {
    slices()
        .matching("io.telproof.client.internal.(*)..")
        .should()
        .beFreeOfCycles()
        .because("each of them can be understood after those below it")
        .check(CLIENT);
  }
}
