package io.telproof.bulk;

import io.telproof.spi.CheckType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is asked about each row, beside what stands in it. Immutable.
 *
 * @param check one that a table can be asked about
 * @param months the threshold of a tenure
 * @param parts of the question
 * @param numbers reads numbers
 */
record QuestionSettings(
    CheckType check, OptionalInt months, Set<QuestionPart> parts, NumberReader numbers) {

  QuestionSettings {
    parts = Collections.unmodifiableSet(EnumSet.copyOf(parts));
  }
}
