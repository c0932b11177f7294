package io.telproof.bench;

/**
 * One client of the comparison.
 *
 * @param name what it is, for who reads the tables
 * @param vendor whom it asks
 * @param classPath what its JVM has
 * @param call the class of its call, as {@link ClientMain} takes it
 */
record Peer(String name, Vendor vendor, String classPath, String call) {
  Peer(String name, Vendor vendor, String classPath, Class<?> call) {
    this(name, vendor, classPath, call.getName());
  }

  /** The same in another build of Telproof. */
  Peer in(String other) {
    return new Peer(name + ", other build", vendor, ClassPaths.withOther(classPath, other), call);
  }
}
