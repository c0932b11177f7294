package io.telproof.modular;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** The jars that are published, as the poms say, found on the class path of the tests. */
final class PublishedJars {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
  private static final Pattern ARTIFACT =
      Pattern.compile("</parent>\\s*<artifactId>(.+)</artifactId>");

  private static final List<String> CLASS_PATH =
      Pattern.compile(File.pathSeparator, Pattern.LITERAL)
          .splitAsStream(System.getProperty("java.class.path"))
          .toList();

  private PublishedJars() {}

  /** All of them, in the order of the build. */
  static List<Path> all() throws IOException {
    List<Path> jars = new ArrayList<>();
    List<String> modules =
        MODULE
            .matcher(Files.readString(ROOT.resolve("pom.xml")))
            .results()
            .map(module -> module.group(1))
            .toList();
    for (String module : modules) {
      String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
      if (!pom.contains("<packaging>") && !pom.contains("<maven.deploy.skip>true<")) {
        jars.add(jarOf(artifact(pom)));
      }
    }
    return jars;
  }

  private static String artifact(String pom) {
    return ARTIFACT
        .matcher(pom)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A pom without an artifactId"));
  }

  private static Path jarOf(String artifact) throws IOException {
    for (String entry : CLASS_PATH) {
      if (entry.endsWith(".jar") && isMadeBy(artifact, entry)) {
        return Path.of(entry);
      }
    }
    throw new IllegalStateException(
        artifact + " is published: this module's pom has to depend on it, in test scope");
  }

  private static boolean isMadeBy(String artifact, String jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      return file.getEntry("META-INF/maven/io.telproof/" + artifact + "/pom.properties") != null;
    }
  }
}
