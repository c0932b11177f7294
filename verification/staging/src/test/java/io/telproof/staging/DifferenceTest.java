package io.telproof.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds are held against each other byte by byte, and what differs is told. */
final class DifferenceTest {
  @TempDir private Path folder;
  private Path one;
  private Path other;

  @BeforeEach
  void two() throws IOException {
    one = Files.createDirectory(folder.resolve("one"));
    other = Files.createDirectory(folder.resolve("other"));
  }

  private String first() throws IOException {
    return new Difference(one, other).first();
  }

  private void text(String name, String here, String there) throws IOException {
    Files.writeString(one.resolve(name), here);
    Files.writeString(other.resolve(name), there);
  }

  private void jar(Map<String, String> here, Map<String, String> there) throws IOException {
    StagedRelease.zip(one.resolve("a.jar"), here);
    StagedRelease.zip(other.resolve("a.jar"), there);
  }

  @Test
  void the_same_bytes_are_no_difference() throws IOException {
    text("a.pom", "same", "same");
    jar(Map.of("A.class", "same"), Map.of("A.class", "same"));
    assertThat(first()).isEmpty();
  }

  @Test
  void two_folders_without_a_file_prove_nothing() throws IOException {
    assertThat(first()).startsWith("There is no file in ");
  }

  @Test
  void a_file_that_one_has_alone_is_named() throws IOException {
    Files.writeString(one.resolve("a.pom"), "here");
    assertThat(first()).isEqualTo("a.pom: there is no " + other.resolve("a.pom"));
  }

  @Test
  void a_text_is_told_by_what_stands_around_the_first_byte() throws IOException {
    text("a.pom", "time 10:00", "time 10:01");
    assertThat(first())
        .isEqualTo("a.pom: at byte 9: \"time 10:00\" here, and \"time 10:01\" there");
  }

  @Test
  void a_jar_is_told_by_its_entry_and_before_what_speaks_of_it() throws IOException {
    text("a-bill.json", "hash of one", "hash of other");
    jar(Map.of("A.txt", "time 1"), Map.of("A.txt", "time 2"));
    assertThat(first()).isEqualTo("a.jar: A.txt, at byte 5: \"time 1\" here, and \"time 2\" there");
  }

  @Test
  void a_jar_is_told_by_the_order_of_its_entries() throws IOException {
    Map<String, String> there = new LinkedHashMap<>();
    there.put("B", "");
    there.put("A", "");
    Map<String, String> here = new LinkedHashMap<>();
    here.put("A", "");
    here.put("B", "");
    jar(here, there);
    assertThat(first()).isEqualTo("a.jar: entry 0 is A here, and B there");
  }
}
