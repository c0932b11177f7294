package io.telproof.examples.shop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.client.ConfigurationReport;
import io.telproof.client.Telproof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show is true: it is compiled, it can be configured, and links lead somewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocsTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern BLOCK =
      Pattern.compile("^ *```(\\w*)\\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");
  private static final Pattern FILE = Pattern.compile("file = \"[^\"]*(?<!\\.pem)\"");
  private static final Pattern PEM_FILE = Pattern.compile("file = \"[^\"]*\\.pem\"");
  private static final Pattern CLASS = Pattern.compile("`@?([A-Z]\\w*[a-z]\\w*)`");
  private static final Pattern PATH = Pattern.compile("`([\\w.-]+/[\\w./-]*)`");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?[\\w.]+\\.(\\w+);$", Pattern.MULTILINE);
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

  /** A text that is long enough for the key of a hash, and 32 bytes in base64. */
  private static final String VALUE = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  /** What a snippet is laid over. */
  private static final String ACCOUNTS =
      """
      telproof.providers {
        main { type = tencent, secret-id = an-id, secret-key = a-key }
        ali {
          type = alibaba, access-key-id = an-id, access-key-secret = a-key
          sign-name = Shop, template-code = SMS_1
        }
        abroad {
          type = camara, client-auth = client-secret-basic, client-id = an-id, client-secret = a-key
          api-root = "https://api.operator.example", message = "{{code}}"
          token-endpoint = "https://auth.operator.example/token"
        }
      }
      """;

  @TempDir private Path directory;

  private record Snippet(Path page, String language, String text) {
    @Override
    public String toString() {
      return page + ": " + text.lines().findFirst().orElse("");
    }
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(
                      "README.md",
                      "examples/shop/README.md",
                      "examples/flink/README.md",
                      "examples/spring-shop/README.md",
                      "docs/decisions/README.md",
                      "docs/decisions/many-machines.md")
                  .map(ROOT::resolve),
              docs.filter(page -> page.toString().endsWith(".md")))
          .sorted()
          .toList();
    }
  }

  private static Stream<Snippet> snippets(String language) throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    for (Path page : pages()) {
      for (MatchResult block : BLOCK.matcher(Files.readString(page)).results().toList()) {
        snippets.add(new Snippet(page.normalize(), block.group(1), block.group(2)));
      }
    }
    return snippets.stream().filter(snippet -> snippet.language().equals(language));
  }

  static Stream<Snippet> java() throws IOException {
    // The guide's stand in examples/provider-acme; the kit's own tests hold them to the letter. The
    // tutorial's are whole files, which TutorialTest compiles and runs.
    return snippets("java")
        .filter(each -> !each.page().endsWith("writing-a-provider.md"))
        .filter(each -> !each.page().endsWith("tutorial.md"));
  }

  static Stream<Snippet> hocon() throws IOException {
    return snippets("hocon");
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path tree :
        List.of(
            Path.of("src"),
            ROOT.resolve("client/src/test"),
            ROOT.resolve("examples/flink/src"),
            ROOT.resolve("examples/spring-shop/src"))) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          sources.add(withoutIndentation(Files.readString(file)));
        }
      }
    }
    return sources;
  }

  /** Each line alone, so that half a line is not found. */
  private static String withoutIndentation(String text) {
    return text.lines().map(String::strip).collect(joining("\n", "\n", "\n"));
  }

  @ParameterizedTest
  @MethodSource("java")
  void a_snippet_of_java_stands_in_a_source_that_is_compiled(Snippet snippet) throws IOException {
    assertThat(holding(snippet)).as("nothing of %s is compiled", snippet).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("java")
  void a_reader_who_pastes_a_snippet_finds_its_imports_on_the_page(Snippet snippet)
      throws IOException {
    String page = withoutIndentation(Files.readString(snippet.page()));
    String code = code(snippet);
    // Where it stands in several sources, each is compiled with other imports: one has to do.
    assertThat(holding(snippet))
        .as("imports that %s needs, and that no snippet of its page has", snippet)
        .anySatisfy(
            source ->
                assertThat(
                        IMPORT
                            .matcher(source)
                            .results()
                            .filter(each -> uses(code, each.group(1)))
                            .map(MatchResult::group))
                    .allSatisfy(needed -> assertThat(page).contains(needed)));
  }

  /** The sources that have the code in one piece, and its imports at their top. */
  private static List<String> holding(Snippet snippet) throws IOException {
    List<String> imports =
        IMPORT
            .matcher(withoutIndentation(snippet.text()))
            .results()
            .map(MatchResult::group)
            .toList();
    String code = code(snippet);
    return sources().stream()
        .filter(source -> source.contains(code) && imports.stream().allMatch(source::contains))
        .toList();
  }

  private static String code(Snippet snippet) {
    return withoutIndentation(
        IMPORT.matcher(withoutIndentation(snippet.text())).replaceAll("").strip());
  }

  private static boolean uses(String code, String imported) {
    return Pattern.compile("(?<!\\.)\\b" + imported + "\\b").matcher(code).find();
  }

  @ParameterizedTest
  @MethodSource("hocon")
  void a_snippet_of_hocon_is_a_configuration_without_problems(Snippet snippet)
      throws IOException, GeneralSecurityException {
    Path secret = Files.writeString(directory.resolve("secret"), "a-key-of-16-letters\n");
    Path key = Files.writeString(directory.resolve("key.pem"), privateKey());
    String text =
        FILE.matcher(
                PEM_FILE
                    .matcher(snippet.text())
                    .replaceAll("file = \"" + key.toUri().getPath() + '"'))
            .replaceAll("file = \"" + secret.toUri().getPath() + '"');
    String variables =
        VARIABLE
            .matcher(text)
            .results()
            .map(variable -> variable.group(1) + " = \"" + VALUE + "\"\n")
            .collect(joining());
    Config shown = ConfigFactory.parseString(text);
    assertThat(shown.root().keySet()).containsExactly("telproof");
    ConfigurationReport examination =
        Telproof.examine(
            shown.withFallback(ConfigFactory.parseString(ACCOUNTS + variables)).resolve());
    assertThat(examination.problems()).as(snippet.toString()).isEmpty();
  }

  /** Any one, as an operator of CAMARA takes it. */
  private static String privateKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(key)
        + "\n-----END PRIVATE KEY-----\n";
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_link_leads_to_a_file_that_is_there(Path page) throws IOException {
    assertThat(LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)))
        .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
  }

  @Test
  void every_class_and_every_path_on_the_map_is_there() throws IOException {
    String map = Files.readString(ROOT.resolve("docs/architecture.md"));
    Set<String> classes = new HashSet<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .forEach(name -> classes.add(name.substring(0, name.length() - ".java".length())));
    }
    assertThat(named(CLASS, map)).hasSizeGreaterThan(80).allMatch(classes::contains);
    assertThat(named(PATH, map))
        .hasSizeGreaterThan(15)
        .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
  }

  private static List<String> named(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(name -> name.group(1)).distinct().toList();
  }

  @Test
  void no_snippet_is_passed_over() throws IOException {
    for (Path page : pages()) {
      String text = Files.readString(page);
      assertThat(BLOCK.matcher(text).results().count() * 2)
          .as("fences of %s", page)
          .isEqualTo(text.lines().filter(line -> line.strip().startsWith("```")).count());
    }
    assertThat(java().count()).isGreaterThanOrEqualTo(17);
    assertThat(hocon().count()).isGreaterThanOrEqualTo(7);
  }
}
