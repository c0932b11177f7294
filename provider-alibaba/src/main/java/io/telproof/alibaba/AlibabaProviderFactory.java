package io.telproof.alibaba;

import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import java.util.Map;
import java.util.Optional;

/** Opens accounts with Alibaba Cloud: {@code type = alibaba}. Thread-safe. */
public final class AlibabaProviderFactory implements VerificationProviderFactory<AlibabaSettings> {
  /** For {@link java.util.ServiceLoader}. */
  public AlibabaProviderFactory() {}

  @Override
  public String type() {
    return "alibaba";
  }

  @Override
  public Class<AlibabaSettings> settings() {
    return AlibabaSettings.class;
  }

  @Override
  public Map<String, String> renamed() {
    return Map.of("cams-per-second", "limits { pre-validated-number = 50/s } now");
  }

  @Override
  public Optional<Credentials> credentials(AlibabaSettings settings) {
    return Optional.of(settings.credentials());
  }

  @Override
  public VerificationProvider open(
      String name, AlibabaSettings settings, ProviderEnvironment environment) {
    return new AlibabaProvider(name, settings, environment);
  }
}
