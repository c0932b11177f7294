package io.telproof.cli;

import io.telproof.sandbox.Check;
import io.telproof.sandbox.Scenario;
import io.telproof.spi.Capability;
import java.io.PrintStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a person needs to know of a sandbox that was started. */
final class SandboxPage {
  private final PrintStream out;
  private final boolean colour;

  SandboxPage(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  /** Prints. The table is long: what is needed first comes last, next to the reader's eye. */
  void print(URI endpoint) {
    heading("Magic numbers: +8613800138SSn and scenario-SS@example.com, SS as below, n any digit");
    for (Scenario scenario : Scenario.values()) {
      print(scenario);
    }
    out.println();
    heading("Configuration; the credentials open nothing anywhere else");
    configuration(endpoint);
    out.println();
    line("endpoint", endpoint.toString());
    line("bill", "GET " + endpoint + "/bill");
    line("magic numbers", "GET " + endpoint + "/magic-numbers");
    out.println();
    out.println("Ctrl-C ends it.");
    out.flush();
  }

  /** What is special about a scenario; of the plain good one, everything. */
  private void print(Scenario scenario) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Check check : Check.values()) {
      String answer = scenario.answers(check);
      if (scenario == Scenario.PLAIN_GOOD || !answer.equals(Scenario.PLAIN_GOOD.answers(check))) {
        answers.put(check.slug(), answer);
      }
    }
    out.println("  %02d  %s".formatted(scenario.number(), scenario.sentence()));
    if (answers.size() == Check.values().length && Set.copyOf(answers.values()).size() == 1) {
      answer("every check", scenario.answers(Check.PHONE_STATUS));
    } else {
      answers.forEach(this::answer);
    }
  }

  private void answer(String check, String answer) {
    out.println(Colour.LABEL.paint("      %-22s".formatted(check), colour) + answer);
  }

  private void configuration(URI endpoint) {
    out.println("  telproof {");
    out.println("    providers {");
    for (SimulatedVendor vendor : SimulatedVendor.values()) {
      out.println("      " + vendor.line(endpoint));
    }
    out.println("    }");
    out.println("    routes {");
    for (Capability check : Capability.values()) {
      out.println("      " + check.key() + " = " + SimulatedVendor.answering(check).word());
    }
    out.println("    }");
    out.println("  }");
  }

  private void heading(String text) {
    out.println(Colour.KNOWN.paint(text, colour));
  }

  private void line(String label, String text) {
    out.println(Colour.LABEL.paint("%-16s".formatted(label), colour) + text);
  }
}
