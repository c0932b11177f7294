package io.telproof.camara;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.Sensitive;
import io.telproof.sandbox.VendorRequest;
import io.telproof.spi.http.oauth.ClientAuthentication;
import io.telproof.spi.reply.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a question is let in by, and what is done where it is not. */
final class TokensTest {
  private static ScriptedOperator knowing() {
    return new ScriptedOperator().says(200, Account.STATUS);
  }

  private static List<String> bearers(ScriptedOperator operator) {
    return operator.questions().stream()
        .map(request -> request.header("Authorization").orElse("none"))
        .toList();
  }

  @Test
  void one_token_of_the_account_serves_all_questions_of_its_scope() {
    ScriptedOperator operator = knowing();
    try (Account account = Account.open(operator, Map.of("keyId", "2026-11"))) {
      account.status();
      account.status();
      assertThat(bearers(operator)).containsExactly("Bearer t-1", "Bearer t-1");
      assertThat(Outcome.of(() -> account.tenure(6))).isEqualTo("PROTOCOL POSSIBLE -");
      assertThat(bearers(operator)).endsWith("Bearer t-2");
    }
    assertThat(operator.tokenForms())
        .extracting(form -> form.get("grant_type") + " " + form.get("scope"))
        .containsExactly(
            "client_credentials subscription-status:retrive-subscription-status",
            "client_credentials kyc-tenure:check-tenure");
    JsonObject claims = ScriptedOperator.claims(operator.tokenForms().get(0), "client_assertion");
    assertThat(claims.text("iss")).contains("the-shop");
    assertThat(claims.text("sub")).contains("the-shop");
    assertThat(claims.text("aud").orElseThrow()).endsWith("/token");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "SUBSCRIPTION_STATUS, subscription-status:retrive-subscription-status",
    "DEVICE_REACHABILITY_STATUS, device-reachability-status:read",
    "KYC_TENURE, kyc-tenure:check-tenure",
    "KYC_MATCH, kyc-match:match",
    "ONE_TIME_PASSWORD_SMS, one-time-password-sms:send-validate",
  })
  void each_api_has_its_scope_with_the_purpose_before_it_and_its_own_setting(
      Api api, String scope) {
    assertThat(Settings.of(Map.of()).scope(api)).isEqualTo(scope);
    assertThat(Settings.of(Map.of("purpose", "dpv:FraudPreventionAndDetection")).scope(api))
        .isEqualTo("dpv:FraudPreventionAndDetection " + scope);
    Map<String, Object> others = new HashMap<>();
    for (Api each : Api.values()) {
      String[] words = each.path().split("-", -1);
      StringBuilder component = new StringBuilder(words[0]);
      for (int i = 1; i < words.length; i++) {
        component
            .append(words[i].substring(0, 1).toUpperCase(Locale.ROOT))
            .append(words[i].substring(1));
      }
      others.put(component + "Scope", each + " openid");
      others.put(component + "Version", "v" + each.name().length());
    }
    assertThat(Settings.of(others).scope(api)).isEqualTo(api + " openid");
    assertThat(Settings.of(others).version(api)).isEqualTo("v" + api.name().length());
  }

  @Test
  void a_person_has_a_token_for_each_question_that_names_the_number() {
    ScriptedOperator operator = knowing();
    Map<String, ?> settings =
        Map.of("grant", TokenGrant.JWT_BEARER, "purpose", "dpv:FraudPreventionAndDetection");
    try (Account account = Account.open(operator, settings)) {
      account.status();
      account.status();
    }
    assertThat(bearers(operator)).containsExactly("Bearer t-1", "Bearer t-2");
    for (Map<String, String> form : operator.tokenForms()) {
      assertThat(form).containsOnlyKeys("grant_type", "assertion");
      JsonObject claims = ScriptedOperator.claims(form, "assertion");
      assertThat(claims.text("sub")).contains("tel:+34666666666");
      assertThat(claims.text("scope"))
          .contains(
              "dpv:FraudPreventionAndDetection subscription-status:retrive-subscription-status");
    }
  }

  @ParameterizedTest
  @CsvSource({"CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"})
  void an_operator_of_secrets_is_given_the_secret(ClientAuthentication by) {
    ScriptedOperator operator = knowing();
    Map<String, Object> settings = new HashMap<>();
    settings.put("clientAuth", by);
    settings.put("clientSecret", Sensitive.of("s3cret"));
    settings.put("privateKey", null);
    try (Account account = Account.open(operator, settings)) {
      assertThat(Outcome.of(account::status)).isEqualTo("ACTIVE UNSTATED active/active");
    }
    boolean inBody = operator.tokenForms().get(0).containsValue("s3cret");
    assertThat(inBody).isEqualTo(by == ClientAuthentication.CLIENT_SECRET_POST);
  }

  @Test
  void a_refused_token_is_replaced_once_and_the_question_is_answered() {
    ScriptedOperator operator =
        new ScriptedOperator().refuses(401, "UNAUTHENTICATED").says(200, Account.STATUS);
    try (Account account = Account.open(operator, Map.of())) {
      Answer<?> answer = account.status();
      assertThat(Outcome.of(() -> answer)).isEqualTo("ACTIVE UNSTATED active/active");
      assertThat(answer.receipt().earlier())
          .singleElement()
          .satisfies(attempt -> assertThat(attempt.charge()).isEqualTo(Charge.FREE));
    }
    assertThat(bearers(operator)).containsExactly("Bearer t-1", "Bearer t-2");
    assertThat(operator.questions())
        .extracting(VendorRequest::bodyText)
        .containsOnly(operator.lastQuestion().bodyText());
  }

  @ParameterizedTest(name = "HTTP {0} {1}")
  @CsvSource({
    "401, UNAUTHENTICATED, UNAUTHORIZED FREE UNAUTHENTICATED, 2",
    "401, AUTHENTICATION_REQUIRED, UNAUTHORIZED FREE AUTHENTICATION_REQUIRED, 2",
    "401, 42, UNAUTHORIZED FREE 42, 2",
    "403, PERMISSION_DENIED, UNAUTHORIZED FREE PERMISSION_DENIED, 1",
    "403, INVALID_TOKEN_CONTEXT, INVALID_REQUEST UNSTATED INVALID_TOKEN_CONTEXT, 1",
    "429, TOO_MANY_REQUESTS, THROTTLED FREE TOO_MANY_REQUESTS, 1",
    "500, INTERNAL, INDETERMINATE POSSIBLE INTERNAL, 1",
  })
  void only_a_token_that_is_refused_has_a_question_sent_again(
      int status, String code, String means, int sent) {
    ScriptedOperator operator = new ScriptedOperator().refuses(status, code);
    try (Account account = Account.open(operator, Map.of())) {
      assertThat(Outcome.of(account::status)).isEqualTo(means);
    }
    assertThat(operator.questions()).hasSize(sent);
    assertThat(operator.tokenForms()).hasSize(sent);
  }

  @Test
  void an_application_that_gives_its_keys_itself_has_none_in_the_settings() {
    Map<String, Object> none = new HashMap<>();
    none.put("privateKey", null);
    CamaraSettings settings = Settings.of(none);
    assertThat(settings.key()).isEqualTo(Optional.empty());
    assertThat(new CamaraProviderFactory().credentials(settings)).isEmpty();
    assertThat(new CamaraProviderFactory().credentials(Settings.of(Map.of())))
        .contains(Settings.of(Map.of()).credentials());
  }
}
