package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.Sensitive;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import io.telproof.spi.http.Endpoint;
import io.telproof.tencent.TencentSettings.Encryption;
import io.telproof.tencent.TencentSettings.VerifyMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TencentSettingsTest {
  @Test
  void the_hosts_are_those_of_the_international_edition_unless_said_otherwise() {
    assertThat(faceid(Map.of())).isEqualTo("faceid.intl.tencentcloudapi.com");
    assertThat(domain(Map.of())).isEqualTo("domain.intl.tencentcloudapi.com");
    assertThat(faceid(Map.of("site", Site.MAINLAND))).isEqualTo("faceid.tencentcloudapi.com");
    assertThat(domain(Map.of("site", Site.MAINLAND))).isEqualTo("domain.tencentcloudapi.com");
  }

  /** Without this, keys in files would be those that the provider was opened with, for ever. */
  @Test
  void the_keys_in_the_settings_are_told_so_that_a_file_that_changes_is_noticed() {
    TencentSettings settings = settings(Map.of());
    assertThat(new TencentProviderFactory().credentials(settings)).contains(settings.credentials());
  }

  @Test
  void a_host_of_a_region_takes_the_place_of_its_product() {
    Map<String, Object> regional =
        Map.of("site", Site.MAINLAND, "faceidHost", "faceid.ap-guangzhou.tencentcloudapi.com");
    assertThat(faceid(regional)).isEqualTo("faceid.ap-guangzhou.tencentcloudapi.com");
    assertThat(domain(regional)).isEqualTo("domain.tencentcloudapi.com");
  }

  @Test
  void one_endpoint_takes_the_place_of_every_host() {
    Map<String, Object> one = Map.of("endpoint", Endpoint.of("http://127.0.0.1:8080"));
    assertThat(faceid(one)).isEqualTo("127.0.0.1");
    assertThat(domain(one)).isEqualTo("127.0.0.1");
  }

  @Test
  void detailed_verification_is_refused_outside_the_mainland_edition() {
    assertThatThrownBy(() -> settings(Map.of("verifyMode", VerifyMode.DETAILED)))
        .hasMessageContaining("verify-mode = detailed")
        .hasMessageContaining("site = mainland");
    assertThat(
            settings(Map.of("verifyMode", VerifyMode.DETAILED, "site", Site.MAINLAND)).detailed())
        .isTrue();
    assertThat(settings(Map.of("verifyMode", VerifyMode.SIMPLE)).detailed()).isFalse();
    assertThat(settings(Map.of("site", Site.MAINLAND)).detailed()).isFalse();
  }

  @Test
  void a_data_key_goes_with_its_blob_and_with_AES() {
    Sensitive some = Sensitive.of("some");
    assertThatThrownBy(
            () -> settings(Map.of("dataKey", some, "encryption", Encryption.AES_256_CBC)))
        .hasMessageContaining("data-key-blob");
    assertThatThrownBy(() -> settings(Map.of("dataKey", some, "dataKeyBlob", some)))
        .hasMessageContaining("aes-256-cbc");
    assertThatThrownBy(
            () ->
                settings(
                    Map.of("dataKey", some, "dataKeyBlob", some, "encryption", Encryption.SM4_GCM)))
        .hasMessageContaining("aes-256-cbc");
  }

  @Test
  void everything_that_cannot_be_right_is_told_at_once_each_beginning_with_its_key() {
    assertThatThrownBy(
            () ->
                settings(
                    Map.of("verifyMode", VerifyMode.DETAILED, "dataKey", Sensitive.of("some"))))
        .message()
        .satisfies(
            message ->
                assertThat(message.lines().map(line -> line.substring(0, line.indexOf(' '))))
                    .containsExactly("verify-mode", "data-key", "data-key"));
  }

  @Test
  void both_keys_of_an_encryption_are_told_where_both_are_wrong() {
    TencentSettings wrong =
        settings(
            Map.of(
                "encryption", Encryption.SM4_GCM,
                "rsaPublicKey", Sensitive.of("none"),
                "sm2PublicKey", Sensitive.of("none")));
    assertThatThrownBy(() -> Sealers.of(wrong))
        .hasMessageContaining("sm2-public-key is ")
        .hasMessageContaining("\nrsa-public-key is ");
  }

  @Test
  void a_host_that_is_none_is_told_at_its_own_key_as_a_host() {
    assertThat(
            problems(
                "faceid-host = \"https://faceid.tencentcloudapi.com\", domain-host = \"a b\","
                    + " encryption = aes-256-cbc"))
        .containsExactly(
            "telproof.providers.main.faceid-host: faceid-host must be a host alone, without"
                + " https:// and without a path",
            "telproof.providers.main.domain-host: domain-host must be a host alone, without"
                + " https:// and without a path");
  }

  @Test
  void an_endpoint_with_a_path_is_told_at_its_own_key() {
    assertThat(problems("endpoint = \"https://faceid.tencentcloudapi.com/v1\""))
        .containsExactly(
            "telproof.providers.main.endpoint: endpoint has a path, and this vendor's requests have"
                + " none; leave the path out");
  }

  private static List<String> problems(String block) {
    ConfigurationException wrong =
        catchThrowableOfType(
            ConfigurationException.class,
            () ->
                Telproof.open(
                    ConfigFactory.parseString(
                        "telproof.providers.main { type = tencent, secret-id = id, secret-key = key,"
                            + block
                            + " }")));
    return wrong.problems().stream()
        .map(problem -> problem.path() + ": " + problem.says())
        .toList();
  }

  private static String faceid(Map<String, ?> more) {
    return settings(more).faceid().url().host();
  }

  private static String domain(Map<String, ?> more) {
    return settings(more).domain().url().host();
  }

  private static TencentSettings settings(Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(more);
    all.put("secretId", Sensitive.of("AKIDexample"));
    all.put("secretKey", Sensitive.of("a-secret-key"));
    return Settings.of(all);
  }
}
