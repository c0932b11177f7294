package io.telproof.bulk.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telproof.bulk.BulkException;
import io.telproof.bulk.InputTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a table. */
final class InputRowsTest {
  @TempDir private Path directory;

  private List<Row> rows(byte[] table) throws Exception {
    Path file = Files.write(directory.resolve("in.csv"), table);
    List<Row> all = new ArrayList<>();
    try (InputRows rows = new InputRows(InputTable.of(file))) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }

  @Test
  void quotes_and_ends_of_lines_in_quotes_and_a_byte_order_mark_are_read() throws Exception {
    String table = "\ufeffa,b\n\"x, \"\"y\"\"\",\"1\n2\"\n\n3,4\n";
    assertThat(rows(table.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            new Row(1, 2, List.of("x, \"y\"", "1\n2")), new Row(2, 5, List.of("3", "4")));
  }

  @Test
  void an_empty_table_has_no_rows_and_a_quote_that_is_not_closed_is_told() throws Exception {
    assertThat(rows(new byte[0])).isEmpty();
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> rows("a\n1\n\"2\n3\n".getBytes(StandardCharsets.UTF_8)))
        .withMessageStartingWith("the table is no CSV behind row 1");
  }
}
