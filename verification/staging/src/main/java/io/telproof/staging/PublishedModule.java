package io.telproof.staging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A module that is published: one of the root pom that is neither an example nor verification.
 *
 * @param folder its folder in the repository
 * @param packaging as in its pom: {@code jar}, {@code pom} or {@code maven-archetype}
 */
record PublishedModule(Path folder, String artifactId, String packaging) {
  static List<PublishedModule> of(Path root) throws IOException {
    List<PublishedModule> modules = new ArrayList<>();
    for (String name : Xml.read(root.resolve("pom.xml")).texts("/project/modules/module")) {
      if (!name.startsWith("examples/") && !name.startsWith("verification/")) {
        Path folder = root.resolve(name);
        Xml pom = Xml.read(folder.resolve("pom.xml"));
        String packaging = pom.text("/project/packaging");
        modules.add(
            new PublishedModule(
                folder, pom.text("/project/artifactId"), packaging.isEmpty() ? "jar" : packaging));
      }
    }
    return modules;
  }

  /** Returns the endings of the files that are published of it, behind name and version. */
  List<String> files() {
    return packaging.equals("pom")
        ? List.of(".pom")
        : List.of(
            ".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", "-cyclonedx.xml");
  }
}
