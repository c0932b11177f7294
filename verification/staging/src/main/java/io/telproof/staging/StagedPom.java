package io.telproof.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pom of a staged module: complete, and readable without another one. */
final class StagedPom {
  private static final List<String> WANTED =
      List.of(
          "name",
          "description",
          "url",
          "licenses/license/name",
          "licenses/license/url",
          "developers/developer/name",
          "scm/connection",
          "scm/developerConnection",
          "scm/url",
          "issueManagement/url");

  private final Path file;

  StagedPom(Path file) {
    this.file = file;
  }

  List<String> problems(PublishedModule module, String version) throws IOException {
    List<String> problems = new ArrayList<>();
    Xml pom = Xml.read(file);
    expect(pom, "groupId", "io.telproof", problems);
    expect(pom, "artifactId", module.artifactId(), problems);
    expect(pom, "version", version, problems);
    for (String path : WANTED) {
      if (pom.text("/project/" + path).isEmpty()) {
        problems.add(file + " has no " + path);
      }
    }
    if (!pom.all("/project/parent").isEmpty()) {
      problems.add(file + " has a parent, which is not published");
    }
    String text = Files.readString(file);
    for (String never : List.of("${", "-SNAPSHOT")) {
      if (text.contains(never)) {
        problems.add(file + " has \"" + never + "\" in it");
      }
    }
    return problems;
  }

  /** What is wrong with the versions that the bill of materials for Maven gives. */
  List<String> versionProblems(List<PublishedModule> modules, String version) throws IOException {
    List<String> expected =
        modules.stream()
            .filter(module -> module.packaging().equals("jar"))
            .map(module -> module.artifactId() + " " + version)
            .sorted()
            .toList();
    List<String> managed =
        Xml.read(file).all("/project/dependencyManagement/dependencies/dependency").stream()
            .map(each -> each.text("artifactId") + " " + each.text("version"))
            .sorted()
            .toList();
    return managed.equals(expected)
        ? List.of()
        : List.of(file + " gives the versions " + managed + " and not " + expected);
  }

  private void expect(Xml pom, String element, String value, List<String> problems) {
    String found = pom.text("/project/" + element);
    if (!found.equals(value)) {
      problems.add(file + " has the " + element + " \"" + found + "\" and not " + value);
    }
  }
}
