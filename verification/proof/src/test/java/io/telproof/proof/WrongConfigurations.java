package io.telproof.proof;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import io.telproof.guice.TelproofModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Configurations that cannot be used, each with a key where the mistake is. */
final class WrongConfigurations {
  private static final String KEY = "Ks18BqUz5xNf3C";
  private static final String TOO_SHORT = "hkS7Qd2x";

  private final Capture capture;
  private final Path directory;

  WrongConfigurations(Capture capture, Path directory) {
    this.capture = capture;
    this.directory = directory;
  }

  static List<Canary> canaries() {
    return List.of(
        Canary.text("the key of a wrong configuration", KEY),
        Canary.text("the key that is too short", TOO_SHORT));
  }

  private static List<String> secrets(Path withBlank) {
    return List.of(
        "secret-key = \"%s and more\"",
        "secret-key = \" %s\"",
        "secret-kee = %s",
        "secret-key = [%s]",
        "secret-key = [a, [%s]]",
        "secret-key { text = %s }",
        "secret-key { file = /nowhere, text = %s }",
        "secret-key = ${TELPROOF_NOT_SET}%s",
        "secret-key = [\"${no}%s\", ${TELPROOF_NOT_SET}]",
        "secret-key = \"\", secret-id = %s",
        "secret-key { file = \"" + withBlank + "\" }, note = %s",
        "secret-key = %s, data-key = %s",
        "secret-key = %s, verify-mode = detailed",
        "secret-key = %s, encryption = sm4-gcm, sm2-public-key = %s",
        "secret-key = %s, encryption = aes-256-cbc, rsa-public-key = %s",
        "secret-key = %s, encryption = aes-256-cbc, data-key = %s, data-key-blob = %s",
        "secret-key = %s, network { prox = %s }",
        "secret-key = %s, network = %s",
        "secret-key = \"%s\\uD800\"");
  }

  private static List<String> elsewhere() {
    return List.of(
        "telproof.audit.hash-key = " + TOO_SHORT,
        "telproof.limits.hash-key = " + TOO_SHORT,
        "telproof.limits.hash-kee = " + KEY,
        "telproof.audit.hash-kee = " + KEY,
        "telproof.audit = " + KEY,
        "telproof.providers = " + KEY,
        "telproof.providers.main = " + KEY,
        "telproof.providers.ali { type = alibaba, access-key-id = \"é" + KEY + "\" }",
        "telproof.providers.ali { type = alibaba, access-key-id = a, access-key-secret = "
            + KEY
            + ", security-token = \"é"
            + KEY
            + "\" }",
        "telproof.providers.tw { type = twilio, key-sid = \"é" + KEY + "\", key-secret = a }",
        "telproof.providers.tw { type = twilio, key-sid = a, key-secret = \" " + KEY + "\" }",
        "telproof.providers.tw { type = twilio, key-sid = a, key-secret = "
            + KEY
            + ", channel = sms }",
        "telproof.providers.pool { type = meta, business-id = 1, access-token = \"é" + KEY + "\" }",
        "telproof.providers.pool { type = meta, business-id = a, access-token = "
            + KEY
            + ", app-secret = "
            + KEY
            + " }",
        "telproof.providers.pool { type = meta, business-id = 1, access-token = a, app-secret = ["
            + KEY
            + "] }");
  }

  /**
   * A key where no secret belongs, and which cannot be such a setting. What could be one, as a
   * host, is shown.
   */
  private static List<String> unfit() {
    return List.of(
        "providers.main.secret-key { file = %s }",
        "providers.main.endpoint = %s",
        "providers.main.endpoint = \"https://user:%s@vendor.example\"",
        "providers.main.type = %s",
        "providers.main.site = %s",
        "providers.main.network.connect-timeout = %s",
        "providers.main.network.proxy = \"http://user:%s@proxy.example:3128\"",
        "retry.attempts = %s",
        "breaker.enabled = %s",
        "breaker.failure-rate = %s",
        "budgets.zone = %s",
        "budgets.tenure = %s",
        "cache.tenure = %s",
        "limits.kept = %s");
  }

  void run() throws IOException {
    Path withBlank = Files.writeString(directory.resolve("blank"), KEY + " " + KEY);
    for (String secret : secrets(withBlank)) {
      all(
          "telproof.providers.main { type = tencent, secret-id = %s, %s }"
              .formatted(KEY, secret.replace("%s", KEY)));
    }
    elsewhere().forEach(this::all);
    for (String setting : unfit()) {
      Config config =
          ConfigFactory.parseString("telproof." + setting.replace("%s", KEY))
              .withFallback(
                  ConfigFactory.parseString(
                      "telproof.providers.main { type = tencent, secret-id = a, secret-key = b }"));
      capture.note(Channel.CONFIGURATION, Telproof.examine(config));
      refused(config);
    }
    notHocon("telproof.providers.main { secret-key \"%s\" }");
    notHocon("telproof.providers.main { secret-key = \"%s }");
  }

  private void notHocon(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("wrong.conf"), text.replace("%s", KEY));
    try {
      throw new IllegalArgumentException(Telproof.loadConfig(file) + " is HOCON");
    } catch (ConfigException e) {
      capture.note(Channel.CONFIGURATION, Capture.text(e));
    }
  }

  private void all(String text) {
    Config config =
        ConfigFactory.parseString(text)
            .resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
    capture.note(Channel.CONFIGURATION, Telproof.examine(config));
    refused(config);
  }

  private void refused(Config config) {
    try (Telproof telproof = Telproof.open(config)) {
      throw new IllegalArgumentException(telproof.offers() + " are open, by " + config);
    } catch (ConfigurationException e) {
      capture.note(Channel.CONFIGURATION, Capture.text(e));
    }
    try {
      Guice.createInjector(new TelproofModule(config));
      throw new IllegalArgumentException("Guice finds nothing wrong with " + config);
    } catch (CreationException e) {
      capture.note(Channel.CONFIGURATION, Capture.text(e));
    }
  }
}
