package io.telproof.spring;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Problem;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.sandbox.tencent.SandboxKeys;
import io.telproof.sandbox.tencent.Site;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.sandbox.twilio.TwilioVendor;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of an application with a sandbox. Of each block of a provider everything is kept but
 * the keys and the way to the vendor, which are the sandbox's.
 */
final class SandboxAccounts implements ConfigOverlay {
  private static final String PROVIDERS = "telproof.providers";

  private final URI endpoint;

  SandboxAccounts(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** A sandbox of all vendors that this configuration can name. */
  static Sandbox start(Config config) {
    Set<Site> sites = new TreeSet<>();
    blocks(config)
        .forEach(
            (name, block) -> {
              if (text(block, "type").equals("tencent")) {
                sites.add(text(block, "site").equals("mainland") ? Site.MAINLAND : Site.INTL);
              }
            });
    if (sites.size() > 1) {
      throw new ConfigurationException(
          List.of(
              new Problem(
                  PROVIDERS,
                  "the sandbox of this test",
                  "it plays one edition of Tencent Cloud, and these blocks have both: set site of"
                      + " one of them to that of the other, in the properties of the test")));
    }
    Site site = sites.stream().findFirst().orElse(Site.INTL);
    return Sandbox.start(vendors(site).toArray(Vendor[]::new));
  }

  /** All that there are; a test looks for one that was forgotten. */
  static List<Vendor> vendors(Site site) {
    return List.of(
        new TencentVendor(TencentSettings.published().site(site)),
        new AlibabaVendor(),
        new CamaraVendor(),
        new TwilioVendor(),
        new MetaVendor());
  }

  @Override
  public Config over(Config config) {
    List<Problem> problems = new ArrayList<>();
    Config all = config;
    for (Map.Entry<String, ConfigObject> each : blocks(config).entrySet()) {
      String path = PROVIDERS + "." + ConfigUtil.quoteString(each.getKey());
      ConfigObject block = each.getValue();
      Optional<ConfigObject> moved = moved(text(block, "type"), block);
      if (moved.isPresent()) {
        all = all.withValue(path, moved.get());
      } else if (!text(block, "type").isEmpty()) {
        problems.add(
            new Problem(
                PROVIDERS + "." + each.getKey(),
                block.origin().description(),
                "the sandbox does not play "
                    + text(block, "type")
                    + ", and no vendor is asked from a test: "
                    + "keep this block to a profile that the test has not"));
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(ProblemOrder.of(problems));
    }
    return all;
  }

  private Optional<ConfigObject> moved(String type, ConfigObject block) {
    return switch (type) {
      case "tencent" -> Optional.of(tencent(block));
      case "alibaba" ->
          Optional.of(
              with(
                  without(block, "security-token"),
                  Map.of(
                      "endpoint", endpoint.toString(),
                      "access-key-id", AlibabaVendor.CREDENTIALS.accessKeyId(),
                      "access-key-secret", AlibabaVendor.CREDENTIALS.accessKeySecret())));
      case "camara" ->
          Optional.of(
              with(
                  without(block, "private-key", "key-id", "grant"),
                  Map.of(
                      "api-root", endpoint.toString(),
                      "token-endpoint", endpoint + "/oauth2/token",
                      "client-auth", "client-secret-basic",
                      "client-id", CamaraVendor.CREDENTIALS.clientId(),
                      "client-secret", CamaraVendor.CREDENTIALS.clientSecret())));
      case "twilio" -> Optional.of(twilio(block));
      case "meta" -> Optional.of(meta(block));
      default -> Optional.empty();
    };
  }

  /** Of the account in the United States, whose service is there too where codes are sent. */
  private ConfigObject twilio(ConfigObject block) {
    Map<String, String> account = new LinkedHashMap<>();
    account.put("endpoint", endpoint.toString());
    account.put("key-sid", TwilioVendor.CREDENTIALS.sid());
    account.put("key-secret", TwilioVendor.CREDENTIALS.secret());
    if (block.containsKey("service-sid")) {
      account.put("service-sid", TwilioVendor.SERVICE_SID);
    }
    return with(without(block, "region"), account);
  }

  /** Of the sandbox's business; its app is proved where that of the block is. */
  private ConfigObject meta(ConfigObject block) {
    Map<String, String> account = new LinkedHashMap<>();
    account.put("endpoint", endpoint.toString());
    account.put("business-id", MetaVendor.BUSINESS_ID);
    account.put("access-token", MetaVendor.CREDENTIALS.token());
    if (block.containsKey("app-secret")) {
      account.put("app-secret", MetaVendor.APP_SECRET);
    }
    return with(without(block), account);
  }

  private ConfigObject tencent(ConfigObject block) {
    Map<String, String> account = new LinkedHashMap<>();
    account.put("endpoint", endpoint.toString());
    account.put("secret-id", TencentVendor.CREDENTIALS.secretId());
    account.put("secret-key", TencentVendor.CREDENTIALS.secretKey());
    account.put("rsa-public-key", SandboxKeys.RSA_PUBLIC_KEY);
    account.put("sm2-public-key", SandboxKeys.SM2_PUBLIC_KEY);
    if (block.containsKey("data-key")) {
      account.put("data-key", SandboxKeys.DATA_KEY);
      account.put("data-key-blob", SandboxKeys.DATA_KEY_BLOB);
    }
    return with(without(block, "token"), account);
  }

  private static ConfigObject without(ConfigObject block, String... keys) {
    ConfigObject rest = block.withoutKey("network");
    for (String key : keys) {
      rest = rest.withoutKey(key);
    }
    return rest;
  }

  private static ConfigObject with(ConfigObject block, Map<String, String> account) {
    ConfigObject all = block;
    for (Map.Entry<String, String> each : account.entrySet()) {
      all =
          all.withValue(
              each.getKey(),
              ConfigValueFactory.fromAnyRef(each.getValue(), "the sandbox of this test"));
    }
    return all;
  }

  private static Map<String, ConfigObject> blocks(Config config) {
    Map<String, ConfigObject> blocks = new LinkedHashMap<>();
    if (config.root().get("telproof") instanceof ConfigObject telproof
        && telproof.get("providers") instanceof ConfigObject providers) {
      providers.forEach(
          (name, value) -> {
            if (value instanceof ConfigObject block) {
              blocks.put(name, block);
            }
          });
    }
    return blocks;
  }

  private static String text(ConfigObject block, String key) {
    @Nullable ConfigValue value = block.get(key);
    try {
      return value == null ? "" : String.valueOf(value.unwrapped());
    } catch (ConfigException.NotResolved e) {
      // A placeholder that is not set: the client tells of it.
      return "";
    }
  }
}
