package ${package};

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SecrecyContract;

final class ${prefix}SecrecyContractTest extends SecrecyContract {
  @Override
  protected ProviderHarness harness() {
    return new ${prefix}Harness();
  }
}
