package io.telproof.tencent;

import io.telproof.Carrier;
import java.util.Locale;
import java.util.Map;

/**
 * The carriers as PhoneVerification spells them, over its editions, languages and examples. Case
 * does not matter. An empty text is legal and says nothing.
 */
final class Isp {
  static final Map<String, Carrier> SPELLINGS =
      Map.ofEntries(
          Map.entry("移动", Carrier.CHINA_MOBILE),
          Map.entry("中国移动", Carrier.CHINA_MOBILE),
          Map.entry("mobile", Carrier.CHINA_MOBILE),
          Map.entry("cmcc", Carrier.CHINA_MOBILE),
          Map.entry("china mobile", Carrier.CHINA_MOBILE),
          Map.entry("联通", Carrier.CHINA_UNICOM),
          Map.entry("中国联通", Carrier.CHINA_UNICOM),
          Map.entry("unicom", Carrier.CHINA_UNICOM),
          Map.entry("cucc", Carrier.CHINA_UNICOM),
          Map.entry("china unicom", Carrier.CHINA_UNICOM),
          Map.entry("电信", Carrier.CHINA_TELECOM),
          Map.entry("中国电信", Carrier.CHINA_TELECOM),
          Map.entry("telecom", Carrier.CHINA_TELECOM),
          Map.entry("ctcc", Carrier.CHINA_TELECOM),
          Map.entry("china telecom", Carrier.CHINA_TELECOM),
          Map.entry("广电", Carrier.CHINA_BROADNET),
          Map.entry("中国广电", Carrier.CHINA_BROADNET),
          Map.entry("broadnet", Carrier.CHINA_BROADNET),
          Map.entry("cbn", Carrier.CHINA_BROADNET),
          Map.entry("china broadnet", Carrier.CHINA_BROADNET));

  private Isp() {}

  static Carrier carrier(String spelling) {
    return SPELLINGS.getOrDefault(spelling.strip().toLowerCase(Locale.ROOT), Carrier.UNKNOWN);
  }
}
