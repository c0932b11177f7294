package io.telproof.examples.acme;

import io.telproof.examples.beacon.BeaconFaults;
import io.telproof.spi.CheckType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All broken providers. */
final class Catalogue {
  private Catalogue() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(CheckFaults.of(CheckType.PHONE_STATUS, "PS"));
    all.addAll(CheckFaults.of(CheckType.TENURE, "TE"));
    all.addAll(CheckFaults.of(CheckType.IDENTITY_MATCH, "IM"));
    all.addAll(CheckFaults.of(CheckType.CODE_DELIVERY, "CD"));
    all.addAll(CheckFaults.of(CheckType.CODE_VERIFICATION, "CV"));
    all.addAll(CheckFaults.of(CheckType.PRE_VALIDATED_NUMBER, "PV"));
    all.addAll(CheckFaults.of(CheckType.RECYCLED_NUMBER, "RN"));
    all.addAll(CheckFaults.of(CheckType.SIM_SWAP, "SS"));
    all.addAll(QuestionFaults.all());
    all.addAll(AnswerFaults.all());
    all.addAll(HandleFaults.all());
    all.addAll(WireFaults.all());
    all.addAll(RateLimitFaults.all());
    all.addAll(SettingsFaults.all());
    all.addAll(SecrecyFaults.all());
    all.addAll(LifecycleFaults.all());
    all.addAll(BeaconFaults.all());
    return all;
  }

  /**
   * Acme with nothing wrong, narrowed as each family's broken ones are and as impatient: where a
   * clause is red for one of these, it is not the fault that it rejects.
   */
  static List<Fault> mended() {
    Map<String, Fault> mended = new LinkedHashMap<>();
    for (Fault fault : all()) {
      Fault nothing =
          fault.harness().get() instanceof MendableHarness broken
              ? mended(fault.family(), broken)
              : Fault.of(fault.family() + "-00", "nothing wrong", AcmeHarness::new);
      mended.putIfAbsent(nothing.toString(), nothing);
    }
    for (String family : BeaconFaults.FAMILIES) {
      for (MendableHarness none : BeaconFaults.none(family)) {
        Fault nothing = mended(family, none);
        mended.putIfAbsent(nothing.toString(), nothing);
      }
    }
    return List.copyOf(mended.values());
  }

  private static Fault mended(String family, MendableHarness broken) {
    return Fault.of(family + "-00", "nothing wrong, " + broken.provider(), broken::mended);
  }

  static Fault of(String fault) {
    return Stream.concat(all().stream(), mended().stream())
        .filter(each -> each.toString().equals(fault))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fault " + fault));
  }
}
