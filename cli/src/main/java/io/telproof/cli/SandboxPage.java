package io.telproof.cli;

import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.camara.CamaraCredentials;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.spi.CheckType;
import java.net.URI;
import java.util.List;

/** What a person needs to know of a sandbox that was started. */
final class SandboxPage {
  /** One of each kind, to begin with: an answer, none, a failure, and a reply that is lost. */
  private static final List<Scenario> FIRST =
      List.of(
          Scenario.PLAIN_GOOD,
          Scenario.SUSPENDED,
          Scenario.NO_RECORD,
          Scenario.BUSY_ONCE,
          Scenario.THROTTLED,
          Scenario.RESET_BEFORE_REPLY,
          Scenario.CODE_WRONG);

  private final Screen screen;

  SandboxPage(Screen screen) {
    this.screen = screen;
  }

  /**
   * Prints. What is needed first comes last, next to the reader's eye; the table of all magic
   * numbers is too long to stand above it.
   *
   * @param page where the page for people is, with the token where one was made for it
   * @param guarded whether the sandbox's own pages need a token
   */
  void print(URI endpoint, URI page, boolean guarded) {
    heading(
        "Magic numbers: +8613800138SSn, of a CAMARA operator +990123400SSn, of the United States"
            + " +120155501SS, and scenario-SS@example.com, n any digit. Some SS; the page has all:");
    for (Scenario scenario : FIRST) {
      screen.line("  %02d  %s".formatted(scenario.number(), scenario.sentence()));
    }
    screen.end();
    heading("Configuration; the credentials open nothing anywhere else");
    configuration(endpoint).lines().forEach(line -> screen.line("  " + line));
    screen.end();
    line("page", page.toString());
    if (guarded) {
      line("token", "for the page and for what follows: Authorization: Bearer TOKEN");
    }
    line("endpoint", endpoint.toString());
    line("bill", "GET " + endpoint + "/bill");
    line("magic numbers", "GET " + endpoint + "/magic-numbers, and on the page: Numbers");
    line("camara tokens", "POST " + endpoint + "/oauth2/token, " + client());
    line("keys", "GET " + endpoint + "/keys, POST …/keys/ID/revoke or …/restore");
    line("faults", "GET " + endpoint + "/faults, POST …/faults/NAME?times=3");
    line("clocks", "GET " + endpoint + "/clock, POST …/clock/VENDOR?ahead=PT5M");
    line("limits", "GET " + endpoint + "/limits, POST …/limits/VENDOR/OPERATION?perSecond=2");
    line("requests", "GET " + endpoint + "/requests, and as they arrive …/events");
    screen.end();
    screen.line("Ctrl-C ends it.");
    screen.flush();
  }

  /** A configuration with all vendors of the sandbox, as a person copies it into a file. */
  static String configuration(URI endpoint) {
    StringBuilder text = new StringBuilder("telproof {\n  providers {\n");
    for (SimulatedVendor vendor : SimulatedVendor.values()) {
      text.append("    ").append(vendor.word()).append(" {\n");
      vendor.assignments(endpoint).forEach(each -> text.append("      ").append(each).append('\n'));
      text.append("    }\n");
    }
    text.append("  }\n  routes {\n");
    for (CheckType check : CheckType.values()) {
      List<String> asked = SimulatedVendor.route(check);
      text.append("    ").append(check.key()).append(" = ");
      text.append(asked.size() == 1 ? asked.get(0) : "[" + String.join(", ", asked) + "]");
      text.append('\n');
    }
    return text.append("  }\n}\n").toString();
  }

  /** For whoever asks the operator from another language, where a token comes first. */
  private static String client() {
    CamaraCredentials client = CamaraVendor.CREDENTIALS;
    return "client_id " + client.clientId() + ", client_secret " + client.clientSecret();
  }

  private void heading(String text) {
    screen.line(Colour.KNOWN, text);
  }

  private void line(String label, String text) {
    screen.part(Colour.LABEL, "%-16s".formatted(label)).line(text);
  }
}
