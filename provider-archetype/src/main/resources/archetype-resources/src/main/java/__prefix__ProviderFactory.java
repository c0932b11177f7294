package ${package};

import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import java.util.Optional;

/**
 * Opens accounts: {@code type = ${vendor}}. Thread-safe. The one public class of the module, named
 * in {@code META-INF/services}.
 */
public final class ${prefix}ProviderFactory
    implements VerificationProviderFactory<${prefix}Settings> {
  /** For {@link java.util.ServiceLoader}. */
  public ${prefix}ProviderFactory() {}

  @Override
  public String type() {
    return "${vendor}";
  }

  @Override
  public Class<${prefix}Settings> settings() {
    return ${prefix}Settings.class;
  }

  @Override
  public Optional<Credentials> credentials(${prefix}Settings settings) {
    return Optional.of(settings.credentials());
  }

  @Override
  public VerificationProvider open(
      String name, ${prefix}Settings settings, ProviderEnvironment environment) {
    return new ${prefix}Provider(name, new ${prefix}Api(name, settings, environment));
  }
}
