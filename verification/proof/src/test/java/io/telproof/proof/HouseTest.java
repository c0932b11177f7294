package io.telproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds for all modules together; who may know whom is each module's own test. */
final class HouseTest {
  private static final int MANY = 30;

  /**
   * One file to read for each check, or one contract; one class for each operation of a vendor, or
   * command.
   */
  private static final Set<String> LARGE =
      Set.of(
          "io.telproof",
          "io.telproof.cli",
          "io.telproof.testkit",
          "io.telproof.tencent",
          "io.telproof.alibaba",
          "io.telproof.camara",
          "io.telproof.sandbox.tencent",
          "io.telproof.sandbox.alibaba",
          "io.telproof.sandbox.camara");

  private static final List<JavaClass> HOUSE =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .withImportOption(location -> !location.contains("-tests.jar"))
              .importPackages("io.telproof")
              .stream()
              .filter(JavaClass::isTopLevelClass)
              .filter(type -> !type.getSimpleName().equals("package-info"))
              .toList();

  @Test
  void every_module_is_looked_at() {
    assertThat(HOUSE)
        .extracting(JavaClass::getPackageName)
        .contains(
            "io.telproof",
            "io.telproof.spi.http",
            "io.telproof.client.internal.pipeline",
            "io.telproof.guice",
            "io.telproof.spring",
            "io.telproof.micrometer",
            "io.telproof.tencent",
            "io.telproof.alibaba",
            "io.telproof.camara",
            "io.telproof.twilio",
            "io.telproof.meta",
            "io.telproof.sandbox",
            "io.telproof.testkit");
  }

  @Test
  void no_package_has_more_types_than_a_reader_can_hold() {
    Map<String, Integer> crowded = new TreeMap<>();
    HOUSE.forEach(type -> crowded.merge(type.getPackageName(), 1, Integer::sum));
    crowded.values().removeIf(types -> types <= MANY);
    assertThat(crowded.keySet()).isSubsetOf(LARGE);
  }

  @Test
  void no_class_is_a_drawer_for_what_has_no_place() {
    assertThat(HOUSE)
        .extracting(JavaClass::getSimpleName)
        .noneMatch(name -> name.matches(".*(Impl|Utils?|Helper|Manager)"));
  }
}
