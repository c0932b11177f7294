package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.client.internal.event.CompositeListener;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.VendorTime;
import io.telproof.spi.time.HandTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a provider's keys come from: the configuration, its files, or the application. */
class CredentialsInFilesTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final FakeProvider.Factory factory = new FakeProvider.Factory();

  @TempDir Path folder;

  private TelproofBuilder builder(String block) {
    return Telproof.builder(
            ConfigFactory.parseString("telproof.providers.main { type = fake, " + block + " }"))
        .time(time)
        .only(List.of(factory));
  }

  private Path key(String text) throws IOException {
    return Files.writeString(folder.resolve("key"), text);
  }

  private String current() {
    CredentialsSource source = factory.opened.get(0).environment.credentials().orElseThrow();
    return source.current().secret().reveal();
  }

  @Test
  void a_key_in_a_file_is_read_without_the_lines_end_and_again_when_the_file_changes()
      throws IOException {
    Path file = key("first\n");
    try (Telproof telproof =
        builder("account = a, secret-key = { file = \"" + file + "\" }").open()) {
      assertThat(telproof.offers()).containsOnlyKeys("main");
      assertThat(factory.opened.get(0).settings.secretKey().reveal()).isEqualTo("first");
      assertThat(current()).isEqualTo("first");
      key("second-which-is-longer");
      time.advance(Duration.ofSeconds(2));
      telproof.phoneStatus().check(NUMBER);
      assertThat(current()).isEqualTo("second-which-is-longer");
    }
  }

  @Test
  void a_key_that_stands_in_the_configuration_is_the_settings_own() {
    builder("account = a, secret-key = s").open().close();
    assertThat(factory.opened.get(0).environment.credentials()).isEmpty();
  }

  @Test
  void an_application_that_gives_the_keys_leaves_them_out_of_the_configuration() {
    Credentials own = Credentials.of(Sensitive.of("id"), Sensitive.of("its-own"));
    builder("account = a")
        .credentialsProvider(provider -> Optional.of(ExpiringCredentials.of(own)))
        .open()
        .close();
    assertThat(current()).isEqualTo("its-own");
    assertThat(factory.opened.get(0).settings.secretKey().toString()).isEqualTo("***");
  }

  @Test
  void what_the_vendor_told_its_provider_of_its_time_says_when_the_keys_end() {
    ExpiringCredentials ends =
        new ExpiringCredentials(
            Credentials.of(Sensitive.of("id"), Sensitive.of("its-own")),
            Optional.of(time.now().minus(Duration.ofHours(1))));
    try (Telproof telproof =
        builder("account = a").credentialsProvider(provider -> Optional.of(ends)).open()) {
      CallContext context = CallContext.within(Duration.ofMillis(50));
      assertThatExceptionOfType(VerificationException.class)
          .isThrownBy(() -> telproof.phoneStatus().check(NUMBER, context))
          .withMessageContaining("where the vendor has not told its own time");
      VendorTime.told(
          factory.opened.get(0).environment.profile(), time.now().minus(Duration.ofHours(2)));
      assertThat(telproof.phoneStatus().check(NUMBER, context)).isInstanceOf(Answer.Known.class);
    }
  }

  @Test
  void an_application_that_gives_keys_to_others_leaves_this_one_to_the_configuration() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () -> builder("account = a").credentialsProvider(provider -> Optional.empty()).open())
        .withMessageContaining("telproof.providers.main.secret-key: is missing");
  }

  @Test
  void a_source_of_keys_that_fails_is_a_problem_and_its_message_is_not_told() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () ->
                builder("account = a")
                    .credentialsProvider(
                        provider -> {
                          throw new IllegalStateException("CanaryKey0815");
                        })
                    .open())
        .withMessageContaining("the application's source of keys failed")
        .withMessageContaining("IllegalStateException")
        .satisfies(problem -> assertThat(problem.toString()).doesNotContain("CanaryKey0815"));
  }

  @Test
  void an_examined_key_is_masked_and_its_file_named() throws IOException {
    Path file = key("CanaryKey0815");
    ClientBootstrap opening =
        new ClientBootstrap(
            builder("account = a, secret-key = { file = \"" + file + "\" }"),
            new CompositeListener(List.of()));
    opening.close();
    assertThat(opening.problems.list()).isEmpty();
    assertThat(opening.problems.settings().toString())
        .contains("telproof.providers.main.secret-key, value=*** from " + file)
        .doesNotContain("CanaryKey0815");
  }

  @Test
  void what_is_refused_is_not_shown_as_a_value() {
    for (String wrong :
        List.of(
            "account = a, secret-key = { file = CanaryKey0815 }",
            "account = a, secret-key = s, retries = CanaryKey0815",
            "account = a, secret-key = s, endpoint = \"https://user:CanaryKey0815@host\"",
            "account = a, secret-key = s, network.proxy = \"http://user:CanaryKey0815@host:1\"",
            "type = CanaryKey0815, account = a, secret-key = s")) {
      ClientBootstrap opening =
          new ClientBootstrap(builder(wrong), new CompositeListener(List.of()));
      opening.close();
      assertThat(opening.problems.list()).as(wrong).isNotEmpty();
      assertThat(opening.problems.settings().toString()).doesNotContain("CanaryKey0815");
    }
  }
}
