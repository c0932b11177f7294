package io.telproof.performance;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Locale;

/** What is measured on, and what of it is used. */
final class Machine {
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private Machine() {}

  /** What a reader has to know of it. */
  static String line() {
    return String.format(
        Locale.ROOT,
        "JDK %s, %d cores, load average %.1f, callers on %s threads",
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        CallerThreads.kind());
  }

  /** The heap that is used once what is garbage has been taken out. */
  static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return MEMORY.getHeapMemoryUsage().getUsed();
  }

  /** The time that all cores together have worked for this process, in nanoseconds. */
  static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
