package io.telproof.micrometer;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.Receipt;
import io.telproof.client.Telproof;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens a client, asks it, and says what it answered; for a class path of its own. */
public final class ClientAlone implements Supplier<String> {
  @Override
  public String get() {
    String config =
        "telproof { providers { main { type = yes } }, routes { phone-status = main } }";
    try (Telproof telproof =
        Telproof.builder(ConfigFactory.parseString(config)).factory(new Yes()).open()) {
      Answer<PhoneStatus> answer = telproof.phoneStatus().check(PhoneNumber.of("+8613800138000"));
      return answer.receipt().provider();
    }
  }

  record None() {}

  private static final class Yes implements VerificationProviderFactory<None> {
    @Override
    public String type() {
      return "yes";
    }

    @Override
    public Class<None> settings() {
      return None.class;
    }

    @Override
    public VerificationProvider open(String name, None settings, ProviderEnvironment environment) {
      return new VerificationProvider() {
        @Override
        public String name() {
          return name;
        }

        @Override
        public Optional<PhoneStatusCheck> phoneStatus() {
          return Optional.of(
              (number, context) ->
                  new Answer.Known<>(
                      PhoneStatus.of(LineState.ACTIVE),
                      Receipt.unsent(name, "Yes", Instant.EPOCH)));
        }

        @Override
        public List<Offer> offers() {
          return List.of();
        }

        @Override
        public void close() {}
      };
    }
  }
}
