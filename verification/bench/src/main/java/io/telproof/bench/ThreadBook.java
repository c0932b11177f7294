package io.telproof.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The kernel's book of all threads of this process since each began; zeros where there is none.
 *
 * @param switches how often one gave its core up to wait
 * @param collector how long those of the garbage collector worked, in nanoseconds
 * @param compilers how long those of the compilers did
 */
record ThreadBook(long switches, long collector, long compilers) {
  private static final File TASKS = new File("/proc/self/task");
  private static final String NAME = "Name:";
  private static final String SWITCHES = "voluntary_ctxt_switches:";

  /** The book at this moment. */
  static ThreadBook read() {
    String[] tasks = TASKS.list();
    ThreadBook sum = new ThreadBook(0, 0, 0);
    for (String task : tasks == null ? new String[0] : tasks) {
      sum = sum.plus(read(Path.of(TASKS.getPath(), task)));
    }
    return sum;
  }

  private static ThreadBook read(Path task) {
    // None of a thread that has ended since it was listed.
    List<String> status = lines(task.resolve("status"));
    String name = value(status, NAME);
    long worked = worked(lines(task.resolve("schedstat")));
    return new ThreadBook(
        Long.parseLong(value(status, SWITCHES)),
        // As the JVM calls them: GC Thread#0, G1 Conc#0, C2 CompilerThread0.
        name.startsWith("GC ") || name.startsWith("G1 ") ? worked : 0,
        name.startsWith("C1 ") || name.startsWith("C2 ") ? worked : 0);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static long worked(List<String> book) {
    return book.isEmpty() ? 0 : Long.parseLong(book.get(0).split(" ", 2)[0]);
  }

  private static String value(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).strip())
        .findFirst()
        .orElse("0");
  }

  private ThreadBook plus(ThreadBook other) {
    return new ThreadBook(
        switches + other.switches, collector + other.collector, compilers + other.compilers);
  }
}
