package io.telproof.cli;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.alibaba.AlibabaCredentials;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentCredentials;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The vendors that the sandbox simulates, and what a configuration says to reach each of them. */
enum SimulatedVendor {
  TENCENT {
    @Override
    Vendor open() {
      return new TencentVendor();
    }

    @Override
    Map<String, String> keys() {
      TencentCredentials key = TencentVendor.CREDENTIALS;
      Map<String, String> keys = new LinkedHashMap<>();
      keys.put("secret-id", key.secretId());
      keys.put("secret-key", key.secretKey());
      return keys;
    }
  },
  ALIBABA {
    @Override
    Vendor open() {
      return new AlibabaVendor();
    }

    @Override
    Map<String, String> keys() {
      AlibabaCredentials key = AlibabaVendor.CREDENTIALS;
      Map<String, String> keys = new LinkedHashMap<>();
      keys.put("access-key-id", key.accessKeyId());
      keys.put("access-key-secret", key.accessKeySecret());
      keys.put("sign-name", "sandbox");
      keys.put("template-code", "SMS_1");
      return keys;
    }
  };

  abstract Vendor open();

  abstract Map<String, String> keys();

  /** The word that stands for it: the provider's type, and its name where none was configured. */
  String word() {
    return this == TENCENT ? "tencent" : "alibaba";
  }

  /** All of them, for a sandbox. */
  static Vendor[] openAll() {
    return Arrays.stream(values()).map(SimulatedVendor::open).toArray(Vendor[]::new);
  }

  /** The vendor of this word. */
  static Optional<SimulatedVendor> of(String word) {
    return Arrays.stream(values()).filter(vendor -> vendor.word().equals(word)).findFirst();
  }

  /**
   * The provider that is asked for a check where nobody chose: the first of these that offers it to
   * end users. Empty where none does.
   *
   * @param offers of providers that are called by these words
   */
  static Optional<SimulatedVendor> answering(CheckType check, Map<String, List<Offer>> offers) {
    return Arrays.stream(values())
        .filter(
            vendor ->
                offers.getOrDefault(vendor.word(), List.of()).stream()
                    .anyMatch(offer -> offer.check() == check && offer.restriction().isEmpty()))
        .findFirst();
  }

  /** What all of them offer. Sends nothing, to nowhere. */
  static Map<String, List<Offer>> offers() {
    try (Telproof telproof = Telproof.open(all(URI.create("http://127.0.0.1:9")))) {
      return telproof.offers();
    }
  }

  /** The settings of a provider that asks this vendor in a sandbox. */
  Map<String, String> settings(URI endpoint) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("type", word());
    settings.put("endpoint", endpoint.toString());
    settings.putAll(keys());
    return settings;
  }

  /** A configuration with each of these vendors as a provider that is called by its word. */
  static Config all(URI endpoint) {
    return ConfigFactory.parseMap(
        Map.of(
            "telproof.providers",
            Arrays.stream(values())
                .collect(Collectors.toMap(SimulatedVendor::word, each -> each.settings(endpoint)))),
        "the sandbox in this process");
  }

  /** Its settings, as a person writes them into a file. */
  String line(URI endpoint) {
    return settings(endpoint).entrySet().stream()
        .map(setting -> setting.getKey() + " = \"" + setting.getValue() + "\"")
        .collect(Collectors.joining(", ", word() + " { ", " }"));
  }
}
