package io.telproof.examples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.util.List;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the tests of one class, in a JVM whose class path is not the shop's. */
final class TestProcess {
  private TestProcess() {}

  /** Takes the class's name; prints what came of its tests, and ends with 1 where one failed. */
  public static void main(String[] arguments) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(List.of(selectClass(arguments[0])))
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    TestExecutionSummary summary = listener.getSummary();
    summary.printFailuresTo(new PrintWriter(System.err, true, UTF_8));
    System.out.printf(
        "Tests run: %d, Failures: %d%n",
        summary.getTestsStartedCount(), summary.getTestsFailedCount());
    System.exit(summary.getTotalFailureCount() == 0 ? 0 : 1);
  }
}
