package io.telproof.examples.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ContractDocumentTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "contract.md");

  @Test
  void the_page_in_the_documentation_is_printed_from_the_clauses_and_the_faults()
      throws IOException {
    Path copy = Path.of("target", "contract.md");
    Files.createDirectories(Path.of("target"));
    Files.writeString(copy, Matrix.page());
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as(PAGE + " is not what the code says. Copy over it: " + copy)
        .isEqualTo(Matrix.page());
  }
}
