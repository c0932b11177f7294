package io.telproof.cli;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.alibaba.AlibabaCredentials;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.camara.CamaraCredentials;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.sandbox.tencent.TencentCredentials;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.sandbox.twilio.TwilioCredentials;
import io.telproof.sandbox.twilio.TwilioVendor;
import io.telproof.spi.CheckType;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
  },
  CAMARA {
    @Override
    Vendor open() {
      return new CamaraVendor();
    }

    @Override
    Map<String, String> keys() {
      CamaraCredentials client = CamaraVendor.CREDENTIALS;
      Map<String, String> keys = new LinkedHashMap<>();
      keys.put("client-auth", "client-secret-basic");
      keys.put("client-id", client.clientId());
      keys.put("client-secret", client.clientSecret());
      keys.put("message", "{{code}} is your code");
      // The command asks for a tenure without a threshold, and an operator answers for one alone.
      keys.put("months-of-interest", "6");
      return keys;
    }

    @Override
    Map<String, String> addresses(URI endpoint) {
      Map<String, String> addresses = new LinkedHashMap<>();
      addresses.put("api-root", endpoint.toString());
      addresses.put("token-endpoint", endpoint + "/oauth2/token");
      return addresses;
    }
  },
  TWILIO {
    @Override
    Vendor open() {
      return new TwilioVendor();
    }

    @Override
    Map<String, String> keys() {
      TwilioCredentials key = TwilioVendor.CREDENTIALS;
      Map<String, String> keys = new LinkedHashMap<>();
      keys.put("key-sid", key.sid());
      keys.put("key-secret", key.secret());
      keys.put("service-sid", TwilioVendor.SERVICE_SID);
      keys.put("email", "true");
      return keys;
    }
  },
  META {
    @Override
    Vendor open() {
      return new MetaVendor();
    }

    @Override
    Map<String, String> keys() {
      Map<String, String> keys = new LinkedHashMap<>();
      keys.put("business-id", MetaVendor.BUSINESS_ID);
      keys.put("access-token", MetaVendor.CREDENTIALS.token());
      keys.put("app-secret", MetaVendor.APP_SECRET);
      return keys;
    }
  };

  abstract Vendor open();

  abstract Map<String, String> keys();

  /** The settings that say where it is reached. */
  Map<String, String> addresses(URI endpoint) {
    return Map.of("endpoint", endpoint.toString());
  }

  /** The word that stands for it: the provider's type, and its name where none was configured. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words of those who are asked for a check where nobody chose, one after the other. */
  static List<String> route(CheckType check) {
    return CheckCommands.asked(check).stream().map(SimulatedVendor::word).toList();
  }

  /** All of them, for a sandbox. */
  static Vendor[] openAll() {
    return Arrays.stream(values()).map(SimulatedVendor::open).toArray(Vendor[]::new);
  }

  /** The vendor of this word. */
  static Optional<SimulatedVendor> of(String word) {
    return Arrays.stream(values()).filter(vendor -> vendor.word().equals(word)).findFirst();
  }

  /** The settings of a provider that asks this vendor in a sandbox. */
  Map<String, String> settings(URI endpoint) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("type", word());
    settings.putAll(addresses(endpoint));
    settings.putAll(keys());
    return settings;
  }

  /**
   * A configuration with each of these vendors as a provider that is called by its word, and
   * routes.
   */
  static Config all(URI endpoint) {
    return ConfigFactory.parseMap(
        Map.of(
            "telproof.providers",
            Arrays.stream(values())
                .collect(Collectors.toMap(SimulatedVendor::word, each -> each.settings(endpoint))),
            "telproof.routes",
            Arrays.stream(CheckType.values())
                .collect(Collectors.toMap(CheckType::key, SimulatedVendor::route))),
        "the sandbox in this process");
  }

  /** Its settings, as a person writes them into a file, in one line. */
  String line(URI endpoint) {
    return word() + " { " + String.join(", ", assignments(endpoint)) + " }";
  }

  /** Its settings, as a person writes them into a file, each for a line of its own. */
  List<String> assignments(URI endpoint) {
    return settings(endpoint).entrySet().stream()
        .map(setting -> setting.getKey() + " = \"" + setting.getValue() + "\"")
        .toList();
  }
}
