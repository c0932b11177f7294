package io.telproof.camara;

import io.telproof.testkit.CodeDeliveryContract;
import io.telproof.testkit.CodeVerificationContract;
import io.telproof.testkit.IdentityMatchContract;
import io.telproof.testkit.LifecycleContract;
import io.telproof.testkit.PhoneStatusContract;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RateLimitContract;
import io.telproof.testkit.RecycledNumberContract;
import io.telproof.testkit.SecrecyContract;
import io.telproof.testkit.SettingsContract;
import io.telproof.testkit.SimSwapContract;
import io.telproof.testkit.TenureContract;
import io.telproof.testkit.TokenContract;
import io.telproof.testkit.WireContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The whole contract once more, for an operator that gives its tokens where it answers. */
@Tag("one-host")
final class CamaraOnOneHostContractTest {
  @Nested
  final class CodeDelivery extends CodeDeliveryContract {
    @Override
    protected ProviderHarness harness() {
      return CamaraHarness.onOneHost();
    }
  }

  @Nested
  final class CodeVerification extends CodeVerificationContract {
    @Override
    protected ProviderHarness harness() {
      return CamaraHarness.onOneHost();
    }
  }

  @Nested
  final class IdentityMatch extends IdentityMatchContract {
    @Override
    protected ProviderHarness harness() {
      return CamaraHarness.onOneHost();
    }
  }

  @Nested
  final class Lifecycle extends LifecycleContract {
    @Override
    protected ProviderHarness harness() {
      return CamaraHarness.onOneHost();
    }
  }

  @Nested
  final class PhoneStatus extends PhoneStatusContract {
    @Override
    protected ProviderHarness harness() {
      return CamaraHarness.onOneHost();
    }
  }

  @Nested
  final class RateLimit extends RateLimitContract {
    @Override
    protected ProviderHarness harness() {
      return CamaraHarness.onOneHost();
    }
  }

  @Nested
  final class RecycledNumber extends RecycledNumberContract {
    @Override
    protected ProviderHarness harness() {
      return CamaraHarness.onOneHost();
    }
  }

  @Nested
  final class Secrecy extends SecrecyContract {
    @Override
    protected ProviderHarness harness() {
      return CamaraHarness.onOneHost();
    }
  }

  @Nested
  final class Settings extends SettingsContract {
    @Override
    protected ProviderHarness harness() {
      return CamaraHarness.onOneHost();
    }
  }

  @Nested
  final class SimSwap extends SimSwapContract {
    @Override
    protected ProviderHarness harness() {
      return CamaraHarness.onOneHost();
    }
  }

  @Nested
  final class Tenure extends TenureContract {
    @Override
    protected ProviderHarness harness() {
      return CamaraHarness.onOneHost();
    }
  }

  @Nested
  final class Token extends TokenContract {
    @Override
    protected ProviderHarness harness() {
      return CamaraHarness.onOneHost();
    }
  }

  @Nested
  final class Wire extends WireContract {
    @Override
    protected ProviderHarness harness() {
      return CamaraHarness.onOneHost();
    }
  }
}
