package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.Certainty;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.camara.CamaraVendor;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OperatorTokensTest {
  @Test
  void a_revoked_token_costs_one_free_attempt_and_the_answer_comes() {
    CamaraVendor operator = new CamaraVendor();
    try (Sandbox sandbox = Sandbox.start(operator);
        Telproof telproof =
            Telproof.open(
                ConfigFactory.parseMap(
                    Map.of(
                        "telproof.providers.main.type", "camara",
                        "telproof.providers.main.client-auth", "client-secret-basic",
                        "telproof.providers.main.client-id", CamaraVendor.CREDENTIALS.clientId(),
                        "telproof.providers.main.client-secret",
                            CamaraVendor.CREDENTIALS.clientSecret(),
                        "telproof.providers.main.api-root", sandbox.endpoint().toString(),
                        "telproof.providers.main.token-endpoint",
                            sandbox.endpoint().resolve("/oauth2/token").toString(),
                        "telproof.providers.main.months-of-interest", 6)))) {
      PhoneNumber number = PhoneNumber.of("+990123400003");
      assertThat(telproof.tenure().check(number).receipt().earlier()).isEmpty();
      operator.revokeTokens();
      Answer<Tenure> answer = telproof.tenure().check(number);
      assertThat(answer)
          .isInstanceOfSatisfying(
              Answer.Known.class,
              known -> assertThat(((Tenure) known.value()).atLeast(6)).isEqualTo(Certainty.YES));
      assertThat(answer.receipt().earlier()).hasSize(1);
      assertThat(sandbox.bill().requests()).isEqualTo(3);
      assertThat(sandbox.bill().charged()).isEqualTo(2);
    }
  }
}
