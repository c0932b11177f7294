package io.telproof.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An nginx with one worker, which replies without looking at what it is asked. For one thread. */
final class NginxServer implements Server {
  /** Starts a program, and kills it where the input ends: also where this process was killed. */
  private static final String SCRIPT =
      "\"$@\" </dev/null & cat >/dev/null; kill -9 $!; wait $! 2>/dev/null";

  private static final List<String> USUAL_PLACES =
      List.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin");
  private static final int TRIES = 500;

  /** A port that was free a moment ago can be the near end of somebody's connection by now. */
  private static final int PORTS = 5;

  private final Path directory;
  private final Map<Vendor, Integer> ports = new EnumMap<>(Vendor.class);
  private final Process process;

  /** Where an nginx is installed; empty where none is. */
  static Optional<Path> installed() {
    return Stream.concat(
            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)),
            USUAL_PLACES.stream())
        .map(place -> Path.of(place, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts this nginx, and returns once it listens. */
  static NginxServer start(Path program) throws IOException, InterruptedException {
    for (int i = 1; ; i++) {
      try {
        return new NginxServer(program);
      } catch (IllegalStateException e) {
        if (i == PORTS) {
          throw e;
        }
      }
    }
  }

  private NginxServer(Path program) throws IOException, InterruptedException {
    directory = Files.createTempDirectory("telproof-bench");
    for (Vendor vendor : Vendor.values()) {
      ports.put(vendor, freePort());
    }
    Path configuration = Files.writeString(directory.resolve("nginx.conf"), configuration());
    process =
        new ProcessBuilder(
                "sh",
                "-c",
                SCRIPT,
                "nginx",
                program.toString(),
                "-p",
                directory.toString(),
                "-e",
                directory.resolve("error.log").toString(),
                "-c",
                configuration.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    for (int port : ports.values()) {
      await(port);
    }
  }

  private String configuration() {
    StringBuilder text =
        new StringBuilder(
            """
            daemon off;
            master_process off;
            pid nginx.pid;
            events { worker_connections 2048; }
            http {
              access_log off;
              keepalive_requests 1000000000;
              keepalive_timeout 1h;
              client_body_temp_path body;
              # Both vendors give UUIDs.
              map $request_id $uuid {
                "~^(.{8})(.{4})(.{4})(.{4})(.{12})$" "$1-$2-$3-$4-$5";
              }
            """);
    ports.forEach(
        (vendor, port) ->
            text.append(
                """
                  server {
                    listen 127.0.0.1:%d;
                    location / {
                      default_type application/json;
                      return 200 '%s';
                    }
                  }
                """
                    .formatted(port, vendor.reply("$uuid"))));
    return text.append("}\n").toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void await(int port) throws IOException, InterruptedException {
    for (int i = 0; !listens(port); i++) {
      if (i == TRIES || !process.isAlive()) {
        close();
        throw new IllegalStateException("nginx does not listen; its error output says why");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String name() {
    return "nginx, one process";
  }

  @Override
  public String url(Vendor vendor) {
    return "http://127.0.0.1:" + ports.get(vendor);
  }

  @Override
  public void close() throws IOException {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (InterruptedException e) {
      // Its input has ended: it is about to.
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
