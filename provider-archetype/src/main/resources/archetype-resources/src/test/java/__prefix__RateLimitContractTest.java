package ${package};

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RateLimitContract;

final class ${prefix}RateLimitContractTest extends RateLimitContract {
  @Override
  protected ProviderHarness harness() {
    return new ${prefix}Harness();
  }
}
