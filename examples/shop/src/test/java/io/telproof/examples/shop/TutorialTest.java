package io.telproof.examples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What docs/tutorial.md tells its reader to write is compiled, tested and run, in processes whose
 * class path has nothing of the shop. Maven is not started: its file is held to this build's.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TutorialTest {
  private static final Path ROOT = Path.of("../..");

  /** The name of a file in a line of its own, and below it what it holds. */
  private static final Pattern FILE =
      Pattern.compile(
          "^`([\\w./-]+)`:\\n\\n```\\w+\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern COMMAND =
      Pattern.compile(
          "-Dexec\\.args=\"([^\"]*)\"\\n```\\n.*?```\\n(.*?)^```$",
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern PROPERTY = Pattern.compile("<([\\w.-]+)\\.version>([^<]+)</");

  private Path project = Path.of("");

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/tutorial.md"));
  }

  @BeforeAll
  void writes_and_compiles_what_the_page_shows(@TempDir Path directory) throws IOException {
    project = directory;
    for (MatchResult file : FILE.matcher(page()).results().toList()) {
      Path target = project.resolve(file.group(1));
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.group(2));
    }
    compile("src/main/java", "target/classes");
    compile("src/test/java", "target/test-classes");
  }

  private void compile(String sources, String classes) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--release",
                "17",
                "-proc:none",
                "-cp",
                classPath(),
                "-d",
                project + "/" + classes));
    try (Stream<Path> files = Files.walk(project.resolve(sources))) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(System.out, System.err, arguments.toArray(String[]::new));
    assertThat(status).as("javac's exit status for %s of the tutorial", sources).isZero();
  }

  /** The project's own directories, and what the shop depends on without the shop's Logback. */
  private String classPath() {
    String shop = Shop.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return Stream.concat(
            Stream.of("src/main/resources", "target/classes", "target/test-classes")
                .map(directory -> project.resolve(directory).toString()),
            Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !Path.of(entry).equals(Path.of(shop)))
                .filter(entry -> !entry.contains("logback-")))
        .collect(joining(File.pathSeparator));
  }

  private ProcessBuilder java(String main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dguice_bytecode_gen_option=DISABLED",
                "-cp",
                classPath(),
                main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static List<String> said(Process process) throws InterruptedException {
    List<String> lines = process.inputReader(UTF_8).lines().toList();
    assertThat(process.waitFor()).as("its exit status, having said %s", lines).isZero();
    return lines;
  }

  @Test
  void its_tests_pass_and_are_as_many_as_the_page_says() throws Exception {
    List<String> said =
        said(java(TestProcess.class.getName(), "com.example.signup.SignUpTest").start());
    assertThat(said).containsExactly("Tests run: 5, Failures: 0");
    assertThat(page()).contains("[INFO] " + said.get(0) + ", Errors: 0, Skipped: 0");
  }

  @Test
  void its_program_prints_what_the_page_shows() throws Exception {
    MatchResult command = COMMAND.matcher(page()).results().findFirst().orElseThrow();
    try (Sandbox sandbox = Sandbox.start(new TencentVendor())) {
      ProcessBuilder program = java("com.example.signup.Main", command.group(1).split(" "));
      program.environment().put("TENCENT_SECRET_ID", TencentVendor.CREDENTIALS.secretId());
      program.environment().put("TENCENT_SECRET_KEY", TencentVendor.CREDENTIALS.secretKey());
      program.environment().put("TENCENT_ENDPOINT", sandbox.endpoint().toString());
      assertThat(said(program.start())).isEqualTo(command.group(2).lines().toList());
    }
  }

  @Test
  void without_its_variables_it_says_what_the_page_shows_and_sends_nothing() throws Exception {
    ProcessBuilder program = java("com.example.signup.Main", "+8613800138000");
    program.environment().keySet().removeIf(name -> name.startsWith("TENCENT_"));
    Path errors = project.resolve("errors");
    Process process = program.redirectError(errors.toFile()).start();
    assertThat(process.waitFor()).isEqualTo(2);
    List<String> shown =
        page()
            .lines()
            .dropWhile(line -> !line.startsWith("1) the configuration"))
            .limit(3)
            .toList();
    assertThat(shown).hasSize(3);
    assertThat(Files.readString(errors)).contains(shown);
  }

  @Test
  void its_keys_are_those_of_the_sandbox() throws IOException {
    assertThat(page())
        .contains("export TENCENT_SECRET_ID=" + TencentVendor.CREDENTIALS.secretId())
        .contains("export TENCENT_SECRET_KEY=" + TencentVendor.CREDENTIALS.secretKey());
  }

  @Test
  void its_pom_takes_what_the_bom_has_and_the_versions_that_this_build_has_tried()
      throws Exception {
    Map<String, String> versions = versions(ROOT.resolve("bom/pom.xml"), "dependency");
    Map<String, String> shown = versions(project.resolve("pom.xml"), "dependency");
    assertThat(shown).containsEntry("telproof-bom", "0.1.0-SNAPSHOT").hasSizeGreaterThan(5);
    Map<String, String> tried = tried();
    assertThat(versions(project.resolve("pom.xml"), "plugin"))
        .containsEntry("maven-compiler-plugin", tried.get("compiler-plugin"))
        .containsEntry("maven-surefire-plugin", tried.get("surefire"));
    shown.forEach(
        (artifact, version) -> {
          if (artifact.equals("telproof-bom")) {
            assertThat(version).isEqualTo("0.1.0-SNAPSHOT");
          } else if (artifact.startsWith("telproof-")) {
            assertThat(versions).containsKey(artifact);
            assertThat(version).as("the bom has the version of %s", artifact).isEmpty();
          } else {
            assertThat(tried).as("the version of %s", artifact).containsValue(version);
          }
        });
  }

  /**
   * The artifact of each dependency or plugin, and its version, which is empty if there is none.
   */
  private static Map<String, String> versions(Path pom, String each) throws Exception {
    NodeList found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getElementsByTagName(each);
    return IntStream.range(0, found.getLength())
        .mapToObj(found::item)
        .map(Element.class::cast)
        .collect(toMap(one -> text(one, "artifactId"), one -> text(one, "version")));
  }

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  /** The versions in this build's own pom. */
  private static Map<String, String> tried() throws IOException {
    Map<String, String> tried = new LinkedHashMap<>();
    PROPERTY
        .matcher(Files.readString(ROOT.resolve("pom.xml")))
        .results()
        .forEach(property -> tried.put(property.group(1), property.group(2)));
    return tried;
  }
}
