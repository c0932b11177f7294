package ${package};

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SettingsContract;

final class ${prefix}SettingsContractTest extends SettingsContract {
  @Override
  protected ProviderHarness harness() {
    return new ${prefix}Harness();
  }
}
