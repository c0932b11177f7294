package io.telproof.bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * The clients that are compared. Immutable.
 *
 * @param byHandTencent the floor at Tencent
 * @param byHandAlibaba the floor at Alibaba
 * @param tencent Telproof at Tencent
 * @param alibaba Telproof at Alibaba
 * @param everything Telproof at Tencent, with everything switched on
 * @param tencentSdk Tencent's SDK as its users get it
 * @param alibabaSdk Alibaba's
 * @param others those of which no target is made
 */
record Peers(
    Peer byHandTencent,
    Peer byHandAlibaba,
    Peer tencent,
    Peer alibaba,
    Peer everything,
    Peer tencentSdk,
    Peer alibabaSdk,
    List<Peer> others) {
  private static final String TENCENT_SDK = "io.telproof.bench.tencent.TencentSdkCall";
  private static final String ALIBABA_SDK = "io.telproof.bench.alibaba.AlibabaSdkCall";

  /**
   * Those of this build.
   *
   * @param other the class path of another build of Telproof, which is compared too
   */
  static Peers of(ClassPaths paths, Optional<String> other) {
    Peer tencent =
        new Peer("Telproof, Tencent", Vendor.TENCENT, paths.plain(), TelproofTencentCall.class);
    Peer alibaba =
        new Peer("Telproof, Alibaba", Vendor.ALIBABA, paths.plain(), TelproofAlibabaCall.class);
    Peer everything =
        new Peer(
            "Telproof, Tencent, everything on",
            Vendor.TENCENT,
            paths.everything(),
            PartsCall.class,
            PartsCall.option(EnumSet.allOf(Part.class)));
    List<Peer> others = new ArrayList<>();
    others.add(
        new Peer(
            "Tencent's SDK on OkHttp 5",
            Vendor.TENCENT,
            paths.sdkOnCurrentOkHttp(Vendor.TENCENT),
            TENCENT_SDK));
    others.add(
        new Peer(
            "Alibaba's SDK on OkHttp 5",
            Vendor.ALIBABA,
            paths.sdkOnCurrentOkHttp(Vendor.ALIBABA),
            ALIBABA_SDK));
    other.ifPresent(
        classPath -> {
          for (Peer each : List.of(tencent, alibaba, everything)) {
            others.add(each.in(classPath));
          }
        });
    return new Peers(
        new Peer("by hand, Tencent", Vendor.TENCENT, paths.plain(), HandTencentCall.class),
        new Peer("by hand, Alibaba", Vendor.ALIBABA, paths.plain(), HandAlibabaCall.class),
        tencent,
        alibaba,
        everything,
        new Peer("Tencent's SDK", Vendor.TENCENT, paths.sdk(Vendor.TENCENT), TENCENT_SDK),
        new Peer("Alibaba's SDK", Vendor.ALIBABA, paths.sdk(Vendor.ALIBABA), ALIBABA_SDK),
        List.copyOf(others));
  }

  List<Peer> all() {
    List<Peer> all =
        new ArrayList<>(
            List.of(
                byHandTencent,
                byHandAlibaba,
                tencent,
                alibaba,
                everything,
                tencentSdk,
                alibabaSdk));
    all.addAll(others);
    return all;
  }
}
