package io.telproof.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/** Maven runs the tests of this package on Spring Boot 4 and 3.5, and says which it means. */
final class SpringBootVersionTest {
  @Test
  void these_tests_run_on_the_spring_boot_that_the_build_says() {
    assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("tested.spring-boot"));
  }
}
