package io.telproof.cli;

import io.telproof.cli.Session.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A source tree with the real launcher, a Maven that notes that it was called, and a Java that
 * prints its arguments. On the PATH are the few tools that the launcher may use, and nothing else.
 */
final class LauncherTree {
  private static final List<String> TOOLS =
      List.of(
          "cat", "cksum", "find", "ln", "mkdir", "mv", "readlink", "rm", "rmdir", "sleep", "tail");

  /** Makes what the build makes, after it was let go on where somebody holds it. */
  private static final String MVN =
      """
      #!/bin/sh
      echo "$@" >>"$TREE/mvn-calls"
      [ ! -p "$TREE/hold" ] || read -r go <"$TREE/hold"
      echo "it is written here"
      [ ! -f "$TREE/broken" ] || exit 1
      mkdir -p "$TREE/cli/target/app"
      : >"$TREE/cli/target/app/telproof.jar"
      """;

  /** Lists its classes, and makes an archive of a list. */
  private static final String JAVA =
      """
      #!/bin/sh
      dumps=
      for argument in "$@"; do
        case $argument in
          -version) echo 'openjdk version "11.0.2" 2019-01-15' >&2; exit 0 ;;
          -XX:DumpLoadedClassList=*)
            echo "$@" >>"$TREE/archive-calls"
            echo classes >"${argument#*=}"
            exit 0
            ;;
          -Xshare:dump) dumps=yes ;;
          -XX:SharedClassListFile=*) list=${argument#*=} ;;
          -XX:SharedArchiveFile=*)
            [ -z "$dumps" ] || exec cat "$list" >"${argument#*=}"
            ;;
        esac
      done
      printf '<%s>\\n' "$@"
      printf 'LC_ALL=%s\\n' "${LC_ALL:-}"
      exit 3
      """;

  private final Path tools;
  private final Path jdk;
  private final Path root;

  private LauncherTree(Path directory) {
    this.tools = directory.resolve("tools");
    this.jdk = directory.resolve("a jdk");
    this.root = directory.resolve("a tree");
  }

  static LauncherTree in(Path directory) throws IOException {
    LauncherTree tree = new LauncherTree(directory);
    Files.createDirectories(tree.tools);
    for (String tool : TOOLS) {
      tree.executable(
          tree.tools.resolve(tool), "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(real(tool)));
    }
    tree.executable(tree.tools.resolve("mvn"), MVN);
    tree.executable(tree.java(), JAVA);
    tree.javaIs("17.0.15");
    tree.executable(tree.launcher(), Files.readString(Path.of("..", "telproof")));
    tree.write("pom.xml");
    tree.write("cli/pom.xml");
    tree.write(".mvn/jvm.config");
    tree.write("cli/src/main/java/Main.java");
    return tree;
  }

  private static Path real(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(directory -> Path.of(directory, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + tool));
  }

  Path root() {
    return root;
  }

  Path launcher() {
    return root.resolve("telproof");
  }

  Path java() {
    return jdk.resolve("bin/java");
  }

  void javaIs(String version) throws IOException {
    Files.writeString(
        jdk.resolve("release"),
        "IMPLEMENTOR_VERSION=\"99\"\nJAVA_RUNTIME_VERSION=\"98\"\nJAVA_VERSION=\"%s\"\n"
            .formatted(version));
  }

  void delete(String path) throws IOException {
    Files.delete(root.resolveSibling(path));
  }

  Path write(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  /** As a file is that was saved after the last build. */
  void touch(String path) throws IOException {
    FileTime built = Files.getLastModifiedTime(root.resolve("cli/target/app/stamp"));
    Files.setLastModifiedTime(root.resolve(path), FileTime.fromMillis(built.toMillis() + 1_000));
  }

  void executable(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  int builds() throws IOException {
    return lines("mvn-calls");
  }

  int archives() throws IOException {
    return lines("archive-calls");
  }

  /** The class that an archive is made by. */
  String archivist() throws IOException {
    String arguments = Files.readAllLines(root.resolve("archive-calls")).get(0);
    return arguments.substring(arguments.lastIndexOf(' ') + 1);
  }

  private int lines(String file) throws IOException {
    Path calls = root.resolve(file);
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  /** Runs the launcher with this Java as JAVA_HOME. */
  Outcome run(String... arguments) throws IOException, InterruptedException {
    return run(root, launcher().toString(), Map.of("JAVA_HOME", jdk.toString()), arguments);
  }

  Outcome run(Path from, String launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(tools, "out", "");
    Path err = Files.createTempFile(tools, "err", "");
    int status =
        process(from, launcher, environment, arguments)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new Outcome(status, Files.readString(out), Files.readString(err));
  }

  ProcessBuilder process(String... arguments) {
    return process(root, launcher().toString(), Map.of("JAVA_HOME", jdk.toString()), arguments);
  }

  private ProcessBuilder process(
      Path from, String launcher, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(launcher));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).directory(from.toFile());
    process.environment().clear();
    process.environment().put("PATH", tools.toString());
    process.environment().put("TREE", root.toString());
    process.environment().putAll(environment);
    return process;
  }
}
