package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages for people are in plain English. A page that is printed from code is not looked at. */
final class ProseTest {
  private static final Path ROOT = Path.of("../..");
  private static final int COLUMNS = 130;

  /** Longer than this, a sentence has to be read twice; most need fewer than 25. */
  private static final int WORDS = 35;

  private static final Pattern FENCED =
      Pattern.compile("^ *```.*?^ *```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern ITEM = Pattern.compile("^ *(?:[*-]|\\d+\\.) ");
  private static final Pattern END = Pattern.compile("(?<=[.!?])[\"”)*]* +(?=\\P{Ll})");
  private static final Pattern WORD = Pattern.compile("\\S*\\w\\S*");

  static List<Path> pages() throws IOException {
    return Stream.concat(
            DocsTest.pages().stream().filter(page -> !page.endsWith("contract.md")),
            Stream.of(ROOT.resolve("CONTRIBUTING.md")))
        .toList();
  }

  /** What is written by hand, without code. */
  private static String written(Path page) throws IOException {
    String byHand = Files.readString(page).split("<!-- The rest is printed", 2)[0];
    return FENCED.matcher(byHand).replaceAll("\n");
  }

  private static boolean isTable(String line) {
    return line.strip().startsWith("|");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_line_fits_into_a_window(Path page) throws IOException {
    assertThat(written(page).lines().filter(line -> !isTable(line) && line.length() > COLUMNS))
        .as("lines of %s with more than %d columns: wrap them", page, COLUMNS)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_sentence_is_understood_at_the_first_reading(Path page) throws IOException {
    assertThat(sentences(written(page)))
        .as("sentences of %s with more than %d words: make two of them", page, WORDS)
        .filteredOn(sentence -> WORD.matcher(sentence).results().count() > WORDS)
        .isEmpty();
  }

  /** A heading, an item of a list and a table end a sentence too; a name or code is one word. */
  private static List<String> sentences(String text) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    for (String line : text.lines().toList()) {
      boolean apart = line.isBlank() || isTable(line) || line.startsWith("#");
      if (apart || ITEM.matcher(line).find()) {
        blocks.add(block.toString());
        block.setLength(0);
      }
      if (!apart) {
        block.append(ITEM.matcher(line).replaceFirst("").strip()).append(' ');
      }
    }
    blocks.add(block.toString());
    return blocks.stream()
        .map(
            each -> each.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replaceAll("`[^`]*`", "`code`"))
        .flatMap(END::splitAsStream)
        .toList();
  }

  @Test
  void sentences_are_told_apart() {
    assertThat(sentences("# A\nOne `a. B` and [two. Three](x.md). Four\nfive.\n* Six\n\n7. Seven"))
        .map(String::strip)
        .filteredOn(sentence -> !sentence.isEmpty())
        .containsExactly("One `code` and two.", "Three.", "Four five.", "Six", "Seven");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unless said           | by default
          could not be afforded | say what was too expensive
          all the same          | anyway
          is best               | should be
          are best              | should be
          best a                | say what to do
          mend                  | correct, or repair
          mended                | corrected, or repaired
          is well               | works
          by then               | say at what moment
          but for               | except
          asked by it           | say who asks whom
          at the most           | at most
          at the least          | at least
          save that             | except that
          thereof               | of it
          therein               | in it
          is seen to            | say who does what
          to be seen to         | say who does what
          sees to it            | makes sure
          is told by            | say who tells it
          of ours               | of Telproof
          nobody else's         | not shared
          has to be typed       | the user types
          a word of it          | say what is missing
          nothing of this       | none of this
          """)
  void a_riddle_has_a_plain_replacement(String riddle, String plain) throws IOException {
    for (Path page : pages()) {
      String prose = written(page).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
      assertThat(Pattern.compile("\\b" + Pattern.quote(riddle) + "\\b").matcher(prose).find())
          .as("%s says \"%s\": write \"%s\"", page, riddle, plain)
          .isFalse();
    }
  }
}
