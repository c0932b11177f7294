package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.Sensitive;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The settings: what they are unless said otherwise, every key, and what cannot be right. */
final class AlibabaSettingsTest {
  private static final String KEY = "access-key-id = id, access-key-secret = secret";

  @Test
  void only_the_access_key_has_to_be_given() {
    AlibabaSettings settings = Settings.of(Map.of());
    assertThat(settings.credentials().token()).isEmpty();
    assertThat(settings.smsCode()).isEmpty();
    assertThat(host(settings, Product.CAMS)).isEqualTo("cams.ap-southeast-1.aliyuncs.com");
    assertThat(host(settings, Product.CLOUDAUTH)).isEqualTo("cloudauth.aliyuncs.com");
    assertThat(host(settings, Product.DYPNSAPI)).isEqualTo("dypnsapi.aliyuncs.com");
  }

  /** Without this, keys in files would be those that the provider was opened with, for ever. */
  @Test
  void the_keys_in_the_settings_are_told_so_that_a_file_that_changes_is_noticed() {
    AlibabaSettings settings = Settings.of(Map.of());
    assertThat(new AlibabaProviderFactory().credentials(settings)).contains(settings.credentials());
  }

  @Test
  void codes_have_six_digits_and_five_minutes_unless_said_otherwise() {
    AlibabaSettings settings = Settings.of(Map.of("signName", "sign", "templateCode", "100001"));
    assertThat(settings.smsCode())
        .contains(new SmsCode("sign", "100001", 6, Duration.ofMinutes(5)));
  }

  @Test
  void a_host_takes_the_place_of_its_product_alone() {
    AlibabaSettings settings =
        Settings.of(
            Map.of(
                "camsHost", "cams.example.com",
                "cloudauthHost", "cloudauth.cn-beijing.aliyuncs.com",
                "dypnsapiHost", "dypnsapi.example.com:8443"));
    assertThat(host(settings, Product.CAMS)).isEqualTo("cams.example.com");
    assertThat(host(settings, Product.CLOUDAUTH)).isEqualTo("cloudauth.cn-beijing.aliyuncs.com");
    assertThat(settings.endpoint(Product.DYPNSAPI))
        .isEqualTo(Endpoint.of("https://dypnsapi.example.com:8443"));
  }

