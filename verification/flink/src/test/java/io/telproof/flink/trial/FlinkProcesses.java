package io.telproof.flink.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;

/** A cluster of Flink on this machine: a job manager and task managers, each a process. */
final class FlinkProcesses implements AutoCloseable {
  /** How many tasks one task manager runs beside each other. */
  static final int SLOTS = 2;

  private static final Pattern TASK_MANAGER = Pattern.compile("\"dataPort\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path directory;
  private final int restPort = Servers.freePort();
  private final Process jobManager;
  private final List<Process> taskManagers = new ArrayList<>();

  FlinkProcesses(Path directory, int count) throws IOException {
    this.directory = directory;
    int rpcPort = Servers.freePort();
    Path temporary = Files.createDirectories(directory.resolve("tmp"));
    Files.writeString(
        Files.createDirectories(directory.resolve("conf")).resolve("config.yaml"),
        """
        jobmanager.rpc.address: 127.0.0.1
        jobmanager.rpc.port: %d
        jobmanager.bind-host: 127.0.0.1
        rest.address: 127.0.0.1
        rest.port: %d
        rest.bind-port: %d
        rest.bind-address: 127.0.0.1
        taskmanager.host: 127.0.0.1
        taskmanager.bind-host: 127.0.0.1
        taskmanager.numberOfTaskSlots: %d
        taskmanager.cpu.cores: 2
        taskmanager.memory.framework.heap.size: 128mb
        taskmanager.memory.framework.off-heap.size: 128mb
        taskmanager.memory.task.heap.size: 256mb
        taskmanager.memory.task.off-heap.size: 0mb
        taskmanager.memory.managed.size: 32mb
        taskmanager.memory.network.min: 32mb
        taskmanager.memory.network.max: 32mb
        taskmanager.memory.jvm-metaspace.size: 128mb
        taskmanager.memory.jvm-overhead.min: 64mb
        taskmanager.memory.jvm-overhead.max: 64mb
        heartbeat.interval: 500
        heartbeat.timeout: 15000
        io.tmp.dirs: %s
        """
            .formatted(rpcPort, restPort, restPort, SLOTS, temporary));
    jobManager =
        start("job-manager", StandaloneSessionClusterEntrypoint.class.getName(), "-Xmx384m");
    try {
      for (int i = 0; i < count; i++) {
        startTaskManager();
      }
      Waits.until(() -> registered() == count);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Process start(String name, String main, String heap) throws IOException {
    return Jvm.start(
            List.of(heap, "-XX:TieredStopAtLevel=4"),
            main,
            List.of("--configDir", directory.resolve("conf").toString()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve(name + ".log").toFile()))
        .start();
  }

  private void startTaskManager() throws IOException {
    taskManagers.add(start("task-manager", TaskManagerRunner.class.getName(), "-Xmx512m"));
  }

  int restPort() {
    return restPort;
  }

  /** One is killed as by kill -9, and another one started. */
  void killTaskManager(int which) throws IOException, InterruptedException {
    Process killed = taskManagers.remove(which);
    killed.destroyForcibly();
    killed.waitFor();
    startTaskManager();
  }

  int count() {
    return taskManagers.size();
  }

  private long registered() throws InterruptedException {
    if (!jobManager.isAlive() || !taskManagers.stream().allMatch(Process::isAlive)) {
      throw new IllegalStateException("a process of Flink has ended; its log says why");
    }
    try {
      String reply =
          http.send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + restPort + "/taskmanagers"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      return TASK_MANAGER.matcher(reply).results().count();
    } catch (IOException e) {
      // It is not there yet.
      return 0;
    }
  }

  @Override
  public void close() {
    taskManagers.forEach(Process::destroyForcibly);
    jobManager.destroyForcibly();
  }
}
