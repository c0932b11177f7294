package io.telproof.limits.redis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whom the limits on Redis may know. */
final class LimitsRedisArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.telproof.limits.redis");

  @Test
  void it_knows_what_a_store_of_limits_is_and_its_one_library() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.telproof",
            "io.telproof.spi.http",
            "io.telproof.spi.ratelimit",
            "io.telproof.spi.time",
            "io.telproof.limits.redis",
            "io.lettuce.core..",
            "java..",
            "javax.net.ssl",
            "org.jspecify..",
            "org.slf4j..")
        .because("the client finds it by ServiceLoader, and who keeps no limits on Redis has none")
        .check(MODULE);
  }

  @Test
  void its_factory_alone_is_public() {
    classes()
        .that()
        .haveModifier(JavaModifier.PUBLIC)
        .should()
        .haveSimpleName("RedisLimitStoreFactory")
        .because("what is public has to stay, and nobody but ServiceLoader calls it")
        .check(MODULE);
  }
}
