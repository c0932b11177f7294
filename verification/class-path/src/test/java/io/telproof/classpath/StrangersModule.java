package io.telproof.classpath;

import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import java.util.List;

/** A module that can do nothing but be opened. */
public class StrangersModule implements VerificationProviderFactory<StrangersModule.Settings> {
  /** It needs none. */
  public record Settings() {}

  @Override
  public String type() {
    return "stranger";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public VerificationProvider open(
      String name, Settings settings, ProviderEnvironment environment) {
    return new VerificationProvider() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Offer> offers() {
        return List.of();
      }

      @Override
      public void close() {}
    };
  }

  /** Another of the same type. */
  public static final class Twin extends StrangersModule {}

  /** One that stands on what another jar holds. */
  public static final class Dependent extends StrangersModule implements Dependency {}

  /** One that cannot be made. What it throws is told nobody. */
  public static final class FaultyConstructor extends StrangersModule {
    /** Throws. */
    public FaultyConstructor() {
      throw new IllegalStateException("CanaryKey0815");
    }
  }

  /** One that does not know itself. */
  public static final class Nameless extends StrangersModule {
    @Override
    public String type() {
      throw new NoClassDefFoundError("com/example/Lost");
    }
  }

  /** One that breaks as it is opened. */
  public static final class FaultyOpening extends StrangersModule {
    @Override
    public VerificationProvider open(
        String name, Settings settings, ProviderEnvironment environment) {
      throw new NoSuchMethodError("'void com.example.Lost.found()'");
    }
  }
}
