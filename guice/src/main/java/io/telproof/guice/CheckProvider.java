package io.telproof.guice;

import com.google.inject.Binding;
import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import com.google.inject.spi.BindingTargetVisitor;
import com.google.inject.spi.DefaultBindingTargetVisitor;
import com.google.inject.spi.Message;
import com.google.inject.spi.ProviderInstanceBinding;
import com.google.inject.spi.ProviderWithExtensionVisitor;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives a check of the client, or says what is missing. */
final class CheckProvider<C> implements ProviderWithExtensionVisitor<C> {
  private final Provider<Telproof> telproof;
  private final Function<Telproof, C> check;

  CheckProvider(Provider<Telproof> telproof, Function<Telproof, C> check) {
    this.telproof = telproof;
    this.check = check;
  }

  @Override
  public C get() {
    Telproof client = telproof.get();
    try {
      return ask(client);
    } catch (ConfigurationException e) {
      throw new ProvisionException(List.of(new Message(e.getMessage(), e)));
    }
  }

  /** What is missing; empty where somebody is there to ask. */
  Optional<ConfigurationException> missing() {
    Telproof client = telproof.get();
    try {
      ask(client);
      return Optional.empty();
    } catch (ConfigurationException e) {
      return Optional.of(e);
    }
  }

  private C ask(Telproof client) {
    return check.apply(client);
  }

  /** Whether it is of this client. */
  boolean of(Provider<Telproof> client) {
    return telproof == client;
  }

  /** The one behind a binding; empty where the binding is somebody else's. */
  static Optional<CheckProvider<?>> behind(Binding<?> binding) {
    Recognition recognition = new Recognition();
    binding.acceptTargetVisitor(recognition);
    return Optional.ofNullable(recognition.found);
  }

  /**
   * Guice's way to recognize a provider: what a binding says of its provider names {@code javax} or
   * {@code jakarta}, as its version is.
   */
  @Override
  public <B, V> V acceptExtensionVisitor(
      BindingTargetVisitor<B, V> visitor, ProviderInstanceBinding<? extends B> binding) {
    if (visitor instanceof Recognition recognition) {
      recognition.found = this;
    }
    return visitor.visit(binding);
  }

  private static final class Recognition extends DefaultBindingTargetVisitor<Object, Object> {
    private @Nullable CheckProvider<?> found;
  }
}
