package io.telproof.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing of a release is told by the name of its file. */
final class StagingCheckTest {
  @TempDir private Path folder;
  private StagedRelease release;

  @BeforeEach
  void stage() throws IOException {
    release = new StagedRelease(folder);
  }

  @Test
  void a_complete_release_has_no_problem() throws IOException {
    assertThat(release.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".jar",
        "-sources.jar",
        "-javadoc.jar",
        ".pom",
        "-cyclonedx.json",
        "-cyclonedx.xml",
        ".jar.md5",
        ".pom.sha1",
        ".jar.sha256",
        "-sources.jar.sha512"
      })
  void each_file_that_is_missing_is_named(String ending) throws IOException {
    Files.delete(release.one(ending));
    assertThat(release.problems()).contains(release.one(ending) + " is missing");
  }

  @Test
  void a_signature_is_missing_where_the_release_is_signed() throws IOException {
    assertThat(release.problemsWhereSigned())
        .contains(release.one(".pom.asc") + " is missing", release.bom() + ".asc is missing");
  }

  @Test
  void a_checksum_of_another_file_is_none() throws IOException {
    Files.writeString(release.one(".jar.sha256"), "00ff");
    assertThat(release.problems())
        .containsExactly(release.one(".jar.sha256") + " is not the checksum of its file");
  }

  @Test
  void what_is_not_published_must_not_lie_there() throws IOException {
    Files.writeString(release.one("-tests.jar"), "classes of tests");
    assertThat(release.problems()).containsExactly(release.one("-tests.jar") + " is not published");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"name", "description", "url", "scm", "developers", "licenses", "issueManagement"})
  void a_pom_says_all_that_a_repository_asks_for(String element) throws IOException {
    Files.writeString(
        release.one(".pom"),
        Files.readString(release.one(".pom"))
            .replace("<" + element + ">", "<other>")
            .replace("</" + element + ">", "</other>"));
    release.checksums();
    assertThat(release.problems())
        .anySatisfy(problem -> assertThat(problem).contains(".pom has no " + element));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${revision}", "1.0-SNAPSHOT"})
  void a_pom_says_what_it_means_by_itself(String text) throws IOException {
    Files.writeString(
        release.one(".pom"),
        Files.readString(release.one(".pom"))
            .replace("<name>n<", "<parent></parent><name>" + text + "<"));
    release.checksums();
    assertThat(release.problems())
        .hasSize(2)
        .anySatisfy(problem -> assertThat(problem).contains("has a parent"))
        .anySatisfy(problem -> assertThat(problem).contains("in it"));
  }

  @Test
  void the_versions_are_those_of_all_jars() throws IOException {
    Files.writeString(
        release.bom(), Files.readString(release.bom()).replace("telproof-one", "telproof-other"));
    release.checksums();
    assertThat(release.problems())
        .containsExactly(
            release.bom()
                + " gives the versions [telproof-other 1.2.3] and not [telproof-one 1.2.3]");
  }

  @Test
  void a_jar_has_the_licence_and_a_name_for_the_module_path() throws IOException {
    StagedRelease.zip(release.one(".jar"), Map.of("META-INF/NOTICE", "another"));
    release.checksums();
    assertThat(release.problems())
        .containsExactly(
            release.one(".jar") + " has no META-INF/LICENSE",
            release.one(".jar") + ": META-INF/NOTICE is not that of the repository",
            release.one(".jar") + " has no name for the module path");
  }

  @Test
  void sources_and_javadoc_are_not_empty() throws IOException {
    release.jar(release.one("-sources.jar"), Map.of());
    release.jar(release.one("-javadoc.jar"), Map.of());
    release.checksums();
    assertThat(release.problems())
        .containsExactly(
            release.one("-sources.jar") + " has no source",
            release.one("-javadoc.jar") + " has no index.html");
  }

  @Test
  void a_library_that_comes_along_is_in_the_bill_of_materials() throws IOException {
    release.bill("");
    release.checksums();
    assertThat(release.problems())
        .containsExactly(
            release.one("-cyclonedx.xml")
                + " does not name org.example:library:4, which comes with the module");
  }

  @Test
  void a_library_that_does_not_come_along_is_not_in_it() throws IOException {
    release.bill(
        StagedRelease.component()
            + StagedRelease.component().replace("<name>library", "<name>other"));
    release.checksums();
    assertThat(release.problems())
        .containsExactly(
            release.one("-cyclonedx.xml")
                + " names org.example:other:4, which does not come with the module");
  }

  @Test
  void both_forms_of_the_bill_of_materials_name_the_same() throws IOException {
    Files.writeString(release.one("-cyclonedx.json"), "{}");
    release.checksums();
    assertThat(release.problems())
        .containsExactly(
            release.one("-cyclonedx.json")
                + " does not name pkg:maven/org.example/library@4?type=jar");
  }

  @Test
  void a_library_has_a_hash_and_a_licence() throws IOException {
    release.bill(
        StagedRelease.component()
            .replaceAll("<hashes>.*</hashes>", "")
            .replaceAll("<licenses>.*</licenses>", ""));
    release.checksums();
    assertThat(release.problems())
        .containsExactly(
            release.one("-cyclonedx.xml") + " names no licence of org.example:library:4",
            release.one("-cyclonedx.xml") + " has no SHA-256 of org.example:library:4");
  }

  @Test
  void a_licence_that_nobody_has_read_is_refused() throws IOException {
    release.bill(StagedRelease.component().replace(">MIT<", ">AGPL-3.0-only<"));
    release.checksums();
    assertThat(release.problems())
        .singleElement()
        .asString()
        .contains("org.example:library:4 has the licence AGPL-3.0-only");
  }

  @Test
  void of_two_licences_the_user_has_the_choice() throws IOException {
    release.bill(
        StagedRelease.component()
            .replace("<licenses>", "<licenses><license><id>GPL-2.0-only</id></license>"));
    release.checksums();
    assertThat(release.problems()).isEmpty();
  }
}
