package io.telproof.flink;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** A cluster in this process, of task managers with two slots each; it ends with the tests. */
final class Cluster implements AutoCloseable {
  /** Begun when the first test asks for it: it takes seconds. */
  private static final class Shared {
    private static final Cluster CLUSTER = new Cluster(2);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(CLUSTER::close));
    }
  }

  private final InMemoryReporter metrics = InMemoryReporter.createWithRetainedMetrics();
  private final MiniCluster cluster;
  private final AtomicInteger ended = new AtomicInteger();

  Cluster(int taskManagers) {
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setNumTaskManagers(taskManagers)
                .setNumSlotsPerTaskManager(2)
                .withRandomPorts()
                .setConfiguration(metrics.addToConfiguration(new Configuration()))
                .build());
    try {
      cluster.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Cluster shared() {
    return Shared.CLUSTER;
  }

  RunningJob start(StreamExecutionEnvironment env, String name)
      throws ExecutionException, InterruptedException {
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(name);
    JobGraph job = graph.getJobGraph();
    cluster.submitJob(job).get();
    return new RunningJob(cluster, job.getJobID(), metrics);
  }

  /** One of them ends, and another one takes its place. */
  void endTaskManager() throws Exception {
    // Those that have ended keep their places in the list.
    cluster.terminateTaskManager(ended.getAndIncrement()).get();
    cluster.startTaskManager();
  }

  @Override
  public void close() {
    try {
      cluster.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
