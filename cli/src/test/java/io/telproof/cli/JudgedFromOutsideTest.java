package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import io.telproof.cli.Session.Outcome;
import io.telproof.client.ConfigurationReport;
import io.telproof.client.Problem;
import io.telproof.client.Telproof;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration of an application elsewhere: what can be judged is, and the rest is said. */
final class JudgedFromOutsideTest {
  private static final String MAIN =
      "telproof.providers.main { type = tencent, secret-id = i, secret-key = s }\n";

  @TempDir private Path folder;

  private ConfigurationReport examined(String text) throws IOException {
    return Telproof.examine(Files.writeString(folder.resolve("app.conf"), text));
  }

  private static List<String> told(List<Problem> problems) {
    return problems.stream().map(each -> each.path() + ": " + each.says()).toList();
  }

  @Test
  void a_type_of_the_applications_own_is_no_problem_and_its_routes_are_taken() throws IOException {
    ConfigurationReport report =
        examined(
            MAIN
                + "telproof.providers.own { type = in-house, any = thing }\n"
                + "telproof.routes { tenure = [own, main], identity-match = own }\n");
    assertThat(report.problems()).isEmpty();
    assertThat(told(report.notes()))
        .singleElement()
        .asString()
        .startsWith(
            "telproof.providers.own.type: no module of this type is known here, and nothing in this"
                + " block was looked at");
    assertThat(report.notes().get(0).where()).endsWith("app.conf: 2");
    assertThat(report.routes())
        .anySatisfy(each -> assertThat(each).startsWith("tenure: own, then main ("))
        .anySatisfy(each -> assertThat(each).contains(", as far as is seen here"));
  }

  @Test
  void what_can_be_judged_beside_it_is() throws IOException {
    ConfigurationReport report =
        examined(
            MAIN
                + """
                telproof.providers {
                  own { type = in-house, network.proxy = nowhere }
                  slip { type = tencnt }
                }
                telproof.routes { tenure = [own, mian], code-delivery = [own, own] }
                """);
    assertThat(report.problems())
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "telproof.providers.own.network.proxy",
            "telproof.providers.slip.type",
            "telproof.routes.tenure",
            "telproof.routes.code-delivery");
  }

  @Test
  void a_provider_and_keys_that_may_be_given_in_code_are_told_as_such() throws IOException {
    ConfigurationReport report =
        examined(
            "telproof.providers.main { type = tencent }\ntelproof.routes.tenure = [main, given]");
    assertThat(report.problems()).isEmpty();
    assertThat(told(report.notes()))
        .containsExactly(
            "telproof.providers.main: without secret-id and secret-key: right only where the"
                + " application gives the keys itself",
            "telproof.routes.tenure: there is no provider given: right only where the application"
                + " gives one itself");
    assertThat(examined("telproof.providers.main { type = tencent, secret-id = a }").problems())
        .extracting(Problem::path)
        .containsExactly("telproof.providers.main.secret-key");
  }

  @Test
  void the_application_itself_is_told_all_of_it_as_problems() throws IOException {
    Config config =
        Telproof.loadConfig(
            Files.writeString(
                folder.resolve("app.conf"),
                "telproof.providers { own { type = in-house }, main { type = tencent } }\n"
                    + "telproof.routes.tenure = given"));
    assertThat(Telproof.examine(config).problems())
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "telproof.providers.own.type",
            "telproof.providers.main.secret-id",
            "telproof.providers.main.secret-key",
            "telproof.routes.tenure");
  }

  @Test
  void an_address_that_is_included_is_not_asked() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(1);
      String address =
          "http://user:CanaryKey@127.0.0.1:" + server.getLocalPort() + "/a.conf?t=CanaryKey";
      for (String include : List.of("include url(\"%s\")", "include \"%s\"")) {
        ConfigurationReport report = examined(include.formatted(address) + "\n" + MAIN);
        assertThat(report.problems()).isEmpty();
        assertThat(told(report.notes()))
            .containsExactly(
                "include: the file of http://127.0.0.1:"
                    + server.getLocalPort()
                    + " is not fetched here, because nothing is sent: a key that stands there may be"
                    + " told as missing");
      }
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void a_file_on_this_machine_is_included_by_its_address() throws IOException {
    Path inner = Files.writeString(folder.resolve("inner.conf"), MAIN);
    ConfigurationReport report = examined("include url(\"" + inner.toUri() + "\")");
    assertThat(report.problems()).isEmpty();
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void what_is_included_and_not_there_is_noted_with_the_file_that_names_it() throws IOException {
    Files.writeString(folder.resolve("inner.conf"), "include file(\"/no/such.conf\")");
    Files.writeString(folder.resolve("empty.conf"), "");
    ConfigurationReport report =
        examined(MAIN + "include \"secrets\"\ninclude \"inner.conf\"\ninclude \"empty.conf\"");
    assertThat(report.problems()).isEmpty();
    assertThat(report.notes())
        .extracting(Problem::says)
        .containsExactly(
            "secrets is not there, and nothing is included; where it has to be, write include"
                + " required(…)",
            "/no/such.conf is not there, and nothing is included; where it has to be, write"
                + " include required(…)");
    assertThat(report.notes())
        .extracting(Problem::where)
        .containsExactly(
            folder.resolve("app.conf").toString(), folder.resolve("inner.conf").toString());
  }

  @Test
  void a_key_file_that_others_may_change_is_noted() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "k");
    String text =
        "telproof.providers.main { type = tencent, secret-id = i\n secret-key = { file = \""
            + key
            + "\" } }";
    for (String rights : List.of("rw-rw-rw-", "rw--w----", "rw-----w-")) {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(rights));
      ConfigurationReport report = examined(text);
      assertThat(report.problems()).isEmpty();
      assertThat(told(report.notes()))
          .containsExactly(
              "telproof.providers.main.secret-key: the file "
                  + key
                  + " may be changed by others ("
                  + rights
                  + "); take that right away, as by chmod 600");
      assertThat(report.notes().get(0).where()).endsWith("app.conf: 2");
    }
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(examined(text).notes()).isEmpty();
  }

  @Test
  void answers_may_be_kept_although_this_command_keeps_none() throws IOException {
    ConfigurationReport report = examined(MAIN + "telproof.cache.tenure = 10m");
    assertThat(report.problems()).isEmpty();
    assertThat(told(report.notes()))
        .containsExactly(
            "telproof.cache: answers are kept by Caffeine: the application needs"
                + " com.github.ben-manes.caffeine:caffeine on its class path");
  }

  @Test
  void the_command_prints_the_notes_before_the_problems_and_they_alone_are_no_failure() {
    Outcome outcome =
        Session.PLAIN.run(
            "config",
            "check",
            Session.file(
                folder,
                MAIN + "include \"more.conf\"\ntelproof.providers.own { type = in-house }"));
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .contains("\n2 notes\n  include: more.conf is not there")
        .containsPattern("\n  telproof.providers.own.type: no module of .*telproof.conf: 3\\)\n")
        .endsWith("\n\nNo problems; see the notes.\n");
  }
}
