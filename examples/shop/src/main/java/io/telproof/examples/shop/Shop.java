package io.telproof.examples.shop;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.telproof.Charge;
import io.telproof.client.Telproof;
import io.telproof.guice.TelproofModule;
import io.telproof.spi.CheckType;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Signs people up and prints what came of it. No number is printed but masked. */
public final class Shop {
  private static final int MISUSED = 2;

  private final SignUp signUp;
  private final AuditLog auditLog;
  private final MeterRegistry meters;
  private final Telproof telproof;

  @Inject
  Shop(SignUp signUp, AuditLog auditLog, MeterRegistry meters, Telproof telproof) {
    this.signUp = signUp;
    this.auditLog = auditLog;
    this.meters = meters;
    this.telproof = telproof;
  }

  /**
   * Without arguments, a rehearsal on a sandbox in this process; with {@code --config FILE}, the
   * accounts of that file, and numbers from standard input.
   */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.in, System.out, System.err));
  }

  static int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err) {
    try {
      if (arguments.isEmpty()) {
        rehearse(out);
        return 0;
      }
      if (arguments.size() == 2 && arguments.get(0).equals("--config")) {
        trade(Telproof.loadConfig(Path.of(arguments.get(1))), new Keyboard(in, err), out);
        return 0;
      }
    } catch (CreationException | ConfigException e) {
      err.println(e.getMessage());
      return MISUSED;
    }
    err.println("usage: run [--config FILE]");
    return MISUSED;
  }

  private static void rehearse(PrintStream out) {
    try (Rehearsal rehearsal = new Rehearsal()) {
      trade(rehearsal.over(Telproof.loadConfig()), rehearsal.people().iterator(), out);
      out.println("\nTHE SANDBOX'S BILL");
      rehearsal.printBill(out);
    }
  }

  private static void trade(Config config, Iterator<Applicant> people, PrintStream out) {
    Injector injector = Guice.createInjector(new TelproofModule(config), new ShopModule());
    try (Telproof telproof = injector.getInstance(Telproof.class)) {
      injector.getInstance(Shop.class).open(people, out);
      compare(telproof, out);
    }
  }

  void open(Iterator<Applicant> people, PrintStream out) {
    out.println("SIGN-UP     NUMBER          DECISION   BECAUSE");
    Optional<Decision.Accepted> last = Optional.empty();
    while (people.hasNext()) {
      Applicant applicant = people.next();
      Decision decision = signUp.decide(applicant);
      out.println(row(applicant, decision));
      if (decision instanceof Decision.Accepted accepted) {
        last = Optional.of(accepted);
      }
    }
    out.println("\nAUDIT");
    auditLog.records().forEach(entry -> out.println(AuditLog.line(entry)));
    last.ifPresent(accepted -> explain(accepted, out));
    out.println("\nATTEMPTS BY THE METERS");
    for (Charge charge : Charge.values()) {
      out.println("%-9s %d".formatted(charge, attempts(charge)));
    }
  }

  private static String row(Applicant applicant, Decision decision) {
    return "%-11s %-15s %-10s %s"
        .formatted(applicant.id(), applicant.number(), decision.word(), decision.because())
        .stripTrailing();
  }

  private void explain(Decision.Accepted accepted, PrintStream out) {
    out.println("\nWHY THE LAST WHO WAS ACCEPTED IS OLD ENOUGH");
    out.println(telproof.explain(CheckType.TENURE, accepted.age()));
  }

  private static void compare(Telproof telproof, PrintStream out) {
    out.println("\nHOW FAR THE OTHER VENDOR AGREES");
    telproof
        .agreements()
        .forEach((check, report) -> out.println(check.key() + ": " + report.agreement()));
  }

  private long attempts(Charge charge) {
    return (long)
        meters
            .find("telproof.attempt")
            .tag("charge", charge.name().toLowerCase(Locale.ROOT))
            .counters()
            .stream()
            .mapToDouble(Counter::count)
            .sum();
  }
}
