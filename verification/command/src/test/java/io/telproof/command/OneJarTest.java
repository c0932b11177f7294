package io.telproof.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All libraries of the command in one jar: a file that several of them have is one file there, and
 * nothing of any of them may be lost.
 */
final class OneJarTest {
  private static final Path JAR = Path.of("../../cli/target/app/telproof.jar");
  private static final String SERVICES = "META-INF/services/";

  private static List<Path> libraries() throws IOException {
    String classPath = Files.readString(Path.of("target/command.classpath"), UTF_8).strip();
    return Stream.of(classPath.split(File.pathSeparator, -1)).map(Path::of).toList();
  }

  /** What the libraries have under each name, one behind the other. */
  private static Map<String, List<String>> ofLibraries(Predicate<String> wanted)
      throws IOException {
    Map<String, List<String>> texts = new TreeMap<>();
    for (Path library : libraries()) {
      Library.texts(library, wanted)
          .forEach(
              (name, text) -> texts.computeIfAbsent(name, none -> new ArrayList<>()).add(text));
    }
    return texts;
  }

  private static Set<String> names(String services) {
    Set<String> names = new TreeSet<>();
    services
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .forEach(names::add);
    return names;
  }

  @Test
  void every_service_of_every_library_is_named() throws IOException {
    Predicate<String> services = name -> name.startsWith(SERVICES);
    Map<String, Set<String>> wanted = new TreeMap<>();
    ofLibraries(services)
        .forEach((name, texts) -> wanted.put(name, names(String.join("\n", texts))));
    Map<String, Set<String>> found = new TreeMap<>();
    Library.texts(JAR, services).forEach((name, text) -> found.put(name, names(text)));

    assertThat(found).isEqualTo(wanted);
    assertThat(found.get(SERVICES + "io.telproof.spi.VerificationProviderFactory"))
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(found).containsKey(SERVICES + "io.telproof.spi.ledger.LedgerFactory");
  }

  @Test
  void every_reference_and_every_licence_is_there_whole() throws IOException {
    Predicate<String> gathered =
        name -> name.equals("reference.conf") || name.matches("(META-INF/)?(LICENSE|NOTICE).*");
    Map<String, String> found = Library.texts(JAR, gathered);
    ofLibraries(gathered)
        .forEach(
            (name, texts) ->
                assertThat(texts)
                    .allSatisfy(text -> assertThat(found.get(name)).contains(text.strip())));
    assertThat(found.get("reference.conf")).contains("rotate-at");
  }

  @Test
  void every_class_is_there_and_no_signature_that_it_would_break() throws IOException {
    Predicate<String> classes =
        name -> name.endsWith(".class") && !name.endsWith("module-info.class");
    assertThat(Library.texts(JAR, classes).keySet()).isEqualTo(ofLibraries(classes).keySet());
    assertThat(Library.texts(JAR, name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)"))).isEmpty();
  }

  @Test
  void it_answers_a_question() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString(),
                "check",
                "tenure",
                "+8613800138000",
                "--json")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("\"answer\":\"known\"");
  }
}
