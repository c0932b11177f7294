package ${package};

import io.telproof.testkit.LifecycleContract;
import io.telproof.testkit.ProviderHarness;

final class ${prefix}LifecycleContractTest extends LifecycleContract {
  @Override
  protected ProviderHarness harness() {
    return new ${prefix}Harness();
  }
}
