package io.telproof.bulk.internal.file;

import java.util.List;

/**
 * A row of the table. Does not print what stands in it.
 *
 * @param number the first one behind the header is 1
 * @param line of the file in which it begins
 */
public record Row(long number, long line, List<String> fields) {
  @Override
  public String toString() {
    return "Row[number=" + number + ", line=" + line + ']';
  }
}
