package io.telproof.bulk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The table of a run, in CSV: each row is one question. Immutable.
 *
 * @param file the table; it is read twice, and must not change while the run lasts
 * @param charset of the table; a byte order mark of UTF-8 or UTF-16 overrules it
 * @param separator between two fields
 * @param header whether the first row names the columns; otherwise their names are 1, 2, 3 and so
 *     on
 * @param columns the column that each part of the question is in, where it has another name: {@code
 *     number}, and for {@link io.telproof.IdentityMatch} {@code name} and {@code idNumber}
 */
public record InputTable(
    Path file, Charset charset, char separator, boolean header, Map<String, String> columns) {
  /** Refuses null, and copies the map. */
  public InputTable {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(charset, "charset");
    columns = Map.copyOf(columns);
  }

  /** A table in UTF-8 with commas and a header. */
  public static InputTable of(Path file) {
    return new InputTable(file, StandardCharsets.UTF_8, ',', true, Map.of());
  }

  /** The same table in another charset. */
  public InputTable withCharset(Charset other) {
    return new InputTable(file, other, separator, header, columns);
  }

  /** The same table with another sign between two fields. */
  public InputTable withSeparator(char other) {
    return new InputTable(file, charset, other, header, columns);
  }

  /** The same table without names of its columns. */
  public InputTable withoutHeader() {
    return new InputTable(file, charset, separator, false, columns);
  }

  /** The same table, in which a part of the question is in this column. */
  public InputTable withColumn(String part, String column) {
    SortedMap<String, String> all = new TreeMap<>(columns);
    all.put(part, column);
    return new InputTable(file, charset, separator, header, all);
  }
}
