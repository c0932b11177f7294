package io.telproof.client;

import io.telproof.Sensitive;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A provider whose settings check one another, and say at once all that is wrong with them. */
record RangedProvider(String name) implements VerificationProvider {
  record Settings(
      Sensitive key, Optional<Integer> length, Optional<Integer> speed, Optional<String> sign) {
    Settings {
      List<String> wrong = new ArrayList<>();
      if (length.filter(each -> each < 4).isPresent()) {
        wrong.add("length is 4 or more");
      }
      if (speed.filter(each -> each < 1).isPresent()) {
        wrong.add("speed is 1 or more");
      }
      if (sign.isPresent() != speed.isPresent()) {
        wrong.add("sign and speed go together");
      }
      if (!wrong.isEmpty()) {
        throw new IllegalArgumentException(String.join("\n", wrong));
      }
    }
  }

  /** Refuses to open for one sign. */
  static final class Factory implements VerificationProviderFactory<Settings> {
    @Override
    public String type() {
      return "ranged";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public VerificationProvider open(
        String name, Settings settings, ProviderEnvironment environment) {
      if (settings.sign().equals(Optional.of("taken"))) {
        throw new IllegalArgumentException("sign is another account's");
      }
      return new RangedProvider(name);
    }
  }

  @Override
  public List<Offer> offers() {
    return List.of();
  }

  @Override
  public void close() {}
}
