package io.telproof.spi.http;

import io.telproof.Sensitive;
import java.util.Objects;
import java.util.Optional;

/**
 * What a question has to be granted before it is put: the scope of its access token, and whom the
 * token is about, where the vendor gives one for each person. Prints nothing of the person.
 * Immutable.
 *
 * @param scope the scopes of OAuth 2.0, with a blank between two; empty where the vendor has none
 * @param subject whom the token is about, in the vendor's notation, as in {@code tel:+34666666666};
 *     a token with a subject is got for one question and not kept
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3">RFC 6749, access token
 *     scope</a>
 */
public record Grant(String scope, Optional<Sensitive> subject) {
  /** What a question needs that says nothing else: a token without a scope. */
  static final Grant NONE = new Grant("", Optional.empty());

  /**
   * Refuses null.
   *
   * @param scope the scopes of OAuth 2.0, with a blank between two; empty where the vendor has none
   * @param subject whom the token is about, in the vendor's notation, as in {@code
   *     tel:+34666666666}; a token with a subject is got for one question and not kept
   */
  public Grant {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(subject, "subject");
  }

  /**
   * {@return a token for the account itself, with this scope}
   *
   * @param scope the words of the scope, with a blank between two
   */
  public static Grant of(String scope) {
    return new Grant(scope, Optional.empty());
  }

  /**
   * {@return the same scope, for this person}
   *
   * @param person the person whom the token is about, as the vendor names one
   */
  public Grant about(Sensitive person) {
    return new Grant(scope, Optional.of(person));
  }
}
