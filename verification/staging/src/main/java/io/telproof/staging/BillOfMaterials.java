package io.telproof.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The CycloneDX file of one module, held against what Maven resolves for the module. */
final class BillOfMaterials {
  /** As {@code dependency:list} writes them: group, artifact, type, version, scope. */
  private static final Pattern RESOLVED =
      Pattern.compile("^ +([^: ]+):([^: ]+):([^: ]+):(?:[^: ]+:)?([^: ]+):(?:compile|runtime)\\b");

  private final Path xml;
  private final Path json;

  BillOfMaterials(Path xml, Path json) {
    this.xml = xml;
    this.json = json;
  }

  List<String> problems(Path resolved) throws IOException {
    List<String> problems = new ArrayList<>();
    String asJson = Files.readString(json);
    NavigableSet<String> missing = resolved(resolved);
    for (Xml component : Xml.read(xml).all("/bom/components/component")) {
      String name =
          component.text("group") + ":" + component.text("name") + ":" + component.text("version");
      if (!missing.remove(name)) {
        problems.add(xml + " names " + name + ", which does not come with the module");
      }
      problems.addAll(problems(name, component));
      if (!asJson.contains("\"" + component.text("purl") + "\"")) {
        problems.add(json + " does not name " + component.text("purl"));
      }
    }
    missing.forEach(
        each -> problems.add(xml + " does not name " + each + ", which comes with the module"));
    return problems;
  }

  private List<String> problems(String name, Xml component) {
    List<String> problems = new ArrayList<>();
    List<String> licences =
        component.texts("licenses/license/id | licenses/license/name | licenses/expression");
    if (licences.isEmpty()) {
      problems.add(xml + " names no licence of " + name);
    } else if (!AllowedLicences.allow(licences)) {
      problems.add(
          ("%s: %s has the licence %s. Allowed are %s; whoever adds another one to AllowedLicences"
                  + " has read it")
              .formatted(xml, name, String.join(", ", licences), AllowedLicences.sentence()));
    }
    if (component.text("hashes/hash[@alg='SHA-256']").isEmpty()) {
      problems.add(xml + " has no SHA-256 of " + name);
    }
    return problems;
  }

  private static NavigableSet<String> resolved(Path list) throws IOException {
    NavigableSet<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(list)) {
      Matcher match = RESOLVED.matcher(line);
      if (match.find()) {
        names.add(match.group(1) + ":" + match.group(2) + ":" + match.group(4));
      }
    }
    return names;
  }
}
