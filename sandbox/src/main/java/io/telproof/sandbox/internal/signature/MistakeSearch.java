package io.telproof.sandbox.internal.signature;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tries mistakes, each alone and then two at once, until the signature that was sent fits. Used
 * once.
 */
public final class MistakeSearch {

  /** The most signatures that are computed for one request: some hundredths of a second. */
  public static final int MOST = 10_000;

  /** The most characters that they are computed of, which is less for a long request. */
  private static final int CHARACTERS = 40_000_000;

  private final Predicate<Pieces> fits;
  private final int most;
  private int tried;

  /**
   * A search.
   *
   * @param length of what is signed, in characters
   * @param fits whether the signature of these pieces is the one that was sent
   */
  public MistakeSearch(int length, Predicate<Pieces> fits) {
    this.most = Math.min(MOST, CHARACTERS / Math.max(1, length));
    this.fits = fits;
  }

  /**
   * What was signed.
   *
   * @param pieces the client's
   * @param mistakes that lead to them; none where the client made none
   */
  public record Fit(Pieces pieces, List<Mistake> mistakes) {

    public Fit {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** Finds what was signed; empty where nothing that was tried fits. */
  public Optional<Fit> search(Pieces start, List<Mistake> mistakes) {
    return attempt(start, List.of())
        .or(() -> alone(start, mistakes))
        .or(() -> together(start, mistakes));
  }

  /** How many signatures were computed. */
  public int tried() {
    return tried;
  }

  private Optional<Fit> alone(Pieces start, List<Mistake> mistakes) {
    for (Mistake mistake : mistakes) {
      Optional<Fit> fit = attempt(start.under(mistake.change()), List.of(mistake));
      if (fit.isPresent()) {
        return fit;
      }
    }
    return Optional.empty();
  }

  private Optional<Fit> together(Pieces start, List<Mistake> mistakes) {
    for (int i = 0; i < mistakes.size() && tried < most; i++) {
      Mistake first = mistakes.get(i);
      Pieces half = start.with(first.change());
      for (Mistake second : mistakes.subList(0, i)) {
        if (second.goesWith(first)) {
          Optional<Fit> fit = attempt(half.under(second.change()), List.of(second, first));
          if (fit.isPresent()) {
            return fit;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Fit> attempt(Pieces pieces, List<Mistake> mistakes) {
    if (tried >= most) {
      return Optional.empty();
    }
    tried++;
    return fits.test(pieces) ? Optional.of(new Fit(pieces, mistakes)) : Optional.empty();
  }
}
