package io.telproof.examples.acme;

import static java.util.Objects.requireNonNull;

import io.telproof.testkit.ClauseNames;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What clauses of one contract say of one fault.
 *
 * @param red the message of each clause that failed
 */
record Verdict(Fault fault, Map<String, String> red) {
  /** Runs every clause of a contract against a broken provider. */
  static Verdict of(Fault fault, Class<?> contract) {
    return of(fault, DiscoverySelectors.selectClass(contract));
  }

  /** Runs against a broken provider the one clause that must reject it. */
  static Verdict ofItsClause(Fault fault) {
    Class<?> contract = BrokenContracts.of(fault.family());
    Method clause = BrokenContracts.clauses(contract).get(fault.clause());
    return of(fault, DiscoverySelectors.selectMethod(contract, requireNonNull(clause)));
  }

  private static Verdict of(Fault fault, DiscoverySelector clauses) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(clauses)
            .configurationParameter(BrokenContracts.FAULT, fault.toString())
            // A provider that waits on threads of its own never ends a clause that moves time.
            .configurationParameter("junit.jupiter.execution.timeout.default", "30 s")
            .build();
    Map<String, String> red = new TreeMap<>();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result
                    .getThrowable()
                    .ifPresent(thrown -> red.put(clause(test), String.valueOf(thrown)));
              }
            });
    return new Verdict(fault, red);
  }

  private static String clause(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .flatMap(source -> ClauseNames.id(source.getJavaClass(), method(source)))
        .orElse(test.getDisplayName());
  }

  private static Method method(MethodSource source) {
    return source.getJavaMethod();
  }

  String message() {
    return red.getOrDefault(fault.clause(), "");
  }
}
