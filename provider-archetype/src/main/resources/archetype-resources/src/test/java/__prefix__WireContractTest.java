package ${package};

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.WireContract;

final class ${prefix}WireContractTest extends WireContract {
  @Override
  protected ProviderHarness harness() {
    return new ${prefix}Harness();
  }
}
