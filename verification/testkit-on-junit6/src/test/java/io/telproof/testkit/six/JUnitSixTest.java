package io.telproof.testkit.six;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The kit's classes are those that were compiled on JUnit 5; what runs them is JUnit 6. */
final class JUnitSixTest {
  private static final int CLAUSES_OF_A_PROVIDER_OF_EVERY_CHECK = 124;

  @Test
  void acme_passes_every_clause_and_rule_on_junit_6() {
    assertThat(Test.class.getPackage().getImplementationVersion()).startsWith("6.");
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectPackage("io.telproof.examples.acme"))
            .filters(
                ClassNameFilter.includeClassNamePatterns(
                    ".*\\.Acme\\w+ContractTest", ".*\\.AcmeArchitectureTest"))
            .configurationParameter("junit.jupiter.execution.timeout.default", "120 s")
            .build();
    Ran ran = new Ran();
    LauncherFactory.create().execute(request, ran);
    assertThat(ran.red).isEmpty();
    assertThat(ran.green).hasSizeGreaterThanOrEqualTo(CLAUSES_OF_A_PROVIDER_OF_EVERY_CHECK);
    assertThat(ran.green).anyMatch(name -> name.startsWith("PS-01"));
    assertThat(ran.green).anyMatch(name -> name.startsWith("AR-01"));
  }

  /** Clauses by their display names, which begin with their numbers. */
  private static final class Ran implements TestExecutionListener {
    private final Set<String> green = new TreeSet<>();
    private final TreeMap<String, String> red = new TreeMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
        red.put(test.getUniqueId(), String.valueOf(result.getThrowable()));
      } else if (test.isTest()) {
        green.add(test.getDisplayName());
      }
    }
  }
}
