package io.telproof.bench;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one client used in a moment of asking. It is passed between processes as a line.
 *
 * @param calls how many questions were answered
 * @param nanos how long that took
 * @param cpu the time that all cores together worked for the whole process, in nanoseconds
 * @param bytes what all of its Java threads allocated
 * @param switches how often one of its threads, the JVM's own among them, gave a core up to wait; 0
 *     where the operating system does not tell
 * @param collector what of the time is the garbage collector's, likewise
 * @param compilers what of it is the compilers', likewise
 */
record Slice(
    long calls, long nanos, long cpu, long bytes, long switches, long collector, long compilers) {
  /** A slice from its line. */
  static Slice of(String line) {
    String[] numbers = line.split(" ", -1);
    return new Slice(
        Long.parseLong(numbers[0]),
        Long.parseLong(numbers[1]),
        Long.parseLong(numbers[2]),
        Long.parseLong(numbers[3]),
        Long.parseLong(numbers[4]),
        Long.parseLong(numbers[5]),
        Long.parseLong(numbers[6]));
  }

  String line() {
    return Stream.of(calls, nanos, cpu, bytes, switches, collector, compilers)
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  double callsPerSecond() {
    return 1e9 * calls / nanos;
  }

  /** Microseconds. */
  double cpuPerCall() {
    return cpu / 1e3 / calls;
  }

  /** Microseconds. */
  double collectorPerCall() {
    return collector / 1e3 / calls;
  }

  /** Microseconds. */
  double compilersPerCall() {
    return compilers / 1e3 / calls;
  }

  double bytesPerCall() {
    return (double) bytes / calls;
  }

  double switchesPerCall() {
    return (double) switches / calls;
  }
}
