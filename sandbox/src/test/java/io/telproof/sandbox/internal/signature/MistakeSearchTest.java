package io.telproof.sandbox.internal.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How mistakes are tried, and how many. */
final class MistakeSearchTest {
  private static final Pieces START = Pieces.none().with("a", "1").with("b", "1");
  private static final Mistake A = Mistake.in("a", "2", "a is wrong");
  private static final Mistake OTHER_A = Mistake.in("a", "3", "a is wrong otherwise");
  private static final Mistake B = Mistake.in("b", "2", "b is wrong");

  private static MistakeSearch until(String a, String b) {
    return new MistakeSearch(
        100, pieces -> pieces.signed("a").equals(a) && pieces.signed("b").equals(b));
  }

  private static List<Mistake> found(String a, String b) {
    return until(a, b).search(START, List.of(A, OTHER_A, B)).orElseThrow().mistakes();
  }

  @Test
  void what_fits_without_a_mistake_is_none() {
    assertThat(found("1", "1")).isEmpty();
  }

  @Test
  void a_mistake_is_found_alone_and_beside_another_one() {
    assertThat(found("3", "1")).containsExactly(OTHER_A);
    assertThat(found("3", "2")).containsExactly(OTHER_A, B);
  }

  @Test
  void two_mistakes_in_one_piece_are_not_made_at_once() {
    List<String> tried = new ArrayList<>();
    new MistakeSearch(
            100,
            pieces -> {
              tried.add(pieces.signed("a") + pieces.signed("b"));
              return false;
            })
        .search(START, List.of(A, OTHER_A, B));

    assertThat(tried).containsExactly("11", "21", "31", "12", "22", "32");
  }

  @Test
  void no_more_are_tried_than_the_bound_and_fewer_of_a_long_text() {
    List<Mistake> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(Mistake.in("piece " + i, "x", "sentence"));
    }
    MistakeSearch search = new MistakeSearch(100, pieces -> false);
    assertThat(search.search(START, many)).isEmpty();
    assertThat(search.tried()).isEqualTo(MistakeSearch.MOST);

    MistakeSearch longText = new MistakeSearch(100_000, pieces -> false);
    assertThat(longText.search(START, many)).isEmpty();
    assertThat(longText.tried()).isEqualTo(400);
  }

  @Test
  void pieces_print_neither_what_is_signed_nor_what_is_shown() {
    assertThat(START.with("secret", new Pieces.Piece("hidden", "shown"))).hasToString("Pieces[3]");
    assertThat(new Pieces.Piece("hidden", "shown")).hasToString("shown");
  }
}
