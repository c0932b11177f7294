package io.telproof.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** A staged jar: it holds what its name promises, and the licence. */
final class StagedJar {
  private final Path file;

  StagedJar(Path file) {
    this.file = file;
  }

  List<String> problems(PublishedModule module, Path root) throws IOException {
    List<String> problems = new ArrayList<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      for (String name : List.of("LICENSE", "NOTICE")) {
        JarEntry entry = jar.getJarEntry("META-INF/" + name);
        if (entry == null) {
          problems.add(file + " has no META-INF/" + name);
        } else if (!Arrays.equals(
            jar.getInputStream(entry).readAllBytes(), Files.readAllBytes(root.resolve(name)))) {
          problems.add(file + ": META-INF/" + name + " is not that of the repository");
        }
      }
      if (module.packaging().equals("jar") && !keepsItsPromise(jar)) {
        problems.add(file + " has no " + promise());
      }
    }
    return problems;
  }

  private boolean keepsItsPromise(JarFile jar) throws IOException {
    if (is("sources")) {
      return jar.stream().anyMatch(entry -> entry.getName().endsWith(".java"));
    }
    if (is("javadoc")) {
      return jar.getEntry("index.html") != null;
    }
    Manifest manifest = jar.getManifest();
    return jar.getEntry("module-info.class") != null
        || (manifest != null
            && manifest.getMainAttributes().getValue("Automatic-Module-Name") != null);
  }

  private String promise() {
    if (is("sources")) {
      return "source";
    }
    return is("javadoc") ? "index.html" : "name for the module path";
  }

  private boolean is(String classifier) {
    return String.valueOf(file.getFileName()).endsWith("-" + classifier + ".jar");
  }
}
