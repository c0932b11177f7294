package io.telproof.bulk.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telproof.bulk.BulkException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is written at its end. */
final class AppendFileTest {
  @TempDir private Path directory;

  @Test
  void a_file_goes_on_where_it_was_certainly_whole() throws Exception {
    Path file = Files.writeString(directory.resolve("out"), "whole\nhal");
    try (AppendFile out = new AppendFile(file, 6)) {
      out.write("m\u00e4hr\n");
      assertThat(out.length()).isEqualTo(12);
    }
    assertThat(Files.readString(file)).isEqualTo("whole\nm\u00e4hr\n");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> new AppendFile(file, 13))
        .withMessage("what was written is shorter than it was: out; put it back");
  }
}
