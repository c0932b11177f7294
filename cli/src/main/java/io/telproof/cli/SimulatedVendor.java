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
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

  /** The vendor of this word. */
  static Optional<SimulatedVendor> of(String word) {
    return Arrays.stream(values()).filter(vendor -> vendor.word().equals(word)).findFirst();
  }

  /** The vendor that is asked for a check where nobody chose: the first that answers it. */
  static SimulatedVendor answering(CheckType check) {
    return Arrays.stream(values())
        .filter(vendor -> vendor.answers(check))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the sandbox has no vendor for " + check.key()));
  }

  /** Whether its provider offers the check. Sends nothing, to nowhere. */
  private boolean answers(CheckType check) {
    try (Telproof telproof = Telproof.open(config(URI.create("http://127.0.0.1:9")))) {
      return telproof.routed(check);
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

  /** A configuration with this vendor as its only provider. */
  Config config(URI endpoint) {
    return ConfigFactory.parseMap(
        Map.of("telproof.providers." + word(), settings(endpoint)), "the sandbox in this process");
  }

  /** The same, as a person writes it into a file. */
  String line(URI endpoint) {
    return settings(endpoint).entrySet().stream()
        .map(setting -> setting.getKey() + " = \"" + setting.getValue() + "\"")
        .collect(Collectors.joining(", ", word() + " { ", " }"));
  }
}
