package io.telproof.flink.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What came out of a job.
 *
 * @param known rows with an answer
 * @param doubts rows that may have been billed and have none
 * @param others rows that failed otherwise
 * @param lines how many there are, which is more where a row came out twice
 */
record Output(Set<Long> known, Set<Long> doubts, Set<Long> others, long lines) {
  static final String KNOWN = "KNOWN";

  private static final String DOUBT = "INDETERMINATE";

  static Output of(List<String> lines) {
    Output output = new Output(new HashSet<>(), new HashSet<>(), new HashSet<>(), lines.size());
    for (String line : lines) {
      String[] parts = line.split(" ", -1);
      Set<Long> rows =
          switch (parts[1]) {
            case KNOWN -> output.known;
            case DOUBT -> output.doubts;
            default -> output.others;
          };
      rows.add(Long.valueOf(parts[0]));
    }
    return output;
  }

  /** What is there for good. */
  static Output read(Path directory) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().startsWith(".")) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    return of(lines);
  }
}
