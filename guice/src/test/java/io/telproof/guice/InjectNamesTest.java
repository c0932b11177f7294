package io.telproof.guice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guice 5 knows javax alone, and Guice 7 jakarta alone. */
class InjectNamesTest {
  private static final Pattern EITHER = Pattern.compile("(javax|jakarta)[./]inject[./]\\w+");

  @Test
  void no_class_names_javax_or_jakarta_inject() throws IOException, URISyntaxException {
    URI module = TelproofModule.class.getResource("TelproofModule.class").toURI();
    Map<String, List<String>> named;
    if (module.getScheme().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(module, Map.of())) {
        named = beside(Path.of(module));
        assertThat(jar.isOpen()).isTrue();
      }
    } else {
      named = beside(Path.of(module));
    }
    assertThat(named).containsKeys("TelproofModule.class", "CheckProvider.class");
    assertThat(named).allSatisfy((name, found) -> assertThat(found).as(name).isEmpty());
  }

  private static Map<String, List<String>> beside(Path type) throws IOException {
    Map<String, List<String>> named = new TreeMap<>();
    try (Stream<Path> classes = Files.list(Objects.requireNonNull(type.getParent()))) {
      for (Path each : classes.toList()) {
        // Names stand in a class file as they are, whatever else is in it.
        String bytes = Files.readString(each, ISO_8859_1);
        named.put(
            each.getFileName().toString(),
            EITHER.matcher(bytes).results().map(found -> found.group()).toList());
      }
    }
    return named;
  }
}
