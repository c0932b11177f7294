package io.telproof.bulk;

import io.telproof.bulk.internal.file.Row;

/**
 * What a row asks. Does not print it.
 *
 * @param query of the check's own type
 * @param generation how often a person has let the row be asked again
 * @param tag 32 hexadecimal digits: a keyed hash of the question, the same for rows that ask the
 *     same
 */
record Question(Row row, Object query, int generation, String tag) {
  @Override
  public String toString() {
    return "Question[row=" + row.number() + ']';
  }
}
