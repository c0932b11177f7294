package ${package};

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.TokenContract;

final class ${prefix}TokenContractTest extends TokenContract {
  @Override
  protected ProviderHarness harness() {
    return new ${prefix}Harness();
  }
}
