package io.telproof.sandbox.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.SignatureReport.Source;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mistake that a client makes is named, and seen in the part that it is made in. */
final class Acs3DiagnosisTest {
  private static final Instant NOW = Instant.parse("2026-11-26T21:00:00Z");

  private final AlibabaVendor vendor = new AlibabaVendor(AlibabaSettings.published());

  private static CarelessAcs3Client client() {
    return new CarelessAcs3Client(NOW);
  }

  private SignatureReport report(VendorRequest request) {
    return vendor.answer(request, NOW).signature().orElseThrow();
  }

  /** What differs, but for what follows from it. */
  private static List<String> differing(SignatureReport report) {
    List<String> names =
        new ArrayList<>(report.parts().stream().filter(Part::differs).map(Part::name).toList());
    names.removeAll(
        List.of("canonical request", "hashed canonical request", "string to sign", "signature"));
    return names;
  }

  private static Part part(SignatureReport report, String name) {
    return report.parts().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** One mistake, what is said of it, and the parts that show it. */
  @SuppressWarnings("ImmutableEnumChecker") // They hold nothing.
  enum Slip {
    QUERY_AS_A_FORM(
        c -> query(c, text -> text.replace("%20", "+").replace("%2A", "*").replace("~", "%7E")),
        "as URLEncoder of Java does",
        "canonical query string"),
    PLUS_FOR_A_BLANK(
        c -> query(c, text -> text.replace("%20", "+")),
        "signed with + for a blank",
        "canonical query string"),
    STAR(
        c -> query(c, text -> text.replace("%2A", "*")),
        "signed with * as it is",
        "canonical query string"),
    TILDE(
        c -> query(c, text -> text.replace("~", "%7E")),
        "signed with %7E for ~",
        "canonical query string"),
    ENCODE_URI_COMPONENT(
        c -> query(c, text -> text.replace("%2A", "*").replace("%27", "'")),
        "as encodeURIComponent of JavaScript leaves them",
        "canonical query string"),
    LOWER_CASE_ESCAPES(
        c ->
            query(
                c,
                text ->
                    text.replace("%E9", "%e9")
                        .replace("%9F", "%9f")
                        .replace("%9A", "%9a")
                        .replace("%2A", "%2a")
                        .replace("%2F", "%2f")),
        "escapes in lower case",
        "canonical query string"),
    NOT_ENCODED(
        c -> query(c, text -> "PhoneNumber=13800138000&SignName=速通 */'~&TemplateCode=100001"),
        "signed without encoding",
        "canonical query string"),
    ENCODED_TWICE(
        c -> query(c, text -> text.replace("%", "%25")), "encoded twice", "canonical query string"),
    NOT_SORTED(
        c -> {
          c.query("TemplateCode=100001&PhoneNumber=13800138000");
        },
        "signed as it was sent. Sort the parameters by name",
        "canonical query string"),
    EMPTY_QUERY(
        c -> query(c, text -> ""),
        "canonical query string is empty, and the request has a query",
        "canonical query string"),
    FORM_IN_THE_QUERY(
        c -> c.query = CarelessAcs3Client.FORM,
        "The form is signed as the query string",
        "canonical query string"),
    EMPTY_BODY(
        c -> c.signedBody = new byte[0],
        "fits an empty body, and that is not the body that arrived",
        "body",
        "body hash"),
    NEWLINE_AT_THE_END(
        c -> c.signedBody = bytes(CarelessAcs3Client.FORM + "\n"),
        "fits the body with a newline at its end",
        "body",
        "body hash"),
    NEWLINE_SENT_AND_NOT_HASHED(
        c -> c.body = bytes(CarelessAcs3Client.FORM + "\n"),
        "it is that of the body without the newline at its end",
        "header x-acs-content-sha256",
        "body",
        "x-acs-content-sha256",
        "body hash"),
    HASH_OF_ANOTHER_FORM(
        c -> c.body = bytes("ParamType=normal&Mobile=13800138000&IdentifyNum=11204416541220243X"),
        "it is that of the form with its parameters sorted",
        "header x-acs-content-sha256",
        "body",
        "x-acs-content-sha256",
        "body hash"),
    HASH_OF_THE_FORM_AS_JSON(
        c -> {
          c.signedBody =
              bytes(
                  "{\"IdentifyNum\":\"11204416541220243X\",\"Mobile\":\"13800138000\","
                      + "\"ParamType\":\"normal\"}");
        },
        "the form's parameters as JSON",
        "body",
        "body hash"),
    UPPER_CASE_HASHES(
        c -> {
          c.bodyHash = CarelessAcs3Client::upper;
          c.headers.compute("x-acs-content-sha256", (name, hash) -> CarelessAcs3Client.upper(hash));
        },
        "x-acs-content-sha256 is in upper-case hex",
        "header x-acs-content-sha256",
        "x-acs-content-sha256",
        "body hash"),
    NO_CONTENT_HASH(
        c -> c.headers.remove("x-acs-content-sha256"),
        "There is no x-acs-content-sha256",
        "x-acs-content-sha256"),
    UPPER_CASE_HASH(
        c -> c.canonicalHash = CarelessAcs3Client::upper,
        "hash of the canonical request is in upper-case hex"),
    DATE_NOT_LISTED(
        c -> {
          c.lines = Optional.of(c.lines().replaceAll("x-acs-date.*\n", ""));
          c.listed = Optional.of(c.listed().replace("x-acs-date;", ""));
        },
        "SignedHeaders does not list x-acs-date",
        "header x-acs-date",
        "signed header list"),
    SIGNED_AND_NOT_LISTED(
        c -> {
          c.headers.put("accept", "application/json");
          c.listed = Optional.of(c.listed().replace("accept;", ""));
        },
        "covers accept, and SignedHeaders does not list it",
        "header accept"),
    LISTED_AND_NOT_SIGNED(
        c -> c.linesBent = lines -> lines.replaceAll("x-acs-version.*\n", ""),
        "lists x-acs-version, and the signature does not cover it",
        "header x-acs-version"),
    LISTED_AND_NOT_SENT(
        c -> {
          c.headers.put("x-acs-version2", "1");
          c.onTheWay = header -> header.key().endsWith("2") ? new Header("x-other", "1") : header;
        },
        "SignedHeaders lists x-acs-version2, which was not sent",
        "header x-acs-version2",
        "signed header list"),
    ANOTHER_ORDER_LISTED_IN_THE_HEADER_ALONE(
        c -> c.written = text -> text.replace("content-type;host", "host;content-type"),
        "not in alphabetical order",
        "signed header list"),
    ANOTHER_ORDER_LISTED(
        c -> c.listed = Optional.of(c.listed().replace("content-type;host", "host;content-type")),
        "not in alphabetical order",
        "signed header list"),
    CAPITALS_LISTED_IN_THE_HEADER_ALONE(
        c -> c.written = text -> text.replace("content-type;host", "Content-Type;Host"),
        "not in lower case",
        "signed header list"),
    CAPITALS_IN_ANOTHER_ORDER_LISTED(
        c -> c.listed = Optional.of(c.listed().replace("content-type;host", "Host;Content-Type")),
        "neither in lower case nor in alphabetical order",
        "signed header list"),
    ORDER_OF_SENDING(
        c -> {
          List<String> turned = new ArrayList<>(c.headers.keySet());
          Collections.reverse(turned);
          StringBuilder lines = new StringBuilder();
          turned.forEach(name -> lines.append(name + ":" + c.headers.get(name) + "\n"));
          c.lines = Optional.of(lines.toString());
        },
        "The header lines are signed in the order x-acs-version;"),
    HOST_WITHOUT_PORT(
        c -> c.linesBent = lines -> lines.replace(":8080", ""),
        "fits \"host:127.0.0.1\"",
        "header host"),
    HOST_OF_THE_VENDOR(
        c -> c.linesBent = lines -> lines.replace("127.0.0.1:8080", "dypnsapi.aliyuncs.com"),
        "fits \"host:dypnsapi.aliyuncs.com\"",
        "header host"),
    CHARSET_ADDED_ON_THE_WAY(
        c ->
            c.onTheWay =
                header ->
                    header.name().equals("content-type")
                        ? new Header("Content-Type", header.value() + "; charset=utf-8")
                        : header,
        "some HTTP clients add the charset",
        "header content-type"),
    VALUES_IN_LOWER_CASE(
        c -> c.linesBent = lines -> lines.toLowerCase(Locale.ROOT),
        "values of headers are signed in lower case",
        "header x-acs-action",
        "header x-acs-date"),
    NAMES_IN_THEIR_OWN_CASE(
        c -> {
          c.onTheWay =
              header -> header.name().equals("host") ? new Header("Host", header.value()) : header;
          c.linesBent = lines -> lines.replace("host:", "Host:");
        },
        "names of headers are signed with their capital letters"),
    NO_EMPTY_LINE(
        c -> c.linesBent = lines -> lines.substring(0, lines.length() - 1),
        "The empty line after the header lines is missing"),
    SECOND_KEY(
        c -> c.secret = AlibabaVendor.SECOND_CREDENTIALS.accessKeySecret(),
        "fits the secret of telproof-sandbox-second-id, and the Credential names another key",
        "secret"),
    REVOKED_KEY(
        c -> c.secret = AlibabaVendor.REVOKED_CREDENTIALS.accessKeySecret(),
        "fits the secret of telproof-sandbox-revoked-id",
        "secret"),
    KEY_ID_AS_SECRET(c -> c.secret = c.accessKeyId, "the key id, in place of the", "secret"),
    NEWLINE_AFTER_THE_SECRET(c -> c.secret += "\n", "with a newline after it", "secret"),
    AMPERSAND(c -> c.secret += "&", "with & after it, as older signatures have it", "secret"),
    PREFIX(c -> c.secret = "ACS3" + c.secret, "ACS3 stands before the secret", "secret"),
    METHOD(c -> c.canonical = text -> text.replaceFirst("POST", "GET"), "fits the method GET"),
    NO_FIRST_LINE(
        c -> c.toSign = text -> text.substring(text.indexOf('\n') + 1),
        "does not begin with ACS3-HMAC-SHA256"),
    SIGNATURE_IN_UPPER_CASE(
        c -> c.written = text -> end(text, CarelessAcs3Client::upper),
        "The signature is in upper-case hex"),
    SIGNATURE_IN_BASE64(
        c ->
            c.written =
                text ->
                    end(
                        text,
                        hex -> Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex))),
        "The signature is in base64"),
    BLANK_AFTER_THE_COMMA(
        c -> c.written = text -> text.replace(",", ", "), "There is a blank after a comma"),
    TWO_AT_ONCE(
        c -> {
          query(c, text -> text.replace("%20", "+"));
          c.linesBent = lines -> lines.replace(":8080", "");
        },
        "signed with + for a blank",
        "canonical query string",
        "header host");

