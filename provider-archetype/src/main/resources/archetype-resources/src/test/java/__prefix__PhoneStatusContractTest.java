package ${package};

import io.telproof.testkit.PhoneStatusContract;
import io.telproof.testkit.ProviderHarness;

final class ${prefix}PhoneStatusContractTest extends PhoneStatusContract {
  @Override
  protected ProviderHarness harness() {
    return new ${prefix}Harness();
  }
}
