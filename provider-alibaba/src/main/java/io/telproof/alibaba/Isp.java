package io.telproof.alibaba;

import io.telproof.Carrier;
import io.telproof.spi.reply.JsonObject;
import java.util.Locale;
import java.util.Map;

/**
 * The carriers as the vendor's products spell them: one field, four vocabularies. Case does not
 * matter; {@code UNKNOW}, so spelled, and an empty text say nothing.
 */
final class Isp {
  static final Map<String, Carrier> SPELLINGS =
      Map.ofEntries(
          Map.entry("cmcc", Carrier.CHINA_MOBILE),
          Map.entry("mobile", Carrier.CHINA_MOBILE),
          Map.entry("china mobile", Carrier.CHINA_MOBILE),
          Map.entry("移动", Carrier.CHINA_MOBILE),
          Map.entry("中国移动", Carrier.CHINA_MOBILE),
          Map.entry("cucc", Carrier.CHINA_UNICOM),
          Map.entry("unicom", Carrier.CHINA_UNICOM),
          Map.entry("china unicom", Carrier.CHINA_UNICOM),
          Map.entry("联通", Carrier.CHINA_UNICOM),
          Map.entry("中国联通", Carrier.CHINA_UNICOM),
          Map.entry("ctcc", Carrier.CHINA_TELECOM),
          Map.entry("telecom", Carrier.CHINA_TELECOM),
          Map.entry("china telecom", Carrier.CHINA_TELECOM),
          Map.entry("电信", Carrier.CHINA_TELECOM),
          Map.entry("中国电信", Carrier.CHINA_TELECOM),
          Map.entry("cbcc", Carrier.CHINA_BROADNET),
          Map.entry("cbn", Carrier.CHINA_BROADNET),
          Map.entry("broadnet", Carrier.CHINA_BROADNET),
          Map.entry("china broadnet", Carrier.CHINA_BROADNET),
          Map.entry("广电", Carrier.CHINA_BROADNET),
          Map.entry("中国广电", Carrier.CHINA_BROADNET),
          Map.entry("unknow", Carrier.UNKNOWN),
          Map.entry("unknown", Carrier.UNKNOWN));

  private Isp() {}

  /** The carrier that a result names. */
  static Carrier of(JsonObject result) {
    return result.text("IspName").map(Isp::carrier).orElse(Carrier.UNKNOWN);
  }

  static Carrier carrier(String spelling) {
    return SPELLINGS.getOrDefault(spelling.strip().toLowerCase(Locale.ROOT), Carrier.UNKNOWN);
  }
}
