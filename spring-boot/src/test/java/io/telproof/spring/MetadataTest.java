package io.telproof.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.spi.CheckType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an editor completes is what the client reads, with the words of its own reference. */
final class MetadataTest {
  private static final Path PAGE =
      Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");

  private static final List<String> MODULES = List.of("limits-redis", "ledger", "ledger-jdbc");

  private static Map<String, ReferenceKeys.Key> reference() throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(Path.of("../client/src/main/resources/telproof-reference.conf"));
    MODULES.forEach(
        module -> files.add(Path.of("..", module, "src/main/resources/reference.conf")));
    Map<String, ReferenceKeys.Key> keys = new TreeMap<>(new ReferenceKeys(files).keys());
    keys.keySet().removeIf(path -> path.startsWith("telproof.providers."));
    return keys;
  }

  /** What the reference says of the route of one check holds of the others. */
  private static Optional<ReferenceKeys.Key> of(
      String path, Map<String, ReferenceKeys.Key> reference) {
    for (CheckType check : CheckType.values()) {
      String route = "telproof.routes." + check.key();
      if (path.startsWith(route + ".")) {
        return Optional.ofNullable(
            reference.get("telproof.routes.tenure" + path.substring(route.length())));
      }
      if (path.equals(route)) {
        return Optional.ofNullable(reference.get("telproof.routes.phone-status"));
      }
    }
    return Optional.ofNullable(reference.get(path));
  }

  @Test
  void every_key_of_the_reference_is_known_and_no_other() throws IOException {
    Map<String, ReferenceKeys.Key> reference = reference();
    assertThat(ClientKeys.paths())
        .containsAll(reference.keySet())
        .allSatisfy(path -> assertThat(of(path, reference)).as(path).isPresent());
  }

  @Test
  void the_metadata_is_that_of_the_reference() throws IOException {
    Path copy = Path.of("target", "spring-configuration-metadata.json");
    String now = json();
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, now);
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("copy over it: spring-boot/%s", copy)
        .isEqualTo(now);
  }

  private static String json() throws IOException {
    Map<String, ReferenceKeys.Key> reference = reference();
    List<Map<String, Object>> properties = new ArrayList<>();
    properties.add(
        property(
            "telproof.providers",
            "java.util.Map<java.lang.String,java.lang.Object>",
            "A block for each account with a vendor, by a name of your own: a lower-case letter, then"
                + " letters, digits and hyphens. It has the type, which is the module that knows the"
                + " vendor, and the keys that stand in that module's reference.conf; network and"
                + " limits as in telproof-reference.conf."));
    for (String path : ClientKeys.paths()) {
      ReferenceKeys.Key key = of(path, reference).orElseThrow();
      Map<String, Object> property = property(path, type(path, key.value()), key.description());
      if (key.isDefault() && !key.value().startsWith("[")) {
        property.put("defaultValue", key.value());
      }
      properties.add(property);
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("groups", List.of());
    page.put("properties", properties);
    page.put(
        "hints",
        List.of(
            hint(
                "telproof.coalesce",
                Arrays.stream(CheckType.values())
                    .filter(CheckType::mayCoalesce)
                    .map(CheckType::key)
                    .toList()),
            hint("telproof.ledger.kept", List.of("none", "file", "jdbc")),
            hint("telproof.limits.kept", List.of("local", "redis"))));
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(page) + "\n";
  }

  private static Map<String, Object> property(String name, String type, String description) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("name", name);
    property.put("type", type);
    property.put("description", description);
    return property;
  }

  private static Map<String, Object> hint(String name, List<String> values) {
    Map<String, Object> hint = new LinkedHashMap<>();
    hint.put("name", name);
    hint.put("values", values.stream().map(value -> Map.of("value", value)).toList());
    return hint;
  }

  private static String type(String path, String value) {
    if (path.matches("telproof\\.(coalesce|routes\\.[a-z-]+(\\.primary)?)")) {
      return "java.util.List<java.lang.String>";
    }
    if (value.matches("\\d+")) {
      return "java.lang.Integer";
    }
    if (value.matches("true|false")) {
      return "java.lang.Boolean";
    }
    return value.matches("\\d+(ms|s|m|d)") ? "java.time.Duration" : "java.lang.String";
  }
}
