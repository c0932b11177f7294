package io.telproof.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The same call by Telproof, by hand and by the vendors' SDKs, each in a JVM of its own, against
 * one server on this machine: in slices by turns, so that what else the machine does meets all
 * alike. Prints a table of the medians, and one of Telproof's targets.
 */
public final class Loopback {
  private final Plan plan;
  private final Server server;
  private final PrintStream out;
  private final Figures figures = new Figures();

  private Loopback(Plan plan, Server server, PrintStream out) {
    this.plan = plan;
    this.server = server;
    this.out = out;
  }

  /**
   * Measures. With {@code -Dtelproof.bench.other} and the class path of another build of Telproof,
   * that one is measured beside this one. With {@code -Dtelproof.bench.server=java} there is no
   * nginx, although one is installed; with a path, it is that one.
   *
   * @param args {@code short}, as it is unless said, or {@code long}; and {@code ledger}, for
   *     Telproof with a ledger beside Telproof without one, and nobody else; or {@code parts}, for
   *     Telproof with each part of everything switched on alone; or {@code layers}, for a call by
   *     hand that becomes one by Telproof layer by layer
   */
  public static void main(String... args) throws IOException, InterruptedException {
    List<String> words = List.of(args);
    boolean ledger = words.contains("ledger");
    boolean layers = words.contains("layers");
    Plan plan = plan(words.contains("long"), ledger, layers);
    String wanted = System.getProperty("telproof.bench.server", "");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ClassPaths paths = ClassPaths.found();
    Optional<Path> nginx =
        switch (wanted) {
          case "" -> NginxServer.installed();
          case "java" -> Optional.empty();
          default -> Optional.of(Path.of(wanted));
        };
    try (Server server =
        nginx.isPresent() ? NginxServer.start(nginx.get()) : new JavaServer(paths, plan.jvm())) {
      if (ledger) {
        runLedger(plan, server, paths, out);
      } else if (words.contains("parts")) {
        runParts(plan, server, paths, out);
      } else if (layers) {
        runLayers(plan, server, paths, out);
      } else {
        run(plan, server, paths, out);
      }
    }
  }

  private static Plan plan(boolean isLong, boolean ledger, boolean layers) {
    if (layers) {
      return isLong ? Plan.LONG_OF_LAYERS : Plan.SHORT_OF_LAYERS;
    }
    if (!isLong) {
      return Plan.SHORT;
    }
    return ledger ? Plan.LONG_ON_DISK : Plan.LONG;
  }

  /** Measures what a ledger costs by this plan against this server. */
  static void runLedger(Plan plan, Server server, ClassPaths paths, PrintStream out)
      throws IOException {
    try (LedgerComparison ledgers = new LedgerComparison(paths)) {
      Loopback loopback = new Loopback(plan.with(ledgers.options()), server, out);
      loopback.printMachine();
      loopback.print(loopback.measure(ledgers.peers(), List.of()));
      out.println();
      out.println(ledgers.others(loopback.figures));
      loopback.print(ledgers.targets(loopback.figures));
    }
  }

  /** Measures what each part costs that can be switched on. */
  static void runParts(Plan plan, Server server, ClassPaths paths, PrintStream out)
      throws IOException {
    PartsComparison parts = new PartsComparison(paths);
    Loopback loopback = new Loopback(plan, server, out);
    loopback.printMachine();
    loopback.print(loopback.measure(parts.peers(), List.of()));
    out.println();
    out.println(parts.added(loopback.figures));
  }

  /** Measures what each layer adds that lies between a call by hand and one by Telproof. */
  static void runLayers(Plan plan, Server server, ClassPaths paths, PrintStream out)
      throws IOException {
    LayersComparison layers = new LayersComparison(paths);
    Loopback loopback = new Loopback(plan, server, out);
    loopback.printMachine();
    loopback.measure(layers.peers(), List.of());
    out.println(layers.table(loopback.figures));
  }