    private final Consumer<CarelessAcs3Client> made;
    private final String said;
    private final List<String> seen;

    Slip(Consumer<CarelessAcs3Client> made, String said, String... seen) {
      this.made = made;
      this.said = said;
      this.seen = List.of(seen);
    }

    private static void query(CarelessAcs3Client client, UnaryOperator<String> signed) {
      client.query(CarelessAcs3Client.QUERY);
      client.query = signed.apply(client.query);
    }

    private static byte[] bytes(String text) {
      return CarelessAcs3Client.bytes(text);
    }

    private static String end(String text, UnaryOperator<String> change) {
      int start = text.length() - 64;
      return text.substring(0, start) + change.apply(text.substring(start));
    }
  }

  @ParameterizedTest
  @EnumSource(Slip.class)
  void a_mistake_is_named_and_seen_where_it_was_made(Slip slip) {
    CarelessAcs3Client client = client();
    slip.made.accept(client);
    VendorReply reply = vendor.answer(client.request(), NOW);
    SignatureReport report = reply.signature().orElseThrow();

    assertThat(reply.vendorCode()).isIn("SignatureDoesNotMatch", "IncompleteSignature");
    assertThat(report.good()).isFalse();
    assertThat(report.finding()).contains(slip.said).doesNotContain("fits none of");
    assertThat(differing(report)).containsExactlyInAnyOrderElementsOf(slip.seen);
    assertHoldsNothingPersonal(report);
  }

  private static void assertHoldsNothingPersonal(SignatureReport report) {
    Stream<String> texts =
        Stream.concat(
            Stream.of(report.finding(), report.toString()),
            report.parts().stream().flatMap(each -> Stream.of(each.computed(), each.client())));
    assertThat(texts)
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain(
                        "13800138000",
                        "11204416541220243",
                        "速通",
                        "%E9%80",
                        "%e9%80",
                        "100001",
                        "sandbox-secret",
                        "second-secret",
                        "revoked-secret",
                        "temporary-secret",
                        "sandbox-token"));
  }

  @Test
  void the_mistake_is_seen_through_the_mask() {
    CarelessAcs3Client client = client().query(CarelessAcs3Client.QUERY);
    client.query = client.query.replace("%20", "+");
    Part query = part(report(client.request()), "canonical query string");

    assertThat(query.computed())
        .isEqualTo(
            "PhoneNumber=138****8000&SignName=%XX%XX%XX%XX%XX%XX%20%2A%2F%27~&TemplateCode=******");
    assertThat(query.client()).isEqualTo(query.computed().replace("%20", "+"));
    assertThat(query.source()).isEqualTo(Source.FITTED);
  }

  @Test
  void a_body_of_an_earlier_request_is_recognised_and_what_is_masked_alike_is_named() {
    CarelessAcs3Client earlier =
        client().body(CarelessAcs3Client.FORM.replace("11204416541220243X", "110101199003070000"));
    vendor.answer(earlier.request(), NOW);
    CarelessAcs3Client client = client();
    client.headers.put(
        "x-acs-content-sha256", CarelessAcs3Client.hex(CarelessAcs3Client.sha256(earlier.body)));
    client.signedBody = earlier.body;
    SignatureReport report = report(client.request());

    assertThat(report.finding())
        .contains("it is that of the body of the request before, which differs in IdentifyNum");
    assertThat(differing(report))
        .containsExactly("header x-acs-content-sha256", "x-acs-content-sha256", "body hash");
  }

  @Test
  void what_fits_nothing_is_said_to_and_what_is_left_is_named() {
    CarelessAcs3Client client = client();
    client.secret = "of another account";
    SignatureReport report = report(client.request());

    assertThat(report.finding())
        .matches("The signature fits none of \\d+ ways to sign that were tried\\. .*")
        .contains("the secret of telproof-sandbox-id, or a header or the body that was changed");
    assertThat(part(report, "canonical request").source()).isEqualTo(Source.UNKNOWN);
    assertThat(differing(report)).isEmpty();
  }

  @Test
  void a_date_that_is_wrong_is_told_with_both_times() {
    SignatureReport late = report(new CarelessAcs3Client(NOW.minusSeconds(901)).request());
    assertThat(late.finding())
        .contains("2026-11-26T20:44:59Z", "2026-11-26T21:00:00Z: 901 s apart, and 900 are allowed");
    assertThat(differing(late)).containsExactly("x-acs-date");

    CarelessAcs3Client client = client();
    client.headers.put("x-acs-date", "2026-11-26T21:00:00.123Z");
    SignatureReport form = report(client.request());
    assertThat(form.finding())
        .contains("x-acs-date is \"2026-11-26T21:00:00.123Z\"", "in whole seconds and with a Z");
    assertThat(differing(form)).containsExactly("header x-acs-date", "x-acs-date");

    client.headers.remove("x-acs-date");
    assertThat(report(client.request()).finding()).contains("There is no x-acs-date");
  }

  @Test
  void a_date_in_milliseconds_is_told_as_such_with_the_date_that_was_meant() {
    CarelessAcs3Client client = client();
    client.headers.put("x-acs-date", "1795726800000");
    SignatureReport report = report(client.request());

    assertThat(report.finding())
        .isEqualTo(
            "x-acs-date is in milliseconds since 1970. Write the time in UTC, in whole seconds and"
                + " with a Z, as 2026-11-26T21:00:00Z.");
    assertThat(part(report, "canonical request").computed())
        .contains("x-acs-date:2026-11-26T21:00:00Z\n");
    client.headers.put("x-acs-date", "1795726800");
    assertThat(report(client.request()).finding()).contains("in seconds since 1970");
  }

  @Test
  void a_list_that_is_wrong_is_told_once() {
    for (String list : List.of("host;content-type", "Content-Type;Host")) {
      CarelessAcs3Client client = client();
      client.written = text -> text.replace("content-type;host", list);
      assertThat(report(client.request()).finding())
          .startsWith("SignedHeaders is not in ")
          .doesNotContain("The header lines", "The names of headers", "fits", "is wrong too");
    }
  }

  @Test
  void what_is_wrong_beside_the_date_is_told_with_it() {
    CarelessAcs3Client late = new CarelessAcs3Client(NOW.minusSeconds(901));
    late.secret = "of another account";
    CarelessAcs3Client form = client();
    form.headers.put("x-acs-date", "20261126");
    form.secret = "of another account";
    for (CarelessAcs3Client each : List.of(late, form)) {
      assertThat(report(each.request()).finding())
          .contains("Write the time in UTC", "To mend this is not enough")
          .contains("The secret of telproof-sandbox-id is wrong too, or a header or the body");
    }
  }

  @Test
  void what_cannot_be_known_beside_a_mistake_is_said_to() {
    CarelessAcs3Client unsent = client();
    unsent.headers.put("x-acs-version2", "1");
    unsent.onTheWay = header -> header.key().endsWith("2") ? new Header("x-other", "1") : header;
    CarelessAcs3Client unknown = client();
    unknown.accessKeyId = "LTAIofSomebodysRealAccount";
    unknown.secret = "of another account";
    for (CarelessAcs3Client each : List.of(unsent, unknown)) {
      assertThat(report(each.request()).finding())
          .endsWith("Whether the secret is right cannot be known before this is mended.");
    }
  }

  @Test
  void a_nonce_that_was_used_is_told() {
    CarelessAcs3Client client = client();
    assertThat(report(client.request()).good()).isTrue();
    SignatureReport report = report(client.request());

    assertThat(report.finding()).contains("The nonce was in an earlier request of this key");
    assertThat(differing(report)).containsExactly("x-acs-signature-nonce");
    assertThat(part(report, "signature").differs()).isFalse();
  }

  @Test
  void a_key_that_is_not_known_or_is_revoked_is_told_apart() {
    CarelessAcs3Client unknown = client();
    unknown.accessKeyId = "LTAIofSomebodysRealAccount";
    assertThat(report(unknown.request()).finding())
        .contains("The key id LTAI… (26 characters) is none of this sandbox's")
        .contains("fits the secret of telproof-sandbox-id");

    SignatureReport revoked = report(client().as(AlibabaVendor.REVOKED_CREDENTIALS).request());
    assertThat(revoked.finding()).contains("The key telproof-sandbox-revoked-id is revoked");
    assertThat(differing(revoked)).isEmpty();

    CarelessAcs3Client secretAsId = client();
    secretAsId.accessKeyId = secretAsId.secret;
    assertThat(report(secretAsId.request()).finding())
        .contains("A secret stands where the key id belongs");
    assertHoldsNothingPersonal(report(secretAsId.request()));

    CarelessAcs3Client twoIds = client();
    twoIds.headers.put("x-acs-accesskey-id", "another");
    SignatureReport report = report(twoIds.request());
    assertThat(report.finding()).contains("x-acs-accesskey-id is not the key id of the Credential");
    assertThat(differing(report)).containsExactly("x-acs-accesskey-id");
  }

  @Test
  void a_token_that_is_missing_wrong_or_too_much_is_told() {
    CarelessAcs3Client missing = client().as(AlibabaVendor.TEMPORARY_CREDENTIALS);
    missing.headers.remove("x-acs-security-token");
    CarelessAcs3Client wrong = client().as(AlibabaVendor.TEMPORARY_CREDENTIALS);
    wrong.headers.put("x-acs-security-token", "another");
    CarelessAcs3Client tooMuch = client();
    tooMuch.headers.put("x-acs-security-token", "telproof-sandbox-token");

    assertThat(report(missing.request()).finding()).contains("there is no x-acs-security-token");
    assertThat(report(wrong.request()).finding()).contains("is not the token of the key");
    assertThat(report(tooMuch.request()).finding()).contains("Leave it out");
    for (CarelessAcs3Client each : List.of(missing, wrong, tooMuch)) {
      assertThat(differing(report(each.request()))).containsExactly("security token");
      assertHoldsNothingPersonal(report(each.request()));
    }
  }

  @Test
  void a_good_signature_has_all_parts_and_none_that_differs() {
    long seed = 20261127;
    Random random = new Random(seed);
    List<AlibabaCredentials> keys =
        List.of(
            AlibabaVendor.CREDENTIALS,
            AlibabaVendor.SECOND_CREDENTIALS,
            AlibabaVendor.TEMPORARY_CREDENTIALS);
    for (int round = 0; round < 300; round++) {
      Instant at = NOW.plusSeconds(random.nextInt(1_799) - 899);
      CarelessAcs3Client client =
          new CarelessAcs3Client(at).as(keys.get(random.nextInt(keys.size())));
      client.body(text(random));
      if (random.nextBoolean()) {
        client.query(CarelessAcs3Client.QUERY);
        client.target = client.target.replace("%20", random.nextBoolean() ? "+" : "%20");
      }
      if (random.nextBoolean()) {
        client.headers.put("accept", "application/json");
      }
      if (random.nextBoolean()) {
        client.method = "GET";
      }
      SignatureReport report = report(client.request());
      assertThat(report.good()).as("seed %d, round %d", seed, round).isTrue();
      assertThat(report.finding()).isEmpty();
      assertThat(report.parts())
          .as("seed %d, round %d", seed, round)
          .hasSizeGreaterThan(15)
          .noneMatch(Part::differs)
          .noneMatch(each -> each.source() == Source.UNKNOWN);
      assertHoldsNothingPersonal(report);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(80);
    for (int i = 0; i < length; i++) {
      text.append("{}[]\":,\\% =&+a1é韦\n\r".charAt(random.nextInt(19)));
    }
    return text.toString();
  }

  /** Nothing that is sent breaks the report, and so the reply. */
  @Test
  void whatever_is_sent_is_answered_as_the_vendor_answers() {
    long seed = 20261128;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      CarelessAcs3Client client = client().body(text(random));
      client.target = "/?" + text(random);
      client.written = text -> spoilt(text, random);
      client.headers.put(
          "x-acs-date", List.of("", "x", "2026-13-41T99:99:99Z", "0").get(random.nextInt(4)));
      VendorReply reply = vendor.answer(client.request(), NOW);
      assertThat(reply.vendorCode()).as("seed %d, round %d", seed, round).isNotEmpty();
      SignatureReport report = reply.signature().orElseThrow();
      assertThat(report.finding().isEmpty()).isEqualTo(report.good());
    }
  }

  private static String spoilt(String text, Random random) {
    int at = random.nextInt(text.length());
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(at);
      case 2 -> text.substring(0, at) + text(random) + text.substring(at);
      default -> text;
    };
  }

  @Test
  void the_report_changes_neither_the_reply_nor_the_cost() {
    CarelessAcs3Client client = client().body("Mobile=13800138000&ParamType=normal");
    client.headers.put("x-acs-action", "MobileOnlineTime");
    VendorReply good = vendor.answer(client.request(), NOW);
    assertThat(good.status()).isEqualTo(200);
    assertThat(good.billing()).isEqualTo(Billing.CHARGED);
    CarelessAcs3Client wrong = client();
    wrong.secret = "x";
    VendorReply refused = vendor.answer(wrong.request(), NOW);
    assertThat(refused.billing()).isEqualTo(Billing.FREE);
    assertThat(refused.body()).contains("SignatureDoesNotMatch").doesNotContain("fits");
  }
}
