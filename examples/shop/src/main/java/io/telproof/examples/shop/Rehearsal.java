package io.telproof.examples.shop;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The vendors in this process, and people with numbers that nobody has: nothing costs anything. */
final class Rehearsal implements AutoCloseable {
  private final Sandbox sandbox = Sandbox.start(new TencentVendor(), new AlibabaVendor());

  /**
   * The same configuration with the sandbox's accounts. They stand before the file's, so that real
   * keys in the environment are not sent to it.
   */
  Config over(Config config) {
    String endpoint = sandbox.endpoint().toString();
    return ConfigFactory.parseMap(
            Map.of(
                "telproof.providers.main.secret-id", TencentVendor.CREDENTIALS.secretId(),
                "telproof.providers.main.secret-key", TencentVendor.CREDENTIALS.secretKey(),
                "telproof.providers.main.endpoint", endpoint,
                "telproof.providers.ali.access-key-id", AlibabaVendor.CREDENTIALS.accessKeyId(),
                "telproof.providers.ali.access-key-secret",
                    AlibabaVendor.CREDENTIALS.accessKeySecret(),
                "telproof.providers.ali.endpoint", endpoint),
            "the sandbox in this process")
        .withFallback(config)
        .resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
  }

  /** One of each kind. */
  List<Applicant> people() {
    return List.of(
        somebody("fine", Scenario.PLAIN_GOOD),
        // Its line is the youngest in the table.
        somebody("too-young", Scenario.OFF_NETWORK),
        somebody("suspended", Scenario.SUSPENDED),
        somebody("busy-once", Scenario.BUSY_ONCE),
        somebody("lost-reply", Scenario.RESET_BEFORE_REPLY),
        somebody("used-up", Scenario.DAILY_LIMIT));
  }

  /** Somebody whose number plays this scenario, and who types the code that the sandbox sends. */
  static Applicant somebody(String id, Scenario scenario) {
    return new Applicant(
        id, PhoneNumber.of(scenario.phoneNumber(3)), () -> Optional.of(Sensitive.of("123456")));
  }

  Bill bill() {
    return sandbox.bill();
  }

  /** Prints what each operation of each vendor would have cost. */
  void printBill(PrintStream out) {
    Map<String, Map<Billing, Integer>> counts = new TreeMap<>();
    for (Bill.Line line : bill().lines()) {
      counts
          .computeIfAbsent(
              "%-8s %-30s".formatted(line.vendor(), line.operation()), row -> new TreeMap<>())
          .merge(line.billing(), 1, Integer::sum);
    }
    counts.forEach((row, billing) -> out.println(row + billing));
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
