package io.telproof.examples.springshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an operator reads where application.yml is wrong. */
@ExtendWith(OutputCaptureExtension.class)
final class WrongConfigurationTest {
  @Test
  void everything_that_is_wrong_is_printed_at_once_with_its_line(CapturedOutput output) {
    assertThatThrownBy(
            () ->
                SpringApplication.run(
                    Shop.class, "--spring.config.location=classpath:/wrong/", "--server.port=0"))
        .isInstanceOf(RuntimeException.class);
    String file = "class path resource [wrong/application.yml]: ";
    assertThat(output.getOut().lines())
        .contains(
            "APPLICATION FAILED TO START",
            "Telproof's configuration has 5 problems:",
            file
                + "5: telproof.providers.main.secret-id: refers to"
                + " ${TENCENT_SECRET_ID_OF_NOBODY}, which is not set",
            file + "8: telproof.providers.ali.access-key-secret: is missing",
            file
                + "10: telproof.providers.ali.acess-key-secret: unknown key; did you mean"
                + " access-key-secret?",
            file
                + "14: telproof.breaker.open-for: has no unit; write 30s for seconds or 30ms for"
                + " milliseconds")
        .anyMatch(
            line ->
                line.startsWith(file + "12: telproof.routes.tenure: there is no provider alli"));
    assertThat(output.getAll()).doesNotContain("CanaryKey0815");
  }
}
