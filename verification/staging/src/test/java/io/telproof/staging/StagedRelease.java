package io.telproof.staging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A small release, complete: one jar and the versions, with the sources that they came from. */
final class StagedRelease {
  static final String VERSION = "1.2.3";

  private static final String MANIFEST =
      "Manifest-Version: 1.0\nAutomatic-Module-Name: io.telproof.one\n";
  private static final String COMPONENT =
      """
      <component>
        <group>org.example</group><name>library</name><version>4</version>
        <hashes><hash alg="SHA-256">00ff</hash></hashes>
        <licenses><license><id>MIT</id></license></licenses>
        <purl>pkg:maven/org.example/library@4?type=jar</purl>
      </component>
      """;

  private final Path root;
  private final Path staging;

  StagedRelease(Path folder) throws IOException {
    root = folder.resolve("sources");
    staging = folder.resolve("staging");
    Files.createDirectories(root.resolve("one/target"));
    Files.createDirectories(root.resolve("bom"));
    Files.writeString(root.resolve("LICENSE"), "licence");
    Files.writeString(root.resolve("NOTICE"), "notice");
    Files.writeString(
        root.resolve("pom.xml"),
        """
        <project><modules><module>bom</module><module>one</module>
        <module>examples/two</module><module>verification/three</module></modules></project>
        """);
    Files.writeString(
        root.resolve("one/pom.xml"), "<project><artifactId>telproof-one</artifactId></project>");
    Files.writeString(
        root.resolve("bom/pom.xml"),
        "<project><artifactId>telproof-bom</artifactId><packaging>pom</packaging></project>");
    Files.writeString(
        root.resolve("one/target/runtime-dependencies.txt"),
        """
        The following files have been resolved:
           org.example:library:jar:4:compile:/somewhere/library-4.jar -- module library (auto)
        """);
    Files.createDirectories(one("").getParent());
    Files.createDirectories(bom().getParent());
    Files.writeString(one(".pom"), pom("telproof-one", ""));
    Files.writeString(
        bom(),
        pom(
            "telproof-bom",
            """
            <dependencyManagement><dependencies><dependency>
              <groupId>io.telproof</groupId><artifactId>telproof-one</artifactId>
              <version>1.2.3</version>
            </dependency></dependencies></dependencyManagement>
            """));
    jar(one(".jar"), Map.of("META-INF/MANIFEST.MF", MANIFEST, "One.class", ""));
    jar(one("-sources.jar"), Map.of("One.java", ""));
    jar(one("-javadoc.jar"), Map.of("index.html", ""));
    bill(COMPONENT);
    Files.writeString(
        one("-cyclonedx.json"), "{\"purl\": \"pkg:maven/org.example/library@4?type=jar\"}");
    checksums();
  }

  private static String pom(String artifactId, String rest) {
    return """
        <project>
          <groupId>io.telproof</groupId><artifactId>%s</artifactId><version>1.2.3</version>
          <name>n</name><description>d</description><url>u</url>
          <licenses><license><name>n</name><url>u</url></license></licenses>
          <developers><developer><name>n</name></developer></developers>
          <scm><connection>c</connection><developerConnection>c</developerConnection><url>u</url></scm>
          <issueManagement><url>u</url></issueManagement>
          %s
        </project>
        """
        .formatted(artifactId, rest);
  }

  Path one(String ending) {
    return staging.resolve("io/telproof/telproof-one/1.2.3/telproof-one-1.2.3" + ending);
  }

  Path bom() {
    return staging.resolve("io/telproof/telproof-bom/1.2.3/telproof-bom-1.2.3.pom");
  }

  /** Writes a jar with these entries and the licence. */
  void jar(Path file, Map<String, String> entries) throws IOException {
    Map<String, String> all = new TreeMap<>(entries);
    all.put("META-INF/LICENSE", "licence");
    all.put("META-INF/NOTICE", "notice");
    zip(file, all);
  }

  static void zip(Path file, Map<String, String> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Map.Entry<String, String> each : entries.entrySet()) {
        JarEntry entry = new JarEntry(each.getKey());
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(each.getValue().getBytes(UTF_8));
        jar.closeEntry();
      }
    }
  }

  /** Writes the bill of materials with these components. */
  void bill(String components) throws IOException {
    Files.writeString(
        one("-cyclonedx.xml"),
        "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components>"
            + components
            + "</components></bom>");
  }

  static String component() {
    return COMPONENT;
  }

  /** Writes the checksums of all files anew. */
  void checksums() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(staging)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      if (file.toString().matches(".*\\.(md5|sha1|sha256|sha512)")) {
        Files.delete(file);
      }
    }
    Checksum.main(new String[] {staging.toString()});
  }

  List<String> problems() throws IOException {
    return new StagingCheck(staging, root, VERSION, false).problems();
  }

  List<String> problemsWhereSigned() throws IOException {
    return new StagingCheck(staging, root, VERSION, true).problems();
  }
}
