package io.telproof.flink;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.InMemoryReporter;

/** A job that was begun. */
record RunningJob(MiniCluster cluster, JobID id, InMemoryReporter reporter) {
  /** Waits for its end, and says why it failed. */
  void untilEnd() throws Exception {
    cluster.requestJobResult(id).get().toJobExecutionResult(getClass().getClassLoader());
  }

  /** Returns once there is another checkpoint to go on from. */
  void checkpoint() throws ExecutionException, InterruptedException {
    String unused = cluster.triggerCheckpoint(id).get();
  }

  /** Where the state now stands. */
  String savepoint(Path directory) throws ExecutionException, InterruptedException {
    return cluster
        .triggerSavepoint(id, directory.toUri().toString(), false, SavepointFormatType.CANONICAL)
        .get();
  }

  void cancel() throws ExecutionException, InterruptedException {
    cluster.cancelJob(id).get();
    Waits.until(() -> status() == JobStatus.CANCELED);
  }

  private JobStatus status() {
    try {
      return cluster.getJobStatus(id).get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** What its subtasks count under this name, in all. */
  long count(String name) {
    return metrics(name).mapToLong(each -> ((Counter) each).getCount()).sum();
  }

  /** The names of everything that is counted, of whatever job. */
  Stream<String> names() {
    return reporter.getMetricsByGroup().entrySet().stream()
        .flatMap(
            group ->
                group.getValue().keySet().stream()
                    .map(name -> group.getKey().getMetricIdentifier(name)));
  }

  private Stream<Metric> metrics(String name) {
    return reporter.getMetricsByGroup().entrySet().stream()
        .filter(each -> id.toString().equals(each.getKey().getAllVariables().get("<job_id>")))
        .flatMap(
            group ->
                group.getValue().entrySet().stream()
                    .filter(
                        each ->
                            group.getKey().getMetricIdentifier(each.getKey()).endsWith('.' + name))
                    .map(Map.Entry::getValue));
  }
}
