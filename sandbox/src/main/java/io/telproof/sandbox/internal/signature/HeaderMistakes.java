package io.telproof.sandbox.internal.signature;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.internal.signature.Pieces.Piece;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What clients get wrong with the headers that they sign. Made for one request. */
public final class HeaderMistakes {

  /** The most headers of which every order is tried. */
  private static final int SHUFFLED = 4;

  private static final List<String> CONTENT_TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-8",
          "application/json;charset=utf-8",
          "application/x-www-form-urlencoded",
          "application/x-www-form-urlencoded; charset=utf-8",
          "");

  private final VendorRequest request;
  private final Pieces start;
  private final UnaryOperator<String> value;
  private final BiFunction<String, String, Piece> piece;
  private final List<Mistake> all = new ArrayList<>();

  private HeaderMistakes(
      VendorRequest request,
      Pieces start,
      UnaryOperator<String> value,
      BiFunction<String, String, Piece> piece) {
    this.request = request;
    this.start = start;
    this.value = value;
    this.piece = piece;
  }

  /**
   * All of them.
   *
   * @param start what was signed if the client made none
   * @param hosts the vendor's own, which may have been signed while another one was called
   * @param prefix of the vendor's own headers
   * @param value a header's value as the vendor signs it
   * @param piece a header by its name in lower case and its signed value
   */
  public static List<Mistake> of(
      VendorRequest request,
      Pieces start,
      Collection<String> hosts,
      String prefix,
      UnaryOperator<String> value,
      BiFunction<String, String, Piece> piece) {
    HeaderMistakes mistakes = new HeaderMistakes(request, start, value, piece);
    mistakes.host(hosts);
    mistakes.contentType();
    mistakes.capitals();
    mistakes.form();
    mistakes.notListed(prefix);
    mistakes.notSigned();
    mistakes.order();
    return mistakes.all;
  }

  /**
   * The list that the vendor wants, signed although another one was sent.
   *
   * @param start what was signed if the client made none
   * @param computed what the vendor signs
   * @param sentence what is said of the list that was sent
   */
  public static List<Mistake> list(Pieces start, Pieces computed, String sentence) {
    String wanted = computed.signed(HeaderLines.LIST);
    if (wanted.equals(start.signed(HeaderLines.LIST))) {
      return List.of();
    }
    Map<String, Piece> both = HeaderLines.listed(wanted);
    return List.of(
        new Mistake(sentence, both),
        Mistake.in(HeaderLines.LINES, wanted, sentence),
        Mistake.in(HeaderLines.LIST, wanted, sentence));
  }

  private void add(String name, String text, String sentence) {
    if (!text.equals(start.signed(name))) {
      all.add(Mistake.in(name, text, sentence));
    }
  }

  /** The lines and what lists them, each alone and both. */
  private void addLines(String lines, String sentence) {
    if (!lines.equals(start.signed(HeaderLines.LINES))) {
      all.add(Mistake.in(HeaderLines.LINES, new Piece(lines, Mask.word(lines)), sentence));
    }
    all.add(new Mistake(sentence, HeaderLines.listed(lines)));
  }

  private void host(Collection<String> vendors) {
    String sent = start.signed(HeaderLines.HEADER + "host");
    String name = sent.replaceFirst(":\\d+$", "");
    String port = sent.substring(name.length());
    Set<String> hosts = new LinkedHashSet<>(List.of(name, name + ":80", name + ":443", ""));
    hosts.addAll(List.of("localhost" + port, "127.0.0.1" + port, "localhost", "127.0.0.1"));
    hosts.addAll(vendors);
    for (String host : hosts) {
      add(
          HeaderLines.HEADER + "host",
          host,
          "The signature fits \"host:%s\", and the request was sent with \"Host: %s\". Sign the"
                  .formatted(host, Mask.word(sent))
              + " value that the HTTP client sends, with its port where it sends one.");
    }
  }

  private void contentType() {
    String sent = start.signed(HeaderLines.HEADER + "content-type");
    Set<String> types = new LinkedHashSet<>(CONTENT_TYPES);
    types.add(sent.replaceFirst("\\s*;.*", ""));
    types.add(sent + "; charset=utf-8");
    for (String type : types) {
      add(
          HeaderLines.HEADER + "content-type",
          type,
          "The signature fits \"content-type:%s\", and \"%s\" was sent. Sign the value that is"
                  .formatted(Mask.word(type), Mask.word(sent))
              + " sent: some HTTP clients add the charset or drop it.");
    }
  }

  private void capitals() {
    Map<String, Piece> kept = new HashMap<>();
    Map<String, Piece> lowered = new HashMap<>();
    for (String name : listed()) {
      String key = HeaderLines.HEADER + name;
      String sent = request.header(name).orElse("").trim();
      if (!sent.equals(start.signed(key))) {
        kept.put(key, piece.apply(name, sent));
      }
      if (!lower(sent).equals(start.signed(key))) {
        lowered.put(key, piece.apply(name, lower(sent)));
      }
    }
    if (!kept.isEmpty()) {
      all.add(
          new Mistake(
              "The values of headers are signed with their capital letters. Put names and values of"
                  + " headers in lower case before signing.",
              kept));
    }
    if (!lowered.isEmpty()) {
      all.add(
          new Mistake(
              "The values of headers are signed in lower case. Put the names of headers in lower"
                  + " case before signing, and leave the values as they are sent.",
              lowered));
    }
    addLines(
        String.join(";", listed().stream().map(this::nameAsSent).toList()),
        "The names of headers are signed with their capital letters. Put the names of headers in"
            + " lower case before signing.");
  }

  private void form() {
    add(
        HeaderLines.COLON,
        ": ",
        "There is a blank after the colon of each header line. Write host:VALUE, without one.");
    add(
        HeaderLines.END,
        "",
        "The empty line after the header lines is missing. Each header line ends with a newline,"
            + " the last one too, and another newline follows.");
  }

  private String nameAsSent(String name) {
    return request.headers().stream()
        .filter(header -> header.key().equals(name))
        .map(Header::name)
        .findFirst()
        .orElse(name);
  }

  private List<String> listed() {
    return List.of(lower(start.signed(HeaderLines.LIST)).split(";", -1));
  }

  private void notListed(String prefix) {
    TreeSet<String> unlisted = new TreeSet<>();
    request.headers().forEach(header -> unlisted.add(header.key()));
    unlisted.remove("authorization");
    listed().forEach(unlisted::remove);
    unlisted.forEach(name -> notListed(Set.of(name)));
    unlisted.removeIf(name -> !name.startsWith(prefix));
    if (unlisted.size() > 1) {
      notListed(unlisted);
    }
  }

  private void notListed(Set<String> names) {
    TreeSet<String> more = new TreeSet<>(listed());
    more.addAll(names);
    Piece lines = Piece.plain(String.join(";", more));
    String sentence =
        "The signature covers %s, and SignedHeaders does not list it. List all that is signed."
            .formatted(String.join(" and ", new TreeSet<>(names)));
    for (UnaryOperator<String> written : List.of(value, UnaryOperator.<String>identity())) {
      Map<String, Piece> change = new HashMap<>();
      for (String name : names) {
        String sent = request.header(name).orElse("").trim();
        change.put(HeaderLines.HEADER + name, piece.apply(name, written.apply(sent)));
      }
      change.put(HeaderLines.LINES, lines);
      all.add(new Mistake(sentence, change));
      change.put(HeaderLines.LIST, lines);
      all.add(new Mistake(sentence, change));
    }
  }

  private void notSigned() {
    for (String name : listed()) {
      List<String> less = new ArrayList<>(listed());
      less.remove(name);
      addLines(
          String.join(";", less),
          "SignedHeaders lists %s, and the signature does not cover it. Put a line for each listed"
                  .formatted(Mask.word(name))
              + " header into the canonical request.");
    }
  }

  private void order() {
    if (listed().size() <= SHUFFLED) {
      orders(List.of(), listed());
      return;
    }
    order(listed().stream().sorted().toList());
    order(listed().stream().sorted(Comparator.reverseOrder()).toList());
    order(request.headers().stream().map(Header::key).filter(listed()::contains).toList());
  }

  private void orders(List<String> begun, List<String> left) {
    if (left.isEmpty()) {
      order(begun);
    }
    for (String name : left) {
      List<String> more = new ArrayList<>(begun);
      more.add(name);
      List<String> less = new ArrayList<>(left);
      less.remove(name);
      orders(more, less);
    }
  }

  private void order(List<String> names) {
    String lines = String.join(";", names);
    if (!lines.equals(start.signed(HeaderLines.LINES))) {
      addLines(
          lines,
          "The header lines are signed in the order %s. Sort them by name, in the canonical request"
                  .formatted(Mask.word(lines))
              + " and in SignedHeaders.");
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