  @ParameterizedTest
  @EnumSource(Product.class)
  void one_endpoint_takes_the_place_of_every_host(Product product) {
    Endpoint one = Endpoint.of("http://127.0.0.1:8080");
    assertThat(
            Settings.of(Map.of("endpoint", one, "camsHost", "cams.example.com")).endpoint(product))
        .isEqualTo(one);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "camsHost      | https://cams.example.com | cams-host must be a host alone",
        "cloudauthHost | cloudauth.example.com/x  | cloudauth-host must be a host alone",
        "dypnsapiHost  | user@dypnsapi.example.com | dypnsapi-host must be a host alone",
        "dypnsapiHost  | a..b                     | dypnsapi-host must be a host alone",
        "camsHost      | cams.example.com:99999   | cams-host must be a host alone",
        "signName      | sign                     | sign-name and template-code go together",
        "templateCode  | 100001                   | sign-name and template-code go together",
        "signName      | ' '                      | sign-name is empty",
        "templateCode  | ''                       | template-code is empty",
        "schemeName    | ' '                      | scheme-name is empty",
        "schemeName    | a-name-of-21-letters-      | scheme-name has at most 20 characters",
      })
  void a_text_that_cannot_be_right_is_named_with_its_setting(
      String component, String value, String says) {
    assertThatThrownBy(() -> Settings.of(Map.of(component, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "codeLength, 3, code-length must be 4 to 8",
    "codeLength, 9, code-length must be 4 to 8"
  })
  void a_number_that_cannot_be_right_is_named_with_its_setting(
      String component, int value, String says) {
    assertThatThrownBy(() -> Settings.of(Map.of(component, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(says);
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "PT-1M", "PT59S", "PT90.5S"})
  void a_validity_that_cannot_be_right_is_refused(Duration validity) {
    assertThatThrownBy(() -> Settings.of(Map.of("codeValidity", validity)))
        .hasMessage("code-validity must be whole seconds, a minute or more");
  }

  @ParameterizedTest
  @CsvSource({"accessKeyId, access-key-id", "securityToken, security-token"})
  void a_key_with_a_character_that_no_header_takes_is_refused_and_not_quoted(
      String component, String key) {
    assertThatThrownBy(() -> Settings.of(Map.of(component, Sensitive.of("canary-ключ"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key)
        .hasMessageNotContaining("canary");
  }

  @Test
  void the_edges_of_what_is_allowed_are_allowed() {
    Settings.of(Map.of("codeLength", 4, "codeValidity", Duration.ofMinutes(1)));
    Settings.of(Map.of("codeLength", 8, "schemeName", "x".repeat(20)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 10/s",
    "limits { pre-validated-number = 1/s }, 1/s",
    "limits { pre-validated-number = 50/s }, 50/s",
    "limits { GetPreValidatePhoneId = 51/s }, 51/s"
  })
  void the_limit_of_cams_is_ten_a_second_unless_the_account_has_another(
      String limits, String inForce) {
    try (Telproof telproof = open(KEY + "\n" + limits)) {
      assertThat(telproof.offers().get("ali"))
          .filteredOn(offer -> offer.check() == CheckType.PRE_VALIDATED_NUMBER)
          .extracting(offer -> offer.limits().toString())
          .containsExactly(inForce);
    }
  }

  @Test
  void the_setting_of_an_earlier_version_is_told_what_to_write_now() {
    assertThatThrownBy(() -> open(KEY + ", cams-per-second = 50"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "providers.ali.cams-per-second: cams-per-second is called limits {"
                + " pre-validated-number = 50/s } now; rename it");
  }

  @Test
  void nothing_secret_is_printed() {
    AlibabaSettings settings =
        Settings.of(
            Map.of(
                "accessKeyId", Sensitive.of("canary-id"),
                "accessKeySecret", Sensitive.of("canary-secret"),
                "securityToken", Sensitive.of("canary-token")));
    assertThat(settings.toString()).doesNotContain("canary");
    assertThat(settings.credentials().toString()).doesNotContain("canary");
  }

  @Test
  void every_key_is_read_from_a_configuration() {
    try (Telproof telproof =
        open(
            KEY
                + """
                , security-token = token, endpoint = "http://127.0.0.1:9"
                cams-host = cams.example.com, cloudauth-host = cloudauth.example.com
                dypnsapi-host = dypnsapi.example.com, sign-name = 签名, template-code = 100001
                scheme-name = shop, code-length = 4, code-validity = 10m
                limits { pre-validated-number = 50/s }
                """)) {
      assertThat(telproof.codeDelivery()).isNotNull();
    }
  }

  @Test
  void everything_wrong_is_reported_at_once_with_the_key_meant() {
    assertThatThrownBy(() -> open("access-key = id, sign-names = x, code-length = six"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("providers.ali.access-key-id: is missing")
        .hasMessageContaining("providers.ali.access-key-secret: is missing")
        .hasMessageContaining("did you mean sign-name?")
        .hasMessageContaining("providers.ali.code-length: expected a whole number");
  }

  @Test
  void every_setting_that_cannot_be_right_is_reported_at_its_key() {
    assertThatThrownBy(
            () ->
                open(
                    KEY
                        + ", code-length = 3, code-validity = 5s, sign-name = x"
                        + ", limits { pre-validated-number = 0/s }"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("providers.ali.code-length: code-length must be 4 to 8")
        .hasMessageContaining("providers.ali.code-validity: code-validity must be whole seconds")
        .hasMessageContaining(
            "providers.ali.limits.pre-validated-number: expected a number of requests, from 1")
        .hasMessageContaining("providers.ali.sign-name: sign-name and template-code go together");
  }

  @Test
  void a_host_that_is_none_is_reported_at_its_own_key() {
    assertThatThrownBy(
            () ->
                open(
                    KEY
                        + ", cams-host = \"https://cams.example.com\", cloudauth-host = \"a b\","
                        + " dypnsapi-host = \"x/y\""))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("providers.ali.cams-host: cams-host must be a host alone")
        .hasMessageContaining("providers.ali.cloudauth-host: cloudauth-host must be a host alone")
        .hasMessageContaining("providers.ali.dypnsapi-host: dypnsapi-host must be a host alone");
  }

  @Test
  void an_endpoint_with_a_path_is_reported_at_its_own_key() {
    assertThatThrownBy(() -> open(KEY + ", endpoint = \"https://cams.example.com/v1\""))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "providers.ali.endpoint: endpoint has a path, and this vendor's requests have none;"
                + " leave the path out");
  }

  @Test
  void a_signature_without_a_template_is_reported_as_a_problem_of_the_configuration() {
    assertThatThrownBy(() -> open(KEY + ", sign-name = x"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("give both to send codes, or neither");
  }

  @Test
  void without_signature_and_template_codes_are_checked_but_not_sent() {
    try (VerificationProvider without = provider(Map.of());
        VerificationProvider with = provider(Map.of("signName", "x", "templateCode", "y"))) {
      assertThat(offered(without))
          .isEqualTo(EnumSet.complementOf(EnumSet.of(CheckType.CODE_DELIVERY, CheckType.SIM_SWAP)));
      assertThat(offered(with)).isEqualTo(EnumSet.complementOf(EnumSet.of(CheckType.SIM_SWAP)));
      for (VerificationProvider provider : List.of(without, with)) {
        assertThat(provider.offers().stream().map(Offer::check).distinct())
            .containsExactlyElementsOf(offered(provider));
      }
    }
  }

  private static Set<CheckType> offered(VerificationProvider provider) {
    Set<CheckType> offered = EnumSet.allOf(CheckType.class);
    offered.removeIf(check -> !check.offeredBy(provider));
    return offered;
  }

  private static VerificationProvider provider(Map<String, ?> settings) {
    return new AlibabaProviderFactory()
        .open("ali", Settings.of(settings), ProviderEnvironment.local(Time.system()));
  }

  private static Telproof open(String block) {
    Config config =
        ConfigFactory.parseString("telproof.providers.ali { type = alibaba, " + block + " }");
    return Telproof.open(config);
  }

  private static String host(AlibabaSettings settings, Product product) {
    return settings.endpoint(product).url().host();
  }
}
