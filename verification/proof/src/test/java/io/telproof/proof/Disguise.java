package io.telproof.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A way of writing a text that hides nothing of it. */
enum Disguise {
  AS_IT_IS {
    @Override
    String of(String text) {
      return text;
    }
  },
  /** As in a query or a form. */
  PERCENT_ENCODED {
    @Override
    String of(String text) {
      return URLEncoder.encode(text, UTF_8);
    }
  },
  /** As in a header. It depends on what stands before, so that there are three ways to look for. */
  BASE64 {
    @Override
    String of(String text) {
      return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @Override
    Stream<String> traces(String text) {
      return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
          .flatMap(encoder -> IntStream.range(0, 3).mapToObj(skip -> inside(text, skip, encoder)))
          .distinct();
    }

    /** The characters that are the text's alone, wherever it stands. */
    private String inside(String text, int before, Base64.Encoder encoder) {
      byte[] bytes = (" ".repeat(before) + text).getBytes(UTF_8);
      String whole = encoder.withoutPadding().encodeToString(bytes);
      return whole.substring((before * 8 + 5) / 6, bytes.length * 8 / 6);
    }
  },
  HEXADECIMAL {
    @Override
    String of(String text) {
      return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
  },
  /** As in JSON that is kept to ASCII. */
  ESCAPED {
    @Override
    String of(String text) {
      return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }
  },
  /** As an array of bytes prints. */
  LISTED {
    @Override
    String of(String text) {
      return Arrays.toString(text.getBytes(UTF_8));
    }

    @Override
    Stream<String> traces(String text) {
      String listed = of(text);
      return Stream.of(listed.substring(1, listed.length() - 1));
    }
  },
  /** UTF-8 that is taken for Latin-1. */
  MISREAD {
    @Override
    String of(String text) {
      return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
  };

  /** A text in this disguise. */
  abstract String of(String text);

  /** Whether there is anything to look for that is not looked for as the text itself. */
  boolean changes(String text) {
    return this == AS_IT_IS || !of(text).equals(text);
  }

  /** What to look for where the text may stand among others. */
  Stream<String> traces(String text) {
    return Stream.of(of(text));
  }
}
