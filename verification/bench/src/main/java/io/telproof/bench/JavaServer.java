package io.telproof.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The process of {@link JavaServerMain}. For one thread. */
final class JavaServer implements Server {
  private final JavaProcess process;
  private final Map<Vendor, Integer> ports = new EnumMap<>(Vendor.class);

  /** Starts it, and returns once it listens. */
  JavaServer(ClassPaths classPaths, List<String> options) throws IOException {
    process = new JavaProcess(options, classPaths.own(), JavaServerMain.class.getName(), List.of());
    for (Vendor vendor : Vendor.values()) {
      ports.put(vendor, Integer.parseInt(process.read()));
    }
  }

  @Override
  public String name() {
    return "a small server on Java, for want of an nginx: half the calls, and more CPU of the"
        + " clients";
  }

  @Override
  public String url(Vendor vendor) {
    return "http://127.0.0.1:" + ports.get(vendor);
  }

  @Override
  public void close() {
    process.close();
  }
}
