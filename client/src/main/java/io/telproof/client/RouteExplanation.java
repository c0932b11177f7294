package io.telproof.client;

import io.telproof.spi.CheckType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Why a check is answered by whom: every provider, in the order of the route, with what became of
 * it. Prints as one line for each. Holds nothing about the person or the number. Immutable.
 *
 * @param check what was asked, or would be
 * @param steps the providers of the route in its order, then the others
 */
public record RouteExplanation(CheckType check, List<Step> steps) {
  /** What became of a provider. */
  public enum Part {
    /** It answered. */
    ANSWERED,
    /** It was asked and failed. */
    FAILED,
    /** It does not serve this kind of number. */
    NOT_COVERED,
    /** It was not asked, although it was its turn: its breaker was open, or a budget reached. */
    SKIPPED,
    /** It is next, should somebody ask now. */
    NEXT,
    /** It is on the route, and its turn did not come. */
    NOT_REACHED,
    /** It is asked beside the route for some questions, to be compared; never for the caller. */
    SHADOW,
    /** It offers the check and is not on the route. */
    NOT_ROUTED,
    /** It does not offer the check. */
    NOT_OFFERED
  }

  /**
   * One provider, and what part it has in the answer.
   *
   * @param provider the provider's name in the configuration
   * @param part what it does in the route
   * @param because a sentence for people
   */
  public record Step(String provider, Part part, String because) {
    /**
     * Refuses null.
     *
     * @param because a sentence for people
     * @param provider the provider's name in the configuration
     * @param part what it does in the route
     */
    public Step {
      Objects.requireNonNull(provider, "provider");
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(because, "because");
    }

    @Override
    public String toString() {
      return provider + ": " + part + ", " + because;
    }
  }

  /**
   * Copies the list.
   *
   * @param check what was asked, or would be
   * @param steps the providers of the route in its order, then the others
   */
  public RouteExplanation {
    Objects.requireNonNull(check, "check");
    steps = List.copyOf(steps);
  }

  @Override
  public String toString() {
    return steps.stream()
        .map(step -> "\n  " + step)
        .collect(Collectors.joining("", check.key() + ":", ""));
  }
}
