package io.telproof.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checksums are those that every other program computes. */
final class ChecksumTest {
  @TempDir private Path folder;

  @Test
  void the_published_checksums_of_a_known_text_lie_beside_it() throws IOException {
    Path file = Files.writeString(folder.resolve("a.pom"), "abc");
    Checksum.main(new String[] {folder.toString()});
    assertThat(file.resolveSibling("a.pom.md5")).hasContent("900150983cd24fb0d6963f7d28e17f72");
    assertThat(file.resolveSibling("a.pom.sha1"))
        .hasContent("a9993e364706816aba3e25717850c26c9cd0d89d");
    assertThat(file.resolveSibling("a.pom.sha256"))
        .hasContent("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(file.resolveSibling("a.pom.sha512")).content().startsWith("ddaf35a193617aba");
  }

  @Test
  void a_signature_has_none() throws IOException {
    Files.writeString(folder.resolve("a.pom.asc"), "signature");
    Checksum.main(new String[] {folder.toString()});
    assertThat(folder).isDirectoryNotContaining("glob:**.sha1");
  }
}
