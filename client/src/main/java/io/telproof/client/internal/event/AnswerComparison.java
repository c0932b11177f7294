package io.telproof.client.internal.event;

import io.telproof.Answer;
import io.telproof.Carrier;
import io.telproof.Gap;
import io.telproof.IdentityVerdict;
import io.telproof.PhoneStatus;
import io.telproof.SimSwap;
import io.telproof.Tenure;
import io.telproof.client.Agreement;
import io.telproof.spi.CheckType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares a shadow's answer with the one that the caller got. Two values agree where nothing in
 * one contradicts the other: a vendor that tells less is not wrong.
 */
public final class AnswerComparison {
  /** The values of the checks that can have a shadow. */
  private static final Set<Class<?>> SHADOWED =
      Arrays.stream(CheckType.values())
          .filter(CheckType::mayShadow)
          .map(CheckType::value)
          .collect(Collectors.toUnmodifiableSet());

  private AnswerComparison() {}

  /** Whether the shadow says the same. */
  public static <V> Agreement of(Answer<V> primary, Answer<V> shadow) {
    if (shadow instanceof Answer.Unknown<V> unknown && unknown.gap() == Gap.NOT_COVERED) {
      return Agreement.FAILED;
    }
    if (primary instanceof Answer.Known<V> known) {
      if (shadow instanceof Answer.Known<V> other) {
        return agree(known.value(), other.value()) ? Agreement.AGREED : Agreement.DIFFERED;
      }
      return Agreement.PRIMARY_ONLY;
    }
    return primary instanceof Answer.Unknown<V> lacking
            && shadow instanceof Answer.Unknown<V> other
            && lacking.gap() == other.gap()
        ? Agreement.AGREED
        : Agreement.SHADOW_ONLY;
  }

  private static boolean agree(Object primary, Object shadow) {
    if (primary instanceof PhoneStatus status && shadow instanceof PhoneStatus other) {
      return agree(status, other);
    }
    if (primary instanceof Tenure tenure && shadow instanceof Tenure other) {
      return agree(tenure, other);
    }
    if (primary instanceof IdentityVerdict verdict && shadow instanceof IdentityVerdict other) {
      return agree(verdict, other);
    }
    if (primary instanceof SimSwap swap && shadow instanceof SimSwap other) {
      // A vendor that tells when tells more, and clocks differ.
      return swap.swapped() == other.swapped();
    }
    if (SHADOWED.contains(primary.getClass())) {
      return primary.equals(shadow);
    }
    throw new IllegalArgumentException(
        "answers of this type are not compared: " + primary.getClass().getName());
  }

  private static boolean agree(PhoneStatus primary, PhoneStatus shadow) {
    return primary.state() == shadow.state()
        && (primary.carrier().equals(Carrier.UNKNOWN)
            || shadow.carrier().equals(Carrier.UNKNOWN)
            || primary.carrier().equals(shadow.carrier()));
  }

  /** Whether there is a number of months that fits both. */
  private static boolean agree(Tenure primary, Tenure shadow) {
    return primary.from() < shadow.to().orElse(Integer.MAX_VALUE)
        && shadow.from() < primary.to().orElse(Integer.MAX_VALUE);
  }

  private static boolean agree(IdentityVerdict primary, IdentityVerdict shadow) {
    return primary.outcome() == shadow.outcome()
        && (primary.differing().isEmpty()
            || shadow.differing().isEmpty()
            || primary.differing().equals(shadow.differing()));
  }
}
