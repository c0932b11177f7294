package io.telproof.classpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.sandbox.Fault;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The versions of our libraries that applications have: the lowest that works, and what does not.
 */
class OtherVersionsTest {
  private static final String OKHTTP = "okhttp";
  private static final String OKIO = "okio";
  private static final String KOTLIN = "kotlin-stdlib";

  private static final List<Fault> FAULTS =
      List.of(
          Fault.RESET_BEFORE_REPLY,
          Fault.DISCONNECT,
          Fault.STALL,
          Fault.HALF_REPLY,
          Fault.HTML_502,
          Fault.EMPTY_200,
          Fault.REDIRECT_307,
          Fault.HTTP_429,
          Fault.HTTP_503,
          Fault.MORE_THAN_ANNOUNCED);

  /** A class path with a name. */
  private record With(ClassPath path, List<String> jars) {
    @Override
    public String toString() {
      return String.join(", ", jars);
    }
  }

  private static With beside(String... jars) {
    return new With(ClassPath.ours().first(jars), List.of(jars));
  }

  private static With instead(List<String> of, String... jars) {
    ClassPath rest = ClassPath.ours().without(of.toArray(String[]::new));
    return new With(rest.first(jars), List.of(jars));
  }

  static List<With> working() {
    return List.of(
        beside("okhttp-4.12.0.jar"),
        instead(
            List.of(OKHTTP, OKIO, KOTLIN, "jackson-core", "resilience4j", "slf4j", "config-"),
            "okhttp-4.0.1.jar",
            "okio-2.8.0.jar",
            "kotlin-stdlib-1.4.10.jar",
            "jackson-core-2.16.2.jar",
            "resilience4j-circuitbreaker-2.0.2.jar",
            "resilience4j-core-2.0.2.jar",
            "slf4j-api-1.7.36.jar",
            "slf4j-nop-1.7.36.jar",
            "config-1.3.4.jar"),
        instead(
            List.of("resilience4j", "micrometer-core"),
            "okio-jvm-3.13.0.jar",
            "kotlin-stdlib-1.8.10.jar",
            "resilience4j-circuitbreaker-2.2.0.jar",
            "resilience4j-core-2.2.0.jar",
            "micrometer-core-1.9.17.jar"));
  }

  @ParameterizedTest
  @MethodSource("working")
  void works(With with) {
    try (Vendor vendor = new Vendor()) {
      assertThat(with.path().run("ask", vendor.configuration(), Vendor.NUMBER))
          .containsExactly("SUSPENDED", "SUSPENDED", "counted 2");
      assertThat(with.path().run("ask", vendor.operatorsConfiguration(), Vendor.OPERATORS_NUMBER))
          .as("with an access token")
          .containsExactly("SUSPENDED", "SUSPENDED", "counted 2");
    }
  }

  /** How many requests the vendor sees, and what is said of them, is not OkHttp's to decide. */
  @Test
  void a_fault_ends_with_OkHttp_4_as_it_ends_with_5() throws IOException {
    try (URLClassLoader four = beside("okhttp-4.12.0.jar").path().loader();
        URLClassLoader five = ClassPath.ours().loader()) {
      for (Fault fault : FAULTS) {
        assertThat(ended(four, fault)).as(fault.sentence()).isEqualTo(ended(five, fault));
      }
    }
  }

  private static List<String> ended(URLClassLoader loader, Fault fault) {
    try (Vendor vendor = new Vendor()) {
      vendor.sandbox.faults().next(fault);
      List<String> said =
          ClassPath.run(
              loader,
              loader,
              "ask",
              vendor.configuration() + Vendor.ONCE,
              Vendor.NUMBER,
              fault == Fault.STALL ? "500" : "10000");
      assertThat(vendor.sandbox.heard()).as(said.toString()).hasSize(1);
      return said;
    }
  }

  @Test
  void TLS_is_spoken_with_OkHttp_4_too(@TempDir Path folder) throws IOException {
    HeldCertificate held =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder().heldCertificate(held).build();
    try (MockWebServer server = new MockWebServer()) {
      server.useHttps(certificates.sslSocketFactory());
      for (String id : List.of("first", "second")) {
        server.enqueue(
            new MockResponse.Builder()
                .body(
                    """
                    {"Response": {"Result": "0", "StatusCode": 1, "RequestId": "%s"}}
                    """
                        .formatted(id))
                .build());
      }
      server.start();
      Path trusted = Files.writeString(folder.resolve("ca.pem"), held.certificatePem());
      assertThat(
              beside("okhttp-4.12.0.jar")
                  .path()
                  .run(
                      "ask",
                      """
                      telproof.providers.main {
                        type = tencent, secret-id = an-id, secret-key = a-key, endpoint = "%s"
                        network.ca-file = "%s"
                      }
                      """
                          .formatted(
                              "https://localhost:" + server.getPort(), trusted.toUri().getPath()),
                      Vendor.NUMBER))
          .containsExactly("SUSPENDED", "SUSPENDED", "counted 2");
    }
  }

  static List<With> refused() {
    return List.of(
        beside("okhttp-3.14.9.jar"),
        instead(List.of(OKHTTP, OKIO), "okhttp-3.14.9.jar", "okio-1.17.2.jar"),
        beside("okio-jvm-3.6.0.jar"),
        beside("okio-1.17.2.jar"),
        beside("kotlin-stdlib-1.6.21.jar"),
        beside("jackson-core-2.15.4.jar"),
        instead(List.of("jackson-core"), "jackson-core-2.9.10.jar"),
        instead(
            List.of("resilience4j"),
            "resilience4j-circuitbreaker-1.7.1.jar",
            "resilience4j-core-1.7.1.jar"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void is_refused_as_it_is_opened_with_the_version_the_jar_and_the_cure(With with) {
    String jar = with.jars().get(0);
    String version = jar.substring(jar.lastIndexOf('-') + 1, jar.length() - ".jar".length());
    assertThatThrownBy(() -> with.path().run("ask", Vendor.NOWHERE, Vendor.NUMBER))
        .hasMessageContaining("has a problem:\n  telproof: ")
        .hasMessageContaining(
            " "
                + version
                + " is on the class path, and Telproof cannot work with it: give the build ")
        .hasMessageContaining(" or later; who brings this one is told by mvn dependency:tree")
        .hasMessageContaining("other-versions/" + jar);
  }

  @Test
  void what_is_not_there_is_named_too() {
    assertThat(ClassPath.ours().without("resilience4j").run("problems", Vendor.NOWHERE))
        .singleElement()
        .asString()
        .contains("Resilience4j is not on the class path")
        .contains("io.github.resilience4j:resilience4j-circuitbreaker");
  }

  @Test
  void what_is_half_there_is_told_by_what_it_lacks() {
    ClassPath half = ClassPath.ours().without("resilience4j-core");
    assertThatThrownBy(() -> half.run("ask", Vendor.NOWHERE, Vendor.NUMBER))
        .hasMessageContaining("telproof: a library is not whole")
        .hasMessageContaining("(NoClassDefFoundError: io/github/resilience4j/core/");
  }
}
