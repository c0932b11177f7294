package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LauncherTest {
  private static final String BUILDS =
      """
      telproof: building; the first time takes a while
      telproof: preparing a quick start
      """;

  @TempDir private Path directory;

  private LauncherTree tree;

  @BeforeEach
  void plant() throws IOException {
    tree = LauncherTree.in(directory.toRealPath());
  }

  @Test
  void the_first_run_builds_and_says_so_on_standard_error_alone() throws Exception {
    Outcome first = tree.run("check");
    assertThat(first.err()).isEqualTo(BUILDS);
    assertThat(first.out()).startsWith("<-Xshare:auto>\n").endsWith("<check>\nLC_ALL=C.UTF-8\n");
    assertThat(first.status()).isEqualTo(3);
    assertThat(tree.builds()).isOne();
  }

  @Test
  void the_second_run_builds_nothing_and_says_nothing() throws Exception {
    Outcome first = tree.run("check");
    Outcome second = tree.run("check");
    assertThat(second).isEqualTo(new Outcome(3, first.out(), ""));
    assertThat(tree.builds()).isOne();
    assertThat(tree.archives()).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pom.xml", "cli/pom.xml", ".mvn/jvm.config", "cli/src/main/java/Main.java"})
  void a_newer_source_is_built(String source) throws Exception {
    tree.run("check");
    tree.touch(source);
    assertThat(tree.run("check").err()).isEqualTo(BUILDS);
    assertThat(tree.builds()).isEqualTo(2);
  }

  @Test
  void a_source_that_is_gone_is_built_without() throws Exception {
    tree.run("check");
    tree.delete("a tree/cli/src/main/java/Main.java");
    tree.touch("cli/src/main/java");
    assertThat(tree.run("check").err()).isEqualTo(BUILDS);
  }

  @Test
  void a_test_that_is_newer_is_not_built() throws Exception {
    tree.run("check");
    tree.write("cli/src/test/java/MainTest.java");
    tree.touch("cli/src/test/java/MainTest.java");
    assertThat(tree.run("check").err()).isEmpty();
  }

  @Test
  void a_jar_that_somebody_else_built_gets_an_archive_of_its_own() throws Exception {
    tree.run("check");
    tree.touch("cli/target/app/telproof.jar");
    assertThat(tree.run("check").err()).isEqualTo("telproof: preparing a quick start\n");
    assertThat(tree.builds()).isOne();
  }

  @Test
  void the_class_that_an_archive_is_made_by_is_there_and_can_be_run() throws Exception {
    tree.run("check");
    assertThat(Class.forName(tree.archivist()).getMethod("main", String[].class)).isNotNull();
  }

  @Test
  void another_java_gets_an_archive_of_its_own_and_both_are_kept() throws Exception {
    String first = tree.run("check").out();
    tree.javaIs("25.0.3");
    Outcome other = tree.run("check");
    assertThat(other.err()).isEqualTo("telproof: preparing a quick start\n");
    assertThat(other.out()).contains("<-XX:SharedArchiveFile=").isNotEqualTo(first);
    tree.javaIs("17.0.15");
    assertThat(tree.run("check")).isEqualTo(new Outcome(3, first, ""));
    assertThat(tree.builds()).isOne();
  }

  @Test
  void a_java_that_cannot_make_an_archive_starts_without_and_is_asked_once() throws Exception {
    tree.executable(tree.java(), "#!/bin/sh\nprintf '<%s>\\n' \"$@\"\n");
    assertThat(tree.run("check").err()).isEqualTo(BUILDS);
    Outcome second = tree.run("check");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void half_an_archive_is_not_taken() throws Exception {
    String java = Files.readString(tree.java());
    tree.executable(
        tree.java(), java.replace("exec cat", "{ printf half >\"${argument#*=}\"; exit 1; }; cat"));
    assertThat(tree.run("check").err()).isEqualTo(BUILDS);
    Outcome second = tree.run("check");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void arguments_arrive_as_they_are() throws Exception {
    String[] arguments = {"a b", "", "*", "$HOME", "\"'", "-n", "--", "two\nlines", "\\t"};
    StringBuilder printed = new StringBuilder();
    for (String argument : arguments) {
      printed.append('<').append(argument).append(">\n");
    }
    assertThat(tree.run(arguments).out()).contains("<io.telproof.cli.Main>\n" + printed + "LC_ALL");
  }

  @Test
  void it_is_found_through_symbolic_links_from_anywhere() throws Exception {
    Path links = Files.createDirectories(directory.resolve("some links"));
    Files.createSymbolicLink(links.resolve("one"), Path.of("two"));
    Files.createSymbolicLink(links.resolve("two"), Path.of("..", "a tree", "telproof"));
    Map<String, String> home = Map.of("JAVA_HOME", directory.resolve("a jdk").toString());
    assertThat(tree.run(links, "./one", home, "check").status()).isEqualTo(3);
    assertThat(tree.run(directory, links.resolve("one").toString(), home, "check").err()).isEmpty();
    assertThat(tree.builds()).isOne();
  }

  @Test
  void without_java_home_the_java_on_the_path_is_taken() throws Exception {
    Files.createSymbolicLink(directory.resolve("tools/java"), tree.java());
    Outcome outcome = tree.run(tree.root(), "./telproof", Map.of(), "check");
    assertThat(outcome.status()).isEqualTo(3);
  }

  @Test
  void a_locale_of_utf_8_is_left_alone() throws Exception {
    Map<String, String> chinese =
        Map.of("JAVA_HOME", directory.resolve("a jdk").toString(), "LANG", "zh_CN.UTF-8");
    assertThat(tree.run(tree.root(), "./telproof", chinese).out()).endsWith("LC_ALL=\n");
  }

  @Test
  void no_java_at_all_is_said() throws Exception {
    assertThat(tree.run(tree.root(), "./telproof", Map.of()))
        .isEqualTo(
            new Outcome(
                2, "", "telproof: there is no java: install Java 17 or later, or set JAVA_HOME\n"));
  }

  @Test
  void a_java_home_without_java_is_said() throws Exception {
    assertThat(tree.run(tree.root(), "./telproof", Map.of("JAVA_HOME", "/nowhere")))
        .isEqualTo(
            new Outcome(2, "", "telproof: JAVA_HOME is set, but there is no bin/java in it\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0.2", "1.8.0_402", "16"})
  void an_old_java_is_said(String version) throws Exception {
    tree.javaIs(version);
    assertThat(tree.run())
        .isEqualTo(
            new Outcome(
                2,
                "",
                "telproof: Java 17 or later is needed, but this is older: " + tree.java() + "\n"));
  }

  @Test
  void a_java_without_a_release_file_is_asked_for_its_version() throws Exception {
    tree.delete("a jdk/release");
    assertThat(tree.run().err()).startsWith("telproof: Java 17 or later is needed");
  }

  @Test
  void a_path_that_java_cannot_take_is_said() throws Exception {
    Path colon = directory.resolve("a:b");
    Files.createDirectory(colon);
    Files.copy(tree.launcher(), colon.resolve("telproof"), StandardCopyOption.COPY_ATTRIBUTES);
    assertThat(tree.run(colon, "./telproof", Map.of()).err())
        .startsWith("telproof: the path of this file has a colon in it");
  }

  @Test
  void no_maven_is_said() throws Exception {
    tree.delete("tools/mvn");
    assertThat(tree.run())
        .isEqualTo(new Outcome(2, "", "telproof: there is no mvn: install Maven 3.8.7 or later\n"));
  }

  @Test
  void a_build_that_fails_shows_the_end_of_its_log_and_is_tried_again() throws Exception {
    tree.write("broken");
    Outcome failed = tree.run("check");
    assertThat(failed.status()).isEqualTo(2);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err())
        .isEqualTo(
            """
            telproof: building; the first time takes a while
            it is written here
            telproof: the build failed; all it said is in %s/target/telproof/build.log
            """
                .formatted(tree.root()));
    tree.delete("a tree/broken");
    assertThat(tree.run("check").status()).isEqualTo(3);
  }

  @Test
  void of_two_first_runs_one_builds_and_the_other_waits() throws Exception {
    Path hold = tree.root().resolve("hold");
    assertThat(new ProcessBuilder("mkfifo", hold.toString()).start().waitFor()).isZero();
    Process one = tree.process("one").start();
    BufferedReader oneSays = one.errorReader(StandardCharsets.UTF_8);
    assertThat(oneSays.readLine()).startsWith("telproof: building");
    Process two = tree.process("two").start();
    BufferedReader twoSays = two.errorReader(StandardCharsets.UTF_8);
    assertThat(twoSays.readLine())
        .isEqualTo("telproof: waiting for process " + one.pid() + ", which is building");
    Files.writeString(hold, "go\n");
    assertThat(one.waitFor()).isEqualTo(3);
    assertThat(two.waitFor()).isEqualTo(3);
    assertThat(twoSays.readLine()).isNull();
    assertThat(tree.builds()).isOne();
    assertThat(tree.archives()).isOne();
  }

  @Test
  void a_lock_whose_owner_is_gone_holds_nobody_up() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    assertThat(gone.waitFor()).isZero();
    Path state = Files.createDirectories(tree.root().resolve("target/telproof"));
    Path lock = state.resolve("lock");
    Files.createSymbolicLink(lock, Path.of(Long.toString(gone.pid())));
    assertThat(tree.run("check").err()).isEqualTo(BUILDS);
    assertThat(Files.isSymbolicLink(lock)).isFalse();
  }
}
