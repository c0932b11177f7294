package io.telproof.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.telproof.Sensitive;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings: what they are unless said otherwise, every key, and what cannot be right. */
final class MetaSettingsTest {
  private static final String WRONG_ID =
      "business-id must be digits alone, as the settings of the business show it";
  private static final String WRONG_VERSION =
      "version must be a version of the Graph API, as in v23.0";

  @Test
  void a_business_and_a_token_are_enough() {
    MetaSettings settings = Settings.of(Map.of());
    assertThat(settings.credentials())
        .isEqualTo(
            Credentials.of(
                Sensitive.of(MetaVendor.BUSINESS_ID),
                Sensitive.of(MetaVendor.CREDENTIALS.token())));
    assertThat(settings.graph()).isEqualTo(Endpoint.of("https://graph.facebook.com"));
    assertThat(settings.pool())
        .isEqualTo("v23.0/" + MetaVendor.BUSINESS_ID + "/preverified_numbers");
  }

  /** Without this, keys in files would be those that the provider was opened with, for ever. */
  @Test
  void the_keys_in_the_settings_are_told_so_that_a_file_that_changes_is_noticed() {
    MetaSettings settings = Settings.of(Map.of());
    assertThat(new MetaProviderFactory().credentials(settings)).contains(settings.credentials());
  }

  @Test
  void the_version_and_the_endpoint_can_be_others() {
    Endpoint sandbox = Endpoint.of("http://127.0.0.1:8080");
    MetaSettings settings = Settings.of(Map.of("endpoint", sandbox, "version", "v25.0"));
    assertThat(settings.graph()).isEqualTo(sandbox);
    assertThat(settings.pool()).startsWith("v25.0/");
  }

  @ParameterizedTest(name = "«{0}»")
  @ValueSource(strings = {"", "0", "012", "12a", "1/2", "-1", "1 2", "1?", "١"})
  void a_business_that_is_none_is_refused(String id) {
    assertThatThrownBy(() -> Settings.of(Map.of("businessId", id))).hasMessage(WRONG_ID);
  }

  @ParameterizedTest(name = "«{0}»")
  @ValueSource(strings = {"", "23.0", "v23", "v0.1", "v23.0/", "v23.0/../v1", "V23.0", "v123.0"})
  void a_version_that_is_none_is_refused(String version) {
    assertThatThrownBy(() -> Settings.of(Map.of("version", version))).hasMessage(WRONG_VERSION);
  }

  @ParameterizedTest(name = "«{0}»")
  @ValueSource(strings = {"EAA 1", "EAA\u00e9", "EAA\n1", "EAA\u007f"})
  void a_token_that_no_header_can_have_is_refused_and_not_repeated(String token) {
    assertThatThrownBy(() -> Settings.of(Map.of("accessToken", Sensitive.of(token))))
        .hasMessageStartingWith("access-token has a character that no token has")
        .hasMessageNotContaining(token);
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    assertThatThrownBy(() -> Settings.of(Map.of("businessId", "x", "version", "y")))
        .hasMessage(WRONG_ID + "\n" + WRONG_VERSION);
  }

  @Test
  void what_cannot_be_right_is_reported_at_its_key() {
    assertThatThrownBy(
            () ->
                Telproof.open(
                    ConfigFactory.parseString(
                        "telproof.providers.main { type = meta, business-id = \"shop\","
                            + " access-token = EAA1, version = \"23\" }")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("providers.main.business-id: ")
        .hasMessageContaining("providers.main.version: ");
  }

  @Test
  void every_key_of_the_page_is_understood() {
    try (Telproof telproof =
        Telproof.open(
            ConfigFactory.parseString(
                """
                telproof.providers.main {
                  type = meta, business-id = 506914307656634, access-token = EAA1
                  app-secret = a1b2, version = v25.0, whole-pool = true
                  endpoint = "https://graph.facebook.com"
                }"""))) {
      assertThat(telproof).isNotNull();
    }
  }
}