  /** Measures by this plan against this server. */
  static void run(Plan plan, Server server, ClassPaths paths, PrintStream out) throws IOException {
    Optional<String> other = Optional.ofNullable(System.getProperty("telproof.bench.other"));
    Peers peers = Peers.of(paths, other);
    Loopback loopback = new Loopback(plan, server, out);
    loopback.printMachine();
    loopback.print(loopback.measure(peers.all(), peers.others()));
    out.printf(
        Locale.ROOT,
        "%nRuntime jars: core, client and Tencent's provider %,d bytes; Tencent's SDK %,d;"
            + " Alibaba's SDK %,d%n%n",
        paths.runtimeJars(),
        paths.sdkJars(Vendor.TENCENT),
        paths.sdkJars(Vendor.ALIBABA));
    loopback.print(Target.all(loopback.figures, peers, paths).toArray(new Target[0]));
  }

  private void printMachine() {
    out.printf(
        Locale.ROOT,
        "JDK %s, %d cores, load average %.1f; server: %s%n%n",
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        server.name());
  }

  private void print(List<Peer> running) {
    out.println(
        "| client | calls a second, 1 / 8 / 64 threads | CPU a call, µs | bytes a call |"
            + " context switches a call | first call, ms |");
    out.println("|---|---|---|---|---|---|");
    running.forEach(peer -> out.println(row(peer)));
  }

  private void print(Target... targets) {
    out.println("| target | measured | wanted | |");
    out.println("|---|---|---|---|");
    List.of(targets).forEach(out::println);
  }

  /**
   * Gives those of the peers that run.
   *
   * @param optional those that are left out where they do not
   */
  private List<Peer> measure(List<Peer> peers, List<Peer> optional) throws IOException {
    List<Peer> running = new ArrayList<>(peers);
    for (int generation = 0; generation < plan.generations(); generation++) {
      List<Client> clients = new ArrayList<>();
      try {
        start(optional, running, clients);
        measure(clients);
      } finally {
        clients.forEach(Client::close);
      }
    }
    for (int round = 0; round < plan.starts(); round++) {
      for (Peer peer : inTurn(running, round)) {
        start(peer).close();
      }
    }
    return running;
  }

  /** Starts the clients; leaves those out that are there for a comparison alone and do not run. */
  private void start(List<Peer> optional, List<Peer> running, List<Client> clients)
      throws IOException {
    for (Peer peer : List.copyOf(running)) {
      try {
        clients.add(start(peer));
      } catch (IOException e) {
        if (!optional.contains(peer)) {
          throw e;
        }
        out.println(peer.name() + " does not run, and is left out");
        out.println();
        running.remove(peer);
      }
    }
  }

  private Client start(Peer peer) throws IOException {
    Client client = new Client(peer, server.url(peer.vendor()), plan);
    figures.addFirstCall(peer, client.firstCallNanos());
    return client;
  }

  private void measure(List<Client> clients) throws IOException {
    for (Client client : clients) {
      warmUp(client);
    }
    for (int round = 0; round < plan.rounds(); round++) {
      for (int threads : plan.threads()) {
        for (Client client : inTurn(clients, round)) {
          Slice slice = client.ask(threads, plan.sliceMillis());
          if (round >= plan.dropped()) {
            figures.add(client.peer(), threads, slice);
          }
        }
      }
    }
  }

  private void warmUp(Client client) throws IOException {
    long millis = 0;
    for (long calls = 0; calls < plan.warmUpCalls() || millis < plan.warmUpMillis(); ) {
      calls += client.ask(64, 500).calls();
      millis += 500;
      // 64 threads leave the compilers next to nothing of two cores: what has more code would be
      // measured half compiled, and its compilers with it.
      client.rest();
    }
  }

  /** Each is the first once, so that none always comes after the same one. */
  private static <T> List<T> inTurn(List<T> all, int round) {
    List<T> turned = new ArrayList<>(all);
    Collections.rotate(turned, -round);
    return turned;
  }

  private String row(Peer peer) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f / %,.0f / %,.0f | %.1f / %.1f / %.1f | %,.0f | %.2f | %.0f |",
        peer.name(),
        figures.median(peer, 1, Slice::callsPerSecond),
        figures.median(peer, 8, Slice::callsPerSecond),
        figures.median(peer, 64, Slice::callsPerSecond),
        figures.median(peer, 1, Slice::cpuPerCall),
        figures.median(peer, 8, Slice::cpuPerCall),
        figures.median(peer, 64, Slice::cpuPerCall),
        figures.median(peer, 8, Slice::bytesPerCall),
        figures.median(peer, 8, Slice::switchesPerCall),
        figures.firstCall(peer));
  }
}
