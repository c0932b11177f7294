package io.telproof.flink.trial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with this class path, which ends when this one does. */
final class Jvm {
  private Jvm() {}

  static ProcessBuilder start(List<String> options, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ChildMain.class.getName(), main));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
