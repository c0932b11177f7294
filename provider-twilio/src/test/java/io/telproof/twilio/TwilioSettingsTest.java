package io.telproof.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.telproof.Sensitive;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.twilio.TwilioVendor;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings: what they are unless said otherwise, every key, and what cannot be right. */
final class TwilioSettingsTest {
  private static final String SERVICE = TwilioVendor.SERVICE_SID;

  @Test
  void a_key_is_enough_and_the_hosts_are_those_of_the_region() {
    TwilioSettings settings = Settings.of(Map.of());
    assertThat(settings.credentials())
        .isEqualTo(
            Credentials.of(
                Sensitive.of(TwilioVendor.CREDENTIALS.sid()),
                Sensitive.of(TwilioVendor.CREDENTIALS.secret())));
    assertThat(settings.lookups()).isEqualTo(Endpoint.of("https://lookups.twilio.com"));
    assertThat(settings.verify()).isEqualTo(Endpoint.of("https://verify.twilio.com"));
    assertThat(Settings.of(Map.of("region", Region.US1)).lookups())
        .isEqualTo(Endpoint.of("https://lookups.twilio.com"));
    assertThat(Settings.of(Map.of("region", Region.IE1)).lookups())
        .isEqualTo(Endpoint.of("https://lookups.dublin.ie1.twilio.com"));
  }

  /** Without this, keys in files would be those that the provider was opened with, for ever. */
  @Test
  void the_keys_in_the_settings_are_told_so_that_a_file_that_changes_is_noticed() {
    TwilioSettings settings = Settings.of(Map.of());
    assertThat(new TwilioProviderFactory().credentials(settings)).contains(settings.credentials());
  }

  @Test
  void one_endpoint_takes_the_place_of_both_hosts() {
    Endpoint sandbox = Endpoint.of("http://127.0.0.1:8080");
    TwilioSettings settings = Settings.of(Map.of("endpoint", sandbox, "region", Region.IE1));
    assertThat(settings.lookups()).isEqualTo(sandbox);
    assertThat(settings.verify()).isEqualTo(sandbox);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"SK 1", "SK1:", "SK1\u00e9", "SK1\n2"})
  void a_key_that_no_header_can_have_is_refused_and_not_repeated(String sid) {
    assertThatThrownBy(() -> Settings.of(Map.of("keySid", Sensitive.of(sid))))
        .hasMessageStartingWith("key-sid has a character that no SID has")
        .hasMessageNotContaining(sid);
  }

  @ParameterizedTest(name = "«{0}»")
  @ValueSource(
      strings = {
        "",
        "VA",
        "MG5e1f0a7c5a11d0b05e1f0a7c5a11d0b0",
        "va5e1f0a7c5a11d0b05e1f0a7c5a11d0b0",
        "VA5e1f0a7c5a11d0b05e1f0a7c5a11d0b",
        "VA5e1f0a7c5a11d0b05e1f0a7c5a11d0b00",
        "VA5e1f0a7c5a11d0b05e1f0a7c5a11d0/0",
      })
  void a_service_that_is_none_is_refused(String sid) {
    assertThatThrownBy(() -> Settings.of(Map.of("serviceSid", sid)))
        .hasMessage(
            "service-sid must be VA and 32 hexadecimal digits, as the console shows it under"
                + " Verify");
  }

  @Test
  void what_is_of_no_use_without_codes_is_refused_and_all_at_once() {
    assertThatThrownBy(() -> Settings.of(Map.of("channel", Channel.CALL, "email", true)))
        .hasMessage(
            """
            channel is used only where service-sid is there; leave it out
            email is used only where service-sid is there; leave it out""");
  }

  @Test
  void codes_and_the_region_of_Ireland_exclude_each_other() {
    assertThatThrownBy(() -> Settings.of(Map.of("serviceSid", SERVICE, "region", Region.IE1)))
        .hasMessageStartingWith("service-sid cannot be used where region is ie1")
        .hasMessageEndingWith("write a second provider for codes");
    assertThat(Settings.of(Map.of("serviceSid", SERVICE, "region", Region.US1)).verify())
        .isEqualTo(Endpoint.of("https://verify.twilio.com"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "region = us1",
        "region = ie1",
        "channel = sms",
        "channel = call",
        "channel = whatsapp",
        "email = true",
        "least-grade = exact-match",
        "least-grade = high-partial-match",
        "least-grade = partial-match",
        "partial-match = match",
        "partial-match = undisclosed",
      })
  void every_word_of_the_page_is_understood(String line) {
    String service = line.equals("region = ie1") ? "" : "service-sid = " + SERVICE + "\n";
    try (Telproof telproof = open(service + line + "\n")) {
      assertThat(telproof).isNotNull();
    }
  }

  private static Telproof open(String block) {
    return Telproof.open(
        ConfigFactory.parseString(
            "telproof.providers.main { type = twilio, key-sid = SK1, key-secret = s\n"
                + block
                + "}"));
  }

  @Test
  void a_word_that_is_none_is_refused_where_it_stands() {
    assertThatThrownBy(() -> open("region = de1\nchannel = pigeon\nleast-grade = no-match\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("providers.main.region: ")
        .hasMessageContaining("expected one of us1, ie1")
        .hasMessageContaining("expected one of sms, call, whatsapp")
        .hasMessageContaining("expected one of exact-match, high-partial-match, partial-match");
  }

  @Test
  void what_cannot_be_right_is_reported_at_its_key() {
    assertThatThrownBy(() -> open("service-sid = VA1\nregion = ie1\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("providers.main.service-sid: ");
  }
}
