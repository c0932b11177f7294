package io.telproof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom in the core. */
final class CoreArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.telproof");

  @Test
  void the_vocabulary_knows_nobody() {
    knows(
        "io.telproof",
        "an application that reads an answer needs no library for it",
        "io.telproof",
        "java..",
        "org.jspecify..");
  }

  @Test
  void time_knows_nobody() {
    knows(
        "io.telproof.spi.time",
        "everything waits by it",
        "io.telproof.spi.time",
        "java..",
        "org.jspecify..");
  }

  @Test
  void rate_limits_know_time_alone() {
    knows(
        "io.telproof.spi.ratelimit",
        "a limit that many processes share knows no HTTP",
        "io.telproof.spi.ratelimit",
        "io.telproof.spi.time",
        "java..",
        "org.jspecify..");
  }

  @Test
  void what_a_reply_means_is_found_without_a_connection() {
    knows(
        "io.telproof.spi.reply",
        "a table can be tested without a vendor",
        "io.telproof",
        "io.telproof.spi.reply",
        "java..",
        "okhttp3",
        "kotlin..",
        "com.fasterxml.jackson.core..",
        "org.jspecify..",
        "org.slf4j..");
  }

  @Test
  void the_gateway_knows_replies_limits_and_time() {
    knows(
        "io.telproof.spi.http",
        "it is below the provider, and knows none",
        "io.telproof",
        "io.telproof.spi.http",
        "io.telproof.spi.http.internal",
        "io.telproof.spi.http.internal.token",
        "io.telproof.spi.reply",
        "io.telproof.spi.ratelimit",
        "io.telproof.spi.time",
        "java..",
        "javax.crypto..",
        "javax.net..",
        "okhttp3..",
        "okio..",
        "kotlin..",
        "org.jspecify..",
        "org.slf4j..");
  }

  @Test
  void a_connection_knows_neither_a_gateway_nor_a_client_of_HTTP() {
    knows(
        "io.telproof.spi.http.internal",
        "it is what a gateway stands on",
        "io.telproof.spi.http.internal",
        "io.telproof.spi.reply",
        "io.telproof.spi.ratelimit",
        "io.telproof.spi.time",
        "java..",
        "javax.net..",
        "org.jspecify..");
  }

  @Test
  void a_token_that_is_shared_knows_neither_a_vendor_nor_a_gateway() {
    knows(
        "io.telproof.spi.http.internal.token",
        "whoever waits for it has a gateway of its own",
        "io.telproof",
        "io.telproof.spi.http.internal.token",
        "io.telproof.spi.time",
        "java..",
        "org.jspecify..",
        "org.slf4j..");
  }

  @Test
  void the_grants_of_OAuth_are_what_a_provider_could_write_itself() {
    knows(
        "io.telproof.spi.http.oauth",
        "a vendor that differs has one of its own in its module",
        "io.telproof",
        "io.telproof.spi.http",
        "io.telproof.spi.http.oauth",
        "io.telproof.spi.ratelimit",
        "io.telproof.spi.reply",
        "java..",
        "kotlin..",
        "okhttp3",
        "org.jspecify..");
  }

  @Test
  void a_provider_is_described_by_the_vocabulary_and_these_four() {
    knows(
        "io.telproof.spi",
        "whoever describes a provider does not send",
        "io.telproof",
        "io.telproof.spi",
        "io.telproof.spi.http",
        "io.telproof.spi.reply",
        "io.telproof.spi.ratelimit",
        "io.telproof.spi.time",
        "java..",
        "javax.crypto..",
        "okhttp3",
        "org.jspecify..");
  }

  @Test
  void a_ledger_knows_the_vocabulary_the_checks_and_time() {
    knows(
        "io.telproof.spi.ledger",
        "who keeps it sends nothing",
        "io.telproof",
        "io.telproof.spi",
        "io.telproof.spi.ledger",
        "io.telproof.spi.time",
        "java..",
        "org.jspecify..");
  }

  @Test
  void nothing_waits_or_reads_a_clock_but_the_systems_time() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.telproof.spi.time.SystemTime")
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .because("time is an input")
        .check(CORE);
  }

  @Test
  void packages_have_no_cycles() {
    slices()
        .matching("io.telproof.(**)")
        .should()
        .beFreeOfCycles()
        .because("each package can be understood after those below it")
        .check(CORE);
  }

  private static void knows(String who, String because, String... whom) {
    classes()
        .that()
        .resideInAPackage(who)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(whom)
        .because(because)
        .check(CORE);
  }
}
