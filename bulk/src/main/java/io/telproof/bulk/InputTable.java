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
 *     number}, for {@link io.telproof.IdentityMatch} {@code name} and {@code idNumber}, or what is
 *     {@linkplain BulkRun#compare compared}, and for {@link io.telproof.RecycledNumberCheck} {@code
 *     heldSince}
 */
public record InputTable(
    Path file, Charset charset, char separator, boolean header, Map<String, String> columns) {
  /**
   * Refuses null, and copies the map.
   *
   * @param file the table; it is read twice, and must not change while the run lasts
   * @param charset of the table; a byte order mark of UTF-8 or UTF-16 overrules it
   * @param separator between two fields
   * @param header whether the first row names the columns; otherwise their names are 1, 2, 3 and so
   *     on
   * @param columns the column that each part of the question is in, where it has another name:
   *     {@code number}, for {@link io.telproof.IdentityMatch} {@code name} and {@code idNumber}, or
   *     what is {@linkplain BulkRun#compare compared}, and for {@link
   *     io.telproof.RecycledNumberCheck} {@code heldSince}
   */
  public InputTable {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(charset, "charset");
    columns = Map.copyOf(columns);
  }

  /**
   * {@return a table in UTF-8 with commas and a header}
   *
   * @param file the file of the table
   */
  public static InputTable of(Path file) {
    return new InputTable(file, StandardCharsets.UTF_8, ',', true, Map.of());
  }

  /**
   * {@return the same table in another charset}
   *
   * @param other the encoding of the file
   */
  public InputTable withCharset(Charset other) {
    return new InputTable(file, other, separator, header, columns);
  }

  /**
   * {@return the same table with another sign between two fields}
   *
   * @param other the character between two columns
   */
  public InputTable withSeparator(char other) {
    return new InputTable(file, charset, other, header, columns);
  }

  /** {@return the same table without names of its columns} */
  public InputTable withoutHeader() {
    return new InputTable(file, charset, separator, false, columns);
  }

  /**
   * {@return the same table, in which a part of the question is in this column}
   *
   * @param part the part of the question, such as {@code number}
   * @param column the column's heading, or its number
   */
  public InputTable withColumn(String part, String column) {
    SortedMap<String, String> all = new TreeMap<>(columns);
    all.put(part, column);
    return new InputTable(file, charset, separator, header, all);
  }
}
