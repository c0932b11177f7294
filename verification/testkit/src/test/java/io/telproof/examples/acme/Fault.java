package io.telproof.examples.acme;

import io.telproof.testkit.ProviderHarness;
import java.util.List;
import java.util.function.Supplier;

/**
 * One way in which a provider can be wrong.
 *
 * @param name what is wrong, for people
 * @param clause the clause that must reject it
 * @param words what its author needs to read in the message
 * @param harness the broken provider
 */
public record Fault(
    String name, String clause, List<String> words, Supplier<ProviderHarness> harness) {
  /** One that its clause rejects in these words. */
  public static Fault of(
      String clause, String name, Supplier<ProviderHarness> harness, String... words) {
    return new Fault(name, clause, List.of(words), harness);
  }

  String family() {
    return clause.substring(0, 2);
  }

  @Override
  public String toString() {
    return clause + " " + name;
  }
}
