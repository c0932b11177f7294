package io.telproof.bench;

import java.util.List;

/**
 * One client of the comparison.
 *
 * @param name what it is, for who reads the tables
 * @param vendor whom it asks
 * @param classPath what its JVM has
 * @param call the class of its call, as {@link ClientMain} takes it
 * @param options what its JVM is told beside the plan's
 */
record Peer(String name, Vendor vendor, String classPath, String call, List<String> options) {
  Peer(String name, Vendor vendor, String classPath, Class<?> call, String... options) {
    this(name, vendor, classPath, call.getName(), List.of(options));
  }

  Peer(String name, Vendor vendor, String classPath, String call) {
    this(name, vendor, classPath, call, List.of());
  }

  /** The same in another build of Telproof. */
  Peer in(String other) {
    return new Peer(
        name + ", other build", vendor, ClassPaths.withOther(classPath, other), call, options);
  }
}
