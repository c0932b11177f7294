package io.telproof.sandbox.tencent;

import java.util.List;

/**
 * The carriers as PhoneVerification spells them: by language, and with no consistency within one.
 * The English page lists mobile, telecom and cucc, and prints Telecom and China Unicom in its
 * examples; the Chinese page lists 移动, 电信 and 联通. Broadnet is on no page: inferred.
 */
enum Isp {
  MOBILE(List.of("移动", "mobile", "China Mobile", "Mobile", "MOBILE", "中国移动", "cmcc", "CMCC")),
  UNICOM(List.of("联通", "cucc", "China Unicom", "CUCC", "Unicom", "unicom", "中国联通")),
  TELECOM(List.of("电信", "telecom", "Telecom", "China Telecom", "TELECOM", "中国电信", "ctcc", "CTCC")),
  BROADNET(List.of("广电", "broadnet", "China Broadnet", "Broadnet", "中国广电", "cbn", "CBN"));

  @SuppressWarnings("ImmutableEnumChecker") // Unmodifiable; the checker knows Guava's lists alone.
  private final List<String> spellings;

  Isp(List<String> spellings) {
    this.spellings = spellings;
  }

  /** As the edition in this language lists it. */
  String listed(boolean chinese) {
    return spellings.get(chinese ? 0 : 1);
  }

  /** One of its spellings for each digit. */
  String spelled(int digit) {
    return spellings.get(digit % spellings.size());
  }
}
