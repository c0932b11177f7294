package io.telproof.examples.acme;

import io.telproof.testkit.Clause;
import io.telproof.testkit.ClauseNames;
import io.telproof.testkit.CodeDeliveryContract;
import io.telproof.testkit.CodeVerificationContract;
import io.telproof.testkit.IdentityMatchContract;
import io.telproof.testkit.LifecycleContract;
import io.telproof.testkit.PhoneStatusContract;
import io.telproof.testkit.PreValidatedNumberContract;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RateLimitContract;
import io.telproof.testkit.RecycledNumberContract;
import io.telproof.testkit.SecrecyContract;
import io.telproof.testkit.SettingsContract;
import io.telproof.testkit.SimSwapContract;
import io.telproof.testkit.TenureContract;
import io.telproof.testkit.TokenContract;
import io.telproof.testkit.WireContract;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The contracts, for whatever broken provider the run is about. Not found as tests by themselves.
 */
final class BrokenContracts {
  /** The parameter of a run that says which fault it is about. */
  static final String FAULT = "telproof.fault";

  static final Map<String, Class<?>> BY_FAMILY =
      Map.ofEntries(
          Map.entry("PS", PhoneStatus.class),
          Map.entry("TE", Tenure.class),
          Map.entry("IM", Identity.class),
          Map.entry("CD", Delivery.class),
          Map.entry("CV", Verification.class),
          Map.entry("PV", PreValidated.class),
          Map.entry("RN", Recycled.class),
          Map.entry("SS", Swapped.class),
          Map.entry("WI", Wire.class),
          Map.entry("QK", RateLimits.class),
          Map.entry("SE", Settings.class),
          Map.entry("SC", Secrecy.class),
          Map.entry("LI", Lifecycle.class),
          Map.entry("TO", Tokens.class));

  private BrokenContracts() {}

  static Class<?> of(String family) {
    return Optional.<Class<?>>ofNullable(BY_FAMILY.get(family)).orElseThrow();
  }

  /** The clauses of a contract, those that it inherits among them. */
  static Map<String, Method> clauses(Class<?> contract) {
    Map<String, Method> clauses = new TreeMap<>();
    for (Class<?> type = contract; type != Object.class; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Clause.class)) {
          clauses.put(ClauseNames.id(contract, method).orElseThrow(), method);
        }
      }
    }
    return clauses;
  }

  /** Gives a contract the harness of the fault that the run is about. */
  static final class FaultHarness implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == ProviderHarness.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      String fault = context.getConfigurationParameter(FAULT).orElseThrow();
      return Catalogue.of(fault).harness().get();
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class PhoneStatus extends PhoneStatusContract {
    private final ProviderHarness harness;

    PhoneStatus(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class Tenure extends TenureContract {
    private final ProviderHarness harness;

    Tenure(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class Identity extends IdentityMatchContract {
    private final ProviderHarness harness;

    Identity(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class Delivery extends CodeDeliveryContract {
    private final ProviderHarness harness;

    Delivery(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class Verification extends CodeVerificationContract {
    private final ProviderHarness harness;

    Verification(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class PreValidated extends PreValidatedNumberContract {
    private final ProviderHarness harness;

    PreValidated(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class Recycled extends RecycledNumberContract {
    private final ProviderHarness harness;

    Recycled(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class Swapped extends SimSwapContract {
    private final ProviderHarness harness;

    Swapped(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class Wire extends WireContract {
    private final ProviderHarness harness;

    Wire(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class RateLimits extends RateLimitContract {
    private final ProviderHarness harness;

    RateLimits(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class Settings extends SettingsContract {
    private final ProviderHarness harness;

    Settings(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class Secrecy extends SecrecyContract {
    private final ProviderHarness harness;

    Secrecy(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class Tokens extends TokenContract {
    private final ProviderHarness harness;

    Tokens(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }

  @ExtendWith(FaultHarness.class)
  static final class Lifecycle extends LifecycleContract {
    private final ProviderHarness harness;

    Lifecycle(ProviderHarness harness) {
      this.harness = harness;
    }

    @Override
    protected ProviderHarness harness() {
      return harness;
    }
  }
}
