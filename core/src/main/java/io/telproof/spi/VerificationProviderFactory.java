package io.telproof.spi;

import io.telproof.spi.http.Credentials;
import java.util.Map;
import java.util.Optional;

/**
 * The one public class of a provider module: found by {@link java.util.ServiceLoader}, chosen by
 * configuration. Implementations have a public constructor without parameters and no state.
 *
 * @param <S> the settings: a record whose components are bound by name, {@code secretId} from
 *     {@code secret-id}
 */
public interface VerificationProviderFactory<S extends Record> {
  /** {@return the word that chooses it in configuration, as in {@code type = tencent}} */
  String type();

  /**
   * {@return the record that this provider's block is bound to} A component may be a {@link
   * String}, an {@code int}, a {@code boolean}, a {@link java.time.Duration}, an enum, a type with
   * a public static method {@code of(String)} that throws {@link IllegalArgumentException}, whether
   * others see the type or not, or an {@link java.util.Optional} of one of these where the setting
   * may be left out, or a {@link java.util.List} of them, which is empty then. A secret is a {@link
   * io.telproof.Sensitive}, or a {@link MultilineSecret} where it has lines, such as a key in PEM.
   * One that is needed is a key: an application that gives the keys itself leaves it out, and it
   * holds a text that must not be sent.
   *
   * <p>The record's constructor refuses what cannot be right with an {@link
   * IllegalArgumentException}. Each line of the message is a problem, and one that begins with a
   * setting's key, as {@code code-length is 4 to 8}, stands at that key: a constructor that
   * collects before it throws tells everything at once. No line holds a secret.
   */
  Class<S> settings();

  /**
   * Settings by the keys of earlier versions, and what each of them is called now, in words that
   * follow "is called". A configuration that still has one is refused with these words.
   *
   * @return the keys of now by those of earlier
   */
  default Map<String, String> renamed() {
    return Map.of();
  }

  /**
   * {@return the keys in these settings} Where they stand in files, the files are read again when
   * they change, and the provider is given the new keys through its environment; a module that does
   * not tell its keys keeps those that it was opened with.
   *
   * @param settings the provider's block of the configuration, bound
   */
  default Optional<Credentials> credentials(S settings) {
    return Optional.empty();
  }

  /**
   * Opens a provider. Sends nothing.
   *
   * @param name the provider's name in the configuration
   * @param settings the provider's block of the configuration, bound
   * @param environment what the application shares with its providers
   * @return the provider, which the client closes
   * @throws IllegalArgumentException if the settings cannot be used here; the message stands beside
   *     the configuration's other problems, as that of the record's constructor, and must hold no
   *     secret
   */
  VerificationProvider open(String name, S settings, ProviderEnvironment environment);
}
