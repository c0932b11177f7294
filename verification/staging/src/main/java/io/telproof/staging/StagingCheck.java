package io.telproof.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What Maven Central asks of a release, and what Telproof asks of itself: files, checksums, poms,
 * licences, bills of materials. It needs nothing but Java.
 */
final class StagingCheck {
  private final Path staging;
  private final Path root;
  private final String version;
  private final boolean signed;
  private final List<String> problems = new ArrayList<>();

  /**
   * Looks at one release.
   *
   * @param staging the folder that is laid out as a Maven repository
   * @param root the sources that it was built from, with what the build has left in them
   * @param signed whether each file has a signature
   */
  StagingCheck(Path staging, Path root, String version, boolean signed) {
    this.staging = staging;
    this.root = root;
    this.version = version;
    this.signed = signed;
  }

  /**
   * Checks a staged release and tells what is wrong with it, line by line.
   *
   * @param args the staged folder, the sources, the version, and {@code signed} where it is
   */
  public static void main(String[] args) throws IOException {
    List<String> problems =
        new StagingCheck(
                Path.of(args[0]),
                Path.of(args[1]),
                args[2],
                args.length > 3 && args[3].equals("signed"))
            .problems();
    problems.forEach(System.err::println);
    if (!problems.isEmpty()) {
      System.exit(1);
    }
  }

  List<String> problems() throws IOException {
    NavigableSet<Path> unexpected = new TreeSet<>();
    try (Stream<Path> files = Files.walk(staging)) {
      files.filter(Files::isRegularFile).forEach(unexpected::add);
    }
    List<PublishedModule> modules = PublishedModule.of(root);
    for (PublishedModule module : modules) {
      for (String ending : module.files()) {
        Path file = file(module, ending);
        unexpected.remove(file);
        if (Files.exists(file)) {
          besides(file, unexpected);
          if (ending.endsWith(".jar")) {
            problems.addAll(new StagedJar(file).problems(module, root));
          }
        } else {
          problems.add(file + " is missing");
        }
      }
      contents(module, modules);
    }
    unexpected.forEach(file -> problems.add(file + " is not published"));
    return problems;
  }

  private Path file(PublishedModule module, String ending) {
    return staging.resolve(
        Path.of(
            "io/telproof",
            module.artifactId(),
            version,
            module.artifactId() + "-" + version + ending));
  }

  private void besides(Path file, NavigableSet<Path> unexpected) throws IOException {
    for (Checksum checksum : Checksum.values()) {
      Path beside = checksum.beside(file);
      unexpected.remove(beside);
      if (!Files.exists(beside)) {
        problems.add(beside + " is missing");
      } else if (!Files.readString(beside).equals(checksum.of(file))) {
        problems.add(beside + " is not the checksum of its file");
      }
    }
    Path signature = file.resolveSibling(file.getFileName() + ".asc");
    if (signed) {
      unexpected.remove(signature);
      if (!Files.exists(signature)) {
        problems.add(signature + " is missing");
      }
    }
  }

  private void contents(PublishedModule module, List<PublishedModule> modules) throws IOException {
    Path pom = file(module, ".pom");
    if (Files.exists(pom)) {
      problems.addAll(new StagedPom(pom).problems(module, version));
      if (module.packaging().equals("pom")) {
        problems.addAll(new StagedPom(pom).versionProblems(modules, version));
      }
    }
    Path xml = file(module, "-cyclonedx.xml");
    Path json = file(module, "-cyclonedx.json");
    if (Files.exists(xml) && Files.exists(json)) {
      problems.addAll(
          new BillOfMaterials(xml, json)
              .problems(module.folder().resolve("target/runtime-dependencies.txt")));
    }
  }
}
