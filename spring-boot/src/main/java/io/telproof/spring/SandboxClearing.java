package io.telproof.spring;

import io.telproof.sandbox.Sandbox;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/** Gives each test an empty bill, and no faults that another one has left. */
final class SandboxClearing implements TestExecutionListener {
  /** For Spring. */
  SandboxClearing() {}

  @Override
  public void beforeTestMethod(TestContext test) {
    if (TestContextAnnotationUtils.hasAnnotation(
        test.getTestClass(), AutoConfigureTelproofSandbox.class)) {
      Sandbox sandbox = test.getApplicationContext().getBean(Sandbox.class);
      sandbox.bill().clear();
      sandbox.faults().clear();
    }
  }
}
