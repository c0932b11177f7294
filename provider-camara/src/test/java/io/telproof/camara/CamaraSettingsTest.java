package io.telproof.camara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import io.telproof.Sensitive;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import io.telproof.spi.Coverage;
import io.telproof.spi.MultilineSecret;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.oauth.ClientAuthentication;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings: what they are unless said otherwise, every key, and what cannot be right. */
final class CamaraSettingsTest {
  private static final String PLACES =
      """
      api-root = "https://api.operator.example/camara"
      token-endpoint = "https://auth.operator.example/token"
      client-id = the-shop
      """;

  @Test
  void a_key_and_three_words_of_the_operator_are_enough() {
    CamaraSettings settings = Settings.of(Map.of());
    assertThat(settings.credentials())
        .isEqualTo(Credentials.of(Sensitive.of("the-shop"), Sensitive.of(Keys.PEM)));
    assertThat(settings.tokenPerPerson()).isFalse();
    assertThat(settings.day()).isEqualTo(ZoneOffset.UTC);
    assertThat(settings.threshold()).isEmpty();
    assertThat(Settings.of(Map.of("zone", "Europe/Madrid")).day())
        .isEqualTo(ZoneId.of("Europe/Madrid"));
    assertThat(Settings.of(Map.of("monthsOfInterest", 6)).threshold()).hasValue(6);
    assertThat(Settings.of(Map.of("grant", TokenGrant.JWT_BEARER)).tokenPerPerson()).isTrue();
    assertThat(Settings.of(Map.of("grant", TokenGrant.CLIENT_CREDENTIALS)).tokenPerPerson())
        .isFalse();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "keyId   | ' '      | key-id is empty; give it a value or leave it out",
        "purpose | FraudPreventionAndDetection | purpose must be dpv: and one word, as in dpv:FraudPreventionAndDetection",
        "purpose | dpv:     | purpose must be dpv: and one word, as in dpv:FraudPreventionAndDetection",
        "purpose | dpv:A dpv:B | purpose must be dpv: and one word, as in dpv:FraudPreventionAndDetection",
        "zone    | Madrid   | zone must be a time zone, as in Europe/Madrid or +08:00",
        "message | your code | message must contain {{code}}, in whose place the operator puts the code",
        "message | your {code} | message must contain {{code}}, in whose place the operator puts the code",
        "subscriptionStatusPath | a/b | subscription-status-path must be one part of a path, without a slash, as in v1",
        "subscriptionStatusVersion | v1/ | subscription-status-version must be one part of a path, without a slash, as in v1",
        "deviceReachabilityStatusVersion | .. | device-reachability-status-version must be one part of a path, without a slash, as in v1",
        "kycTenureVersion | '' | kyc-tenure-version must be one part of a path, without a slash, as in v1",
        "kycMatchVersion | v%201 | kyc-match-version must be one part of a path, without a slash, as in v1",
        "oneTimePasswordSmsVersion | ' v1' | one-time-password-sms-version must be one part of a path, without a slash, as in v1",
        "numberRecyclingVersion | v0.2/x | number-recycling-version must be one part of a path, without a slash, as in v1",
        "simSwapVersion | / | sim-swap-version must be one part of a path, without a slash, as in v1",
        "numberRecyclingScope | a  b | number-recycling-scope must be a scope, or several with one blank between two",
        "simSwapScope | ' ' | sim-swap-scope must be a scope, or several with one blank between two",
        "subscriptionStatusScope | '' | subscription-status-scope must be a scope, or several with one blank between two",
        "deviceReachabilityStatusScope | a  b | device-reachability-status-scope must be a scope, or several with one blank between two",
        "kycTenureScope | ä | kyc-tenure-scope must be a scope, or several with one blank between two",
        "kycMatchScope | ' a' | kyc-match-scope must be a scope, or several with one blank between two",
        "oneTimePasswordSmsScope | a\\b | one-time-password-sms-scope must be a scope, or several with one blank between two",
      })
  void a_text_that_cannot_be_right_is_named_with_its_setting(
      String component, String value, String says) {
    assertThatThrownBy(() -> Settings.of(Map.of(component, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(says);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1201})
  void months_that_cannot_be_right_are_refused(int months) {
    assertThatThrownBy(() -> Settings.of(Map.of("monthsOfInterest", months)))
        .hasMessage("months-of-interest must be 1 to 1200");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -34, 1000})
  void what_is_no_calling_code_is_refused(int code) {
    assertThatThrownBy(() -> Settings.of(Map.of("callingCodes", List.of(34, code))))
        .hasMessage("calling-codes are country calling codes of 1 to 3 digits, as in [34, 351]");
  }

  @Test
  void numbers_of_any_country_are_served_unless_it_is_said_which() {
    assertThat(Settings.of(Map.of()).coverage()).isEqualTo(Coverage.anyCountry());
    assertThat(Settings.of(Map.of("callingCodes", List.of(1, 999))).coverage())
        .isEqualTo(Coverage.callingCodes(List.of(1, 999)));
  }

  @Test
  void an_operator_has_all_apis_unless_it_is_said_which() {
    for (Api api : Api.values()) {
      assertThat(Settings.of(Map.of()).has(api)).isTrue();
      assertThat(Settings.of(Map.of("apis", List.of(Api.KYC_MATCH))).has(api))
          .isEqualTo(api == Api.KYC_MATCH);
    }
  }

  @Test
  void of_the_two_apis_that_tell_a_status_the_first_is_asked_unless_the_operator_lacks_it() {
    assertThat(Settings.of(Map.of()).statusApi()).isEqualTo(StatusApi.SUBSCRIPTION);
    assertThat(Settings.of(Map.of("apis", List.of(Api.KYC_MATCH))).statusApi())
        .isEqualTo(StatusApi.SUBSCRIPTION);
    assertThat(
            Settings.of(
                    Map.of(
                        "apis", List.of(Api.DEVICE_REACHABILITY_STATUS, Api.SUBSCRIPTION_STATUS)))
                .statusApi())
        .isEqualTo(StatusApi.SUBSCRIPTION);
    assertThat(Settings.of(Map.of("apis", List.of(Api.DEVICE_REACHABILITY_STATUS))).statusApi())
        .isEqualTo(StatusApi.REACHABILITY);
    assertThat(Settings.of(Map.of("status", StatusApi.REACHABILITY)).statusApi())
        .isEqualTo(StatusApi.REACHABILITY);
  }

  @Test
  void a_setting_of_an_api_that_the_operator_does_not_have_is_refused() {
    List<Api> apis = List.of(Api.KYC_MATCH);
    assertThatThrownBy(() -> Settings.of(Map.of("apis", apis, "message", "{{code}}")))
        .hasMessage(
            "message is of one-time-password-sms, which is not among apis; name it there, or leave"
                + " message out");
    assertThatThrownBy(() -> Settings.of(Map.of("apis", apis, "simSwap", SimSwapOperation.CHECK)))
        .hasMessageStartingWith("sim-swap is of sim-swap, which is not among apis");
    assertThatThrownBy(
            () ->
                Settings.of(
                    Map.of(
                        "apis",
                        List.of(Api.SUBSCRIPTION_STATUS),
                        "status",
                        StatusApi.REACHABILITY)))
        .hasMessageStartingWith("status is of device-reachability-status, which is not among apis");
    Settings.of(
        Map.of(
            "apis",
            List.of(Api.SUBSCRIPTION_STATUS, Api.SIM_SWAP),
            "status",
            StatusApi.SUBSCRIPTION,
            "simSwap",
            SimSwapOperation.DATE));
  }

  @Test
  void the_scope_of_sim_swap_is_that_of_its_operation() {
    assertThat(Settings.of(Map.of()).scope(Api.SIM_SWAP)).isEqualTo("sim-swap:check");
    assertThat(Settings.of(Map.of("simSwap", SimSwapOperation.DATE)).scope(Api.SIM_SWAP))
        .isEqualTo("sim-swap:retrieve-date");
  }

  @Test
  void the_edges_of_what_is_allowed_are_allowed() {
    Settings.of(Map.of("monthsOfInterest", 1));
    Settings.of(Map.of("monthsOfInterest", 1200));
    Settings.of(Map.of("message", "{{code}}" + "ñ".repeat(152)));
    // What counts is characters, whatever Java keeps them in.
    Settings.of(Map.of("message", "{{code}}" + "𠮷".repeat(152)));
    Settings.of(Map.of("kycMatchScope", "kyc-match:match openid", "kycMatchVersion", "v0.5rc1"));
    Settings.of(Map.of("purpose", "dpv:FraudPreventionAndDetection", "zone", "+08:00"));
  }

  @Test
  void a_message_that_is_too_long_is_refused() {
    assertThatThrownBy(() -> Settings.of(Map.of("message", "{{code}}" + "n".repeat(153))))
        .hasMessage("message has at most 160 characters");
  }

  @Test
  void a_key_that_is_none_is_refused_and_not_quoted() {
    assertThatThrownBy(
            () ->
                Settings.of(
                    Map.of(
                        "privateKey",
                        MultilineSecret.of("-----BEGIN RSA PRIVATE KEY-----\ncanary\n"))))
        .hasMessageStartingWith("private-key cannot be used: a private key is PKCS #8")
        .hasMessageContaining("openssl pkcs8")
        .hasMessageNotContaining("canary");
  }

  private static Map<String, Object> secret(ClientAuthentication by) {
    Map<String, Object> components = new HashMap<>();
    components.put("clientAuth", by);
    components.put("clientSecret", Sensitive.of("canary-secret"));
    components.put("privateKey", null);
    return components;
  }

  @ParameterizedTest
  @CsvSource({"CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"})
  void an_operator_may_want_a_secret_in_the_place_of_a_key(ClientAuthentication by) {
    assertThat(Settings.of(secret(by)).credentials().secret().reveal()).isEqualTo("canary-secret");
    Map<String, Object> withKey = secret(by);
    withKey.put("privateKey", MultilineSecret.of(Keys.PEM));
    assertThatThrownBy(() -> Settings.of(withKey))
        .hasMessageStartingWith("private-key is used only where client-auth is private-key-jwt");
    Map<String, Object> withId = secret(by);
    withId.put("keyId", "1");
    assertThatThrownBy(() -> Settings.of(withId))
        .hasMessageStartingWith("key-id is used only where client-auth is private-key-jwt");
    Map<String, Object> forPersons = secret(by);
    forPersons.put("grant", TokenGrant.JWT_BEARER);
    assertThatThrownBy(() -> Settings.of(forPersons))
        .hasMessageStartingWith("grant is jwt-bearer, which is signed with a private key");
  }

  @Test
  void a_secret_beside_a_key_is_asked_what_it_is_for() {
    assertThatThrownBy(() -> Settings.of(Map.of("clientSecret", Sensitive.of("canary"))))
        .hasMessageStartingWith("client-secret is used only where client-auth is client-secret-")
        .hasMessageNotContaining("canary");
  }

  @Test
  void nothing_secret_is_printed() {
    assertThat(Settings.of(secret(ClientAuthentication.CLIENT_SECRET_POST)).toString())
        .doesNotContain("canary", "the-shop");
    assertThat(Settings.of(Map.of()).toString()).doesNotContain("BEGIN", Keys.PEM);
  }

  private static Telproof open(String block) {
    return Telproof.open(
        ConfigFactory.parseString("telproof.providers.op { type = camara\n" + block + "}")
            .resolve());
  }

  @Test
  void every_key_is_read_from_a_configuration() {
    String block =
        PLACES
            + """
            key-id = one, grant = jwt-bearer, purpose = "dpv:FraudPreventionAndDetection"
            client-auth = private-key-jwt, status = reachability, zone = Europe/Madrid
            months-of-interest = 6, id-document-type = driver-licence, partial-match = match
            message = "{{code}} is your code", unknown-number = no-record
            subscription-status-path = retrieve-subscription-status
            subscription-status-version = v1, subscription-status-scope = a
            device-reachability-status-version = v1, device-reachability-status-scope = a
            kyc-tenure-version = v1, kyc-tenure-scope = a, kyc-match-version = v1
            kyc-match-scope = a, one-time-password-sms-version = v1, one-time-password-sms-scope = a
            sim-swap = date, calling-codes = [34, 351], number-recycling-version = v1
            number-recycling-scope = a, sim-swap-version = v1, sim-swap-scope = a
            apis = [device-reachability-status, kyc-tenure, one-time-password-sms, sim-swap]
            limits { getReachabilityStatus = 25/s, tenure = 1/s }
            """
            + "private-key = "
            + ConfigValueFactory.fromAnyRef(Keys.PEM).render()
            + "\n";
    try (Telproof telproof = open(block)) {
      assertThat(telproof.offers().get("op"))
          .extracting(offer -> offer.operation() + " " + offer.limits())
          .containsExactly(
              "getReachabilityStatus 25/s",
              "checkTenure 1/s",
              "sendCode 10/s",
              "validateCode 10/s",
              "retrieveSimSwapDate 10/s");
      assertThat(telproof.offers().get("op"))
          .allSatisfy(offer -> assertThat(offer.coverage().contacts()).isEqualTo("+34 +351"));
    }
    try (Telproof telproof =
        open(PLACES + "client-auth = client-secret-basic, client-secret = s\n")) {
      assertThat(telproof.offers().get("op"))
          .hasSize(6)
          .allSatisfy(offer -> assertThat(offer.coverage().contacts()).isEqualTo("any country"));
    }
  }

  @Test
  void a_list_is_shown_as_it_is_in_force() {
    assertThat(
            Telproof.examine(
                    ConfigFactory.parseString(
                        "telproof.providers.op { type = camara\n"
                            + PLACES
                            + "calling-codes = [34, 351], apis = kyc-match }"))
                .settings())
        .extracting(setting -> setting.path() + " = " + setting.value())
        .contains(
            "telproof.providers.op.calling-codes = [34, 351]",
            "telproof.providers.op.apis = [kyc-match]");
  }

  @Test
  void what_is_missing_is_told_at_once() {
    assertThatThrownBy(() -> open("private-keys = x\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("providers.op.api-root: is missing")
        .hasMessageContaining("providers.op.token-endpoint: is missing")
        .hasMessageContaining("providers.op.client-id: is missing")
        .hasMessageContaining("did you mean private-key?");
  }

  @Test
  void a_key_that_is_missing_is_told_with_the_setting_that_needs_it() {
    assertThatThrownBy(() -> open(PLACES))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("providers.op.client-auth: is private-key-jwt where nothing else is")
        .hasMessageContaining("needs private-key");
    assertThatThrownBy(() -> open(PLACES + "client-auth = client-secret-post\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("needs client-secret");
  }

  @Test
  void every_setting_that_cannot_be_right_is_reported_at_its_key() {
    assertThatThrownBy(
            () ->
                open(
                    PLACES
                        + "client-auth = client-secret-post, client-secret = s, message = none\n"
                        + "months-of-interest = 0, zone = Nowhere, purpose = fraud\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("providers.op.message: message must contain {{code}}")
        .hasMessageContaining("providers.op.months-of-interest: months-of-interest must be 1 to")
        .hasMessageContaining("providers.op.zone: zone must be a time zone")
        .hasMessageContaining("providers.op.purpose: purpose must be dpv: and one word");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "grant = implicit           | expected one of client-credentials, jwt-bearer",
        "client-auth = none         | expected one of client-secret-basic, client-secret-post, private-key-jwt",
        "status = both              | expected one of subscription, reachability",
        "unknown-number = undisclosed | expected one of not-covered, no-record",
        "partial-match = mismatch   | expected one of undisclosed, match",
        "id-document-type = library-card | expected one of passport, national-id-card,",
        "sim-swap = both            | expected one of check, date",
        "apis = [kyc-match, sms]    | expected one of subscription-status, device-reachability-status,",
        "apis = []                  | providers.op.apis: is an empty list; name something, or leave it out",
        "calling-codes = [34, spain] | providers.op.calling-codes: expected a whole number",
        "calling-codes = [0]        | providers.op.calling-codes: calling-codes are country calling codes",
        "calling-codes = { es = 34 } | providers.op.calling-codes: expected a name or a list of names",
      })
  void a_word_that_is_none_of_a_settings_own_is_answered_with_those(String setting, String says) {
    assertThatThrownBy(() -> open(PLACES + setting + "\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(says);
  }
}
