package ${package};

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.QuotaKeepingContract;

final class ${prefix}QuotaKeepingContractTest extends QuotaKeepingContract {
  @Override
  protected ProviderHarness harness() {
    return new ${prefix}Harness();
  }
}
