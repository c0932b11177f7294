package io.telproof.acme;

import io.telproof.spi.Capability;
import java.util.ArrayList;
import java.util.List;

/** All broken providers. */
final class Catalogue {
  private Catalogue() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(CheckFaults.of(Capability.PHONE_STATUS, "PS"));
    all.addAll(CheckFaults.of(Capability.TENURE, "TE"));
    all.addAll(CheckFaults.of(Capability.IDENTITY_MATCH, "IM"));
    all.addAll(CheckFaults.of(Capability.CODE_DELIVERY, "CD"));
    all.addAll(CheckFaults.of(Capability.CODE_VERIFICATION, "CV"));
    all.addAll(CheckFaults.of(Capability.PRE_VALIDATED_NUMBER, "PV"));
    all.addAll(AnswerFaults.all());
    all.addAll(WireFaults.all());
    all.addAll(QuotaFaults.all());
    all.addAll(SettingsFaults.all());
    all.addAll(SecrecyFaults.all());
    all.addAll(LifecycleFaults.all());
    return all;
  }

  static Fault of(String fault) {
    return all().stream()
        .filter(each -> each.toString().equals(fault))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fault " + fault));
  }
}
