package io.telproof.bulk.internal.file;

import io.telproof.bulk.BulkException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that are taken over from the table into the output. Immutable.
 *
 * @param names as the output has them
 * @param places where these are in the table
 */
public record KeptColumns(List<String> names, List<Integer> places) {
  private static final String MEND = ": give it another name, or say which columns to keep";

  /** Copies the lists. */
  public KeptColumns {
    names = List.copyOf(names);
    places = List.copyOf(places);
  }

  /**
   * Those that are said; where nothing is, all but those that the questions are made of.
   *
   * @param columns of the table
   * @param own the names that the output has by itself
   * @throws BulkException if one is missing, or two of the output would have one name; no column's
   *     name is told, because without a header it may be somebody's
   */
  public static KeptColumns of(
      Optional<List<String>> said, List<String> columns, Set<Integer> personal, List<String> own)
      throws BulkException {
    List<Integer> places = said.isPresent() ? said(said.get(), columns) : all(columns, personal);
    for (int place : places) {
      String name = columns.get(place);
      if (own.contains(name)) {
        throw new BulkException(
            "column "
                + (place + 1)
                + " of the table has the name "
                + name
                + ", which the output has of its own"
                + MEND);
      }
      int last = columns.lastIndexOf(name);
      if (columns.indexOf(name) != last) {
        throw new BulkException(
            "column "
                + (last + 1)
                + " of the table has the name of column "
                + (columns.indexOf(name) + 1)
                + MEND);
      }
    }
    return new KeptColumns(places.stream().map(columns::get).toList(), places);
  }

  private static List<Integer> said(List<String> names, List<String> columns) throws BulkException {
    List<Integer> places = new ArrayList<>();
    for (String name : names) {
      if (!columns.contains(name)) {
        throw new BulkException(
            "column "
                + (names.indexOf(name) + 1)
                + " of those to keep is not in the table; a column has the name of the header, or"
                + " its place where there is none");
      }
      if (Collections.frequency(names, name) > 1) {
        throw new BulkException(
            "column " + (names.indexOf(name) + 1) + " of those to keep is said more than once");
      }
      places.add(columns.indexOf(name));
    }
    return places;
  }

  private static List<Integer> all(List<String> columns, Set<Integer> personal) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < columns.size(); place++) {
      if (!personal.contains(place)) {
        places.add(place);
      }
    }
    return places;
  }

  /**
   * The names of a table that has its own before and behind them. One that would be there twice is
   * {@code kept.} and its name, because this table has no say in what is kept.
   */
  List<String> between(List<String> before, List<String> behind) {
    List<String> all = new ArrayList<>(before);
    names.stream()
        .map(name -> before.contains(name) || behind.contains(name) ? "kept." + name : name)
        .forEach(all::add);
    all.addAll(behind);
    return all;
  }

  /** What a row has in them; nothing where it is too short. */
  List<String> of(Row row) {
    return places.stream()
        .map(place -> place < row.fields().size() ? row.fields().get(place) : "")
        .toList();
  }
}
