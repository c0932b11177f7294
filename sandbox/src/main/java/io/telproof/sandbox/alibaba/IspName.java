package io.telproof.sandbox.alibaba;

import java.util.List;

/**
 * The carriers as the vendor's products spell them: Cloudauth CMCC, CUCC, CTCC and CBCC, its
 * siblings CBN and Chinese names.
 */
final class IspName {

  private static final List<String> MOBILE = List.of("CMCC", "中国移动", "MOBILE", "cmcc", "移动");
  private static final List<String> UNICOM = List.of("CUCC", "中国联通", "UNICOM", "cucc", "联通");
  private static final List<String> TELECOM = List.of("CTCC", "中国电信", "TELECOM", "ctcc", "电信");
  private static final List<String> BROADNET = List.of("CBCC", "CBN", "中国广电", "cbn", "广电");

  private IspName() {}

  /** One of the scenario's carrier's spellings for each digit; China Mobile elsewhere. */
  static String of(Question question) {
    List<String> spellings =
        switch (question.scenario()) {
          case CARRIER_MOBILE -> MOBILE;
          case CARRIER_UNICOM -> UNICOM;
          case CARRIER_TELECOM -> TELECOM;
          case CARRIER_BROADNET -> BROADNET;
          default -> List.of("CMCC");
        };
    return spellings.get(question.digit() % spellings.size());
  }
}
