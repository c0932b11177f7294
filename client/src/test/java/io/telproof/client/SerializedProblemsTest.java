package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.SerializationCopy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a configuration crosses from one process to another. */
class SerializedProblemsTest {
  @Test
  void the_problems_of_a_configuration_survive() {
    List<Problem> problems =
        List.of(
            new Problem("telproof.retry", "a.conf: 1", "unknown key"),
            new Problem("telproof.routes", "a.conf: 2", "no such provider"));
    ConfigurationException thrown = new ConfigurationException(problems);
    ConfigurationException read = SerializationCopy.again(thrown, ConfigurationException.class);
    assertThat(read.problems()).isEqualTo(problems);
    assertThat(read).hasMessage(thrown.getMessage());
  }
}
