package io.telproof.sandbox.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.SignatureReport.Source;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
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
final class Tc3DiagnosisTest {
  /** Five in the morning of the 27th in China, and still the 26th in UTC. */
  private static final Instant NOW = Instant.parse("2026-11-26T21:00:00Z");

  private final TencentVendor vendor =
      new TencentVendor(TencentSettings.published().limits(100_000, 100_000));

  private static CarelessTc3Client client() {
    return new CarelessTc3Client(NOW);
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
    DAY_OF_CHINA(
        c -> {
          c.scopeDate = "2026-11-27";
          c.keyDate = "2026-11-27";
        },
        "The date in the credential scope is 2026-11-27, and the timestamp's day in UTC is"
            + " 2026-11-26. It is the day of UTC+8.",
        "date of the scope",
        "signing key"),
    DAY_OF_CHINA_IN_THE_SCOPE_ALONE(
        c -> c.scopeDate = "2026-11-27",
        "timestamp's day in UTC is 2026-11-26",
        "date of the scope"),
    DAY_OF_CHINA_IN_THE_KEY_ALONE(
        c -> c.keyDate = "2026-11-27",
        "fits the date 2026-11-27, and the credential scope has 2026-11-26",
        "signing key"),
    EMPTY_BODY(c -> c.signedBody = new byte[0], "fits an empty body", "body", "body hash"),
    EMPTY_OBJECT(c -> c.signedBody = bytes("{}"), "fits the body {}", "body", "body hash"),
    PYTHON_SEPARATORS(
        c ->
            c.signedBody =
                bytes(
                    "{\"IdCard\": \"11204416541220243X\", \"Name\": \"\\u97e6\\u5c0f\\u5b9d\","
                        + " \"Phone\": \"13800138000\"}"),
        "as json.dumps of Python writes it",
        "body",
        "body hash"),
    COMPACT(
        c -> c.body = bytes(CarelessTc3Client.BODY.replace(",", ", ")),
        "without blanks (compact JSON)",
        "body",
        "body hash"),
    PRETTY(
        c ->
            c.signedBody =
                bytes(
                    "{\n  \"IdCard\": \"11204416541220243X\",\n  \"Name\": \"韦小宝\",\n"
                        + "  \"Phone\": \"13800138000\"\n}"),
        "indented by 2 blanks",
        "body",
        "body hash"),
    UNICODE_ESCAPES(
        c -> c.signedBody = bytes(CarelessTc3Client.BODY.replace("韦小宝", "\\u97e6\\u5c0f\\u5b9d")),
        "\\u escapes for what is not ASCII",
        "body",
        "body hash"),
    SORTED_NAMES(
        c -> c.body = bytes("{\"Phone\":\"13800138000\",\"IdCard\":\"1\",\"Name\":\"2\"}"),
        c -> c.signedBody = bytes("{\"IdCard\":\"1\",\"Name\":\"2\",\"Phone\":\"13800138000\"}"),
        "with its names sorted",
        "body",
        "body hash"),
    NEWLINE_AT_THE_END(
        c -> c.signedBody = bytes(CarelessTc3Client.BODY + "\n"),
        "newline at its end",
        "body",
        "body hash"),
    GBK(
        c -> c.signedBody = CarelessTc3Client.BODY.getBytes(Charset.forName("GBK")),
        "encoded in GBK",
        "body",
        "body hash"),
    CARRIAGE_RETURN_AT_THE_END(
        c -> c.signedBody = bytes(CarelessTc3Client.BODY + "\r\n"),
        "fits the body with \\r\\n at its end",
        "body",
        "body hash"),
    NEWLINE_SENT_AND_NOT_SIGNED(
        c -> c.body = bytes(CarelessTc3Client.BODY + "\n"),
        "fits the body without the newline at its end",
        "body",
        "body hash"),
    UNSIGNED_PAYLOAD(
        c -> c.signedBody = bytes("UNSIGNED-PAYLOAD"),
        "Send the header X-TC-Content-SHA256: UNSIGNED-PAYLOAD as well",
        "body hash"),
    SIGNED_PAYLOAD_SAID_TO_BE_UNSIGNED(
        c -> c.more.add(new Header("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD")),
        "The body is signed, and X-TC-Content-SHA256 says UNSIGNED-PAYLOAD",
        "body hash"),
    UPPER_CASE_BODY_HASH(
        c -> c.bodyHash = CarelessTc3Client::upper, "body hash is in upper-case hex", "body hash"),
    BODY_HASH_IN_BASE64(
        c -> c.bodyHash = hash -> Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash)),
        "The body hash is in base64",
        "body hash"),
    NO_BODY_HASH(
        c -> c.bodyHash = hash -> "", "There is nothing where the body hash belongs", "body hash"),
    BODY_FOR_ITS_HASH(
        c -> c.bodyHash = hash -> CarelessTc3Client.BODY,
        "The body itself stands where its hash belongs",
        "body hash"),
    UPPER_CASE_HASH(
        c -> c.canonicalHash = CarelessTc3Client::upper, "canonical request is in upper-case hex"),
    NOT_HASHED(
        c -> c.toSign = text -> unhashed(c, text),
        "The canonical request itself stands in the string to sign"),
    SIGNED_AND_NOT_LISTED(
        c -> c.listed = "content-type;host",
        "covers x-tc-action, and SignedHeaders does not list it",
        "header x-tc-action"),
    SIGNED_WITH_THE_LONG_LIST_AND_NOT_LISTED(
        c -> {
          c.written = text -> text.replace("host;x-tc-action", "host");
        },
        "covers x-tc-action, and SignedHeaders does not list it",
        "header x-tc-action",
        "signed header list"),
    LISTED_AND_NOT_SIGNED(
        c -> c.lines = c.lines.replaceAll("x-tc-action.*\n", ""),
        "lists x-tc-action, and the signature does not cover it",
        "header x-tc-action"),
    ANOTHER_ORDER(
        c -> c.lines = "host:127.0.0.1:8080\ncontent-type:application/json\n" + action(c),
        "in the order host;content-type;x-tc-action"),
    ANOTHER_ORDER_LISTED(
        c -> {
          c.lines = "host:127.0.0.1:8080\ncontent-type:application/json\n" + action(c);
          c.listed = "host;content-type;x-tc-action";
        },
        "not in alphabetical order",
        "signed header list"),
    ANOTHER_ORDER_LISTED_OVER_THE_RIGHT_LINES(
        c -> c.listed = "host;content-type;x-tc-action",
        "not in alphabetical order",
        "signed header list"),
    CAPITALS_LISTED(
        c -> c.listed = "Content-Type;Host;X-TC-Action", "not in lower case", "signed header list"),
    CAPITALS_IN_ANOTHER_ORDER_LISTED(
        c -> c.listed = "X-TC-Action;Host;Content-Type",
        "neither in lower case nor in alphabetical order",
        "signed header list"),
    LISTED_AND_NOT_SENT(
        c -> {
          c.listed += ";x-tc-region";
          c.lines += "x-tc-region:ap-guangzhou\n";
        },
        "SignedHeaders lists x-tc-region, which was not sent",
        "header x-tc-region",
        "signed header list"),
    HOST_WITHOUT_PORT(
        c -> c.lines = c.lines.replace(":8080", ""),
        "fits \"host:127.0.0.1\", and the request was sent with \"Host: 127.0.0.1:8080\"",
        "header host"),
    HOST_WITH_PORT(
        c -> {
          c.host = "faceid.tencentcloudapi.com";
          c.lines = c.lines.replace("127.0.0.1:8080", "faceid.tencentcloudapi.com:443");
        },
        "fits \"host:faceid.tencentcloudapi.com:443\"",
        "header host"),
    HOST_OF_THE_VENDOR(
        c -> c.lines = c.lines.replace("127.0.0.1:8080", "faceid.tencentcloudapi.com"),
        "fits \"host:faceid.tencentcloudapi.com\"",
        "header host"),
    CHARSET_ADDED_ON_THE_WAY(
        c -> c.contentType = "application/json; charset=utf-8",
        "some HTTP clients add the charset",
        "header content-type"),
    CHARSET_DROPPED_ON_THE_WAY(
        c -> c.lines = c.lines.replace("json", "json; charset=utf-8"),
        "some HTTP clients add the charset or drop it",
        "header content-type"),
    VALUES_IN_THEIR_OWN_CASE(
        c -> c.lines = c.lines.replace("phoneverification", "PhoneVerification"),
        "The values of headers are signed with their capital letters",
        "header x-tc-action"),
    NAMES_IN_THEIR_OWN_CASE(
        c ->
            c.lines =
                """
                Content-Type:application/json
                Host:127.0.0.1:8080
                X-TC-Action:phoneverification
                """,
        "The names of headers are signed with their capital letters"),
    NO_EMPTY_LINE(
        c -> c.lines = c.lines.substring(0, c.lines.length() - 1),
        "The empty line after the header lines is missing"),
    BLANK_AFTER_THE_COLON(
        c -> c.lines = c.lines.replaceAll("(?m)^([a-z-]+):", "$1: "), "blank after the colon"),
    QUERY_OF_A_POST(
        c -> {
          c.target = "/?Phone=13800138000";
          c.query = "Phone=13800138000";
        },
        "The query string is signed, and the method is POST"),
    QUERY_FORGOTTEN(c -> get(c, ""), "The query string is not signed"),
    QUERY_DECODED(
        c -> get(c, "Name=韦小宝&Phone=13800138000"), "query string is signed without encoding"),
    PATH(
        c -> {
          c.target = "/faceid";
          c.canonical = text -> text.replaceFirst("\n/\n", "\n/faceid\n");
        },
        "The path in the canonical request is not \"/\""),
    METHOD(c -> c.canonical = text -> text.replaceFirst("POST", "GET"), "fits the method GET"),
    ANOTHER_SERVICE(
        c -> c.keyService = "domain",
        "fits the service \"domain\", and the credential scope has faceid",
        "signing key"),
    SECOND_KEY(
        c -> c.secret = "TC3" + TencentVendor.SECOND_CREDENTIALS.secretKey(),
        "the secret of AKIDtelproofsandboxsecond, and the Credential names another key",
        "signing key"),
    REVOKED_KEY(
        c -> c.secret = "TC3" + TencentVendor.REVOKED_CREDENTIALS.secretKey(),
        "the secret of AKIDtelproofsandboxrevoked",
        "signing key"),
    TEMPORARY_KEY(
        c -> c.secret = "TC3" + TencentVendor.TEMPORARY_CREDENTIALS.secretKey(),
        "the secret of AKIDtelproofsandboxtemporary",
        "signing key"),
    KEY_ID_AS_KEY(
        c -> c.secret = "TC3" + c.secretId, "fits the key id, in place of the", "signing key"),
    NEWLINE_AFTER_THE_SECRET(
        c -> c.secret += "\n", "with a newline after it. Sign with the secret", "signing key"),
    BLANK_AFTER_THE_SECRET(c -> c.secret += " ", "with a blank after it", "signing key"),
    WITHOUT_TC3(
        c -> c.secret = c.secret.substring(3),
        "derived from the secret key without TC3",
        "signing key"),
    STEPS_IN_HEX(
        c -> c.passedOn = key -> bytes(CarelessTc3Client.hex(key)),
        "passed on as hex text",
        "signing key"),
    NO_STEPS(c -> c.steps = List.of(), "Derive the key first", "signing key"),
    STEPS_SWAPPED(c -> c.swapped = true, "Key and text are swapped", "signing key"),
    SIGNATURE_IN_UPPER_CASE(
        c -> c.written = text -> text.substring(0, text.length() - 64) + upperEnd(text),
        "The signature is in upper-case hex"),
    SIGNATURE_IN_BASE64(c -> c.written = Tc3DiagnosisTest::inBase64, "The signature is in base64"),
    MILLISECONDS_IN_THE_STRING_TO_SIGN(
        c -> c.toSign = text -> text.replace(c.timestamp, c.timestamp + "000"),
        "The timestamp in the string to sign is in milliseconds",
        "timestamp"),
    KEY_ID_IN_THE_SCOPE(
        c -> c.toSign = text -> text.replace("2026-11-26/", c.secretId + "/2026-11-26/"),
        "begins with the key id"),
    NO_FIRST_LINE(
        c -> c.toSign = text -> text.substring(text.indexOf('\n') + 1),
        "does not begin with TC3-HMAC-SHA256");

    private final Consumer<CarelessTc3Client> made;
    private final String said;
    private final List<String> seen;

    Slip(Consumer<CarelessTc3Client> made, String said, String... seen) {
      this.made = made;
      this.said = said;
      this.seen = List.of(seen);
    }

    Slip(
        Consumer<CarelessTc3Client> first,
        Consumer<CarelessTc3Client> second,
        String said,
        String... seen) {
      this(first.andThen(second), said, seen);
    }

    private static byte[] bytes(String text) {
      return CarelessTc3Client.bytes(text);
    }

    private static String action(CarelessTc3Client client) {
      return "x-tc-action:" + client.action.toLowerCase(Locale.ROOT) + "\n";
    }

    private static String upperEnd(String text) {
      return CarelessTc3Client.upper(text.substring(text.length() - 64));
    }

    private static String unhashed(CarelessTc3Client client, String text) {
      String request =
          "POST\n/\n\n"
              + client.lines
              + '\n'
              + client.listed
              + '\n'
              + CarelessTc3Client.hex(CarelessTc3Client.sha256(client.signedBody));
      return text.substring(0, text.lastIndexOf('\n') + 1) + request;
    }

    private static void get(CarelessTc3Client client, String query) {
      client.method = "GET";
      client.target = "/?Name=%E9%9F%A6%E5%B0%8F%E5%AE%9D&Phone=13800138000";
      client.query = query;
      client.body("");
    }
  }

  private static String inBase64(String authorization) {
    int start = authorization.length() - 64;
    byte[] bytes = HexFormat.of().parseHex(authorization.substring(start));
    return authorization.substring(0, start) + Base64.getEncoder().encodeToString(bytes);
  }

  @ParameterizedTest
  @EnumSource(Slip.class)
  void a_mistake_is_named_and_seen_where_it_was_made(Slip slip) {
    CarelessTc3Client client = client();
    slip.made.accept(client);
    VendorReply reply = vendor.answer(client.request(), NOW);
    SignatureReport report = reply.signature().orElseThrow();

    assertThat(reply.vendorCode()).startsWith("AuthFailure.");
    assertThat(report.good()).isFalse();
    assertThat(report.finding()).contains(slip.said);
    assertThat(differing(report)).containsExactlyInAnyOrderElementsOf(slip.seen);
    assertThat(part(report, "signature").differs()).isTrue();
    assertHoldsNothingPersonal(report);
  }

  /** Every text of a report. */
  static void assertHoldsNothingPersonal(SignatureReport report) {
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
                        "韦小宝",
                        "%E9%9F%A6",
                        "u97e6",
                        "secret-key",
                        "SECRET-KEY",
                        "sandbox-token"));
  }

  @Test
  void two_mistakes_at_once_are_both_named() {
    CarelessTc3Client client = client();
    client.lines = client.lines.replace(":8080", "");
    client.secret += "\n";
    SignatureReport report = report(client.request());

    assertThat(report.finding()).contains("fits \"host:127.0.0.1\"", "with a newline after it");
    assertThat(differing(report)).containsExactlyInAnyOrder("header host", "signing key");
  }

  @Test
  void a_body_of_an_earlier_request_is_recognised_and_what_is_masked_alike_is_named() {
    CarelessTc3Client earlier = client();
    earlier.body(CarelessTc3Client.BODY.replace(CarelessTc3Client.ID_NUMBER, "110101199003070000"));
    vendor.answer(earlier.request(), NOW);
    vendor.answer(client().body("{}").request(), NOW);
    CarelessTc3Client client = client();
    client.signedBody = earlier.body;
    SignatureReport report = report(client.request());

    assertThat(report.finding())
        .contains("fits the body of an earlier request, which differs in IdCard");
    assertThat(differing(report)).containsExactly("body hash");
    assertHoldsNothingPersonal(report);
  }

  @Test
  void no_more_than_a_few_dozen_bodies_are_remembered() {
    CarelessTc3Client first = client().body("{\"Phone\":\"1\"}");
    vendor.answer(first.request(), NOW);
    for (int i = 0; i < 32; i++) {
      vendor.answer(client().body("{\"n\":" + i + "}").request(), NOW);
    }
    CarelessTc3Client client = client();
    client.signedBody = first.body;

    assertThat(report(client.request()).finding()).contains("fits none of");
  }

  @Test
  void what_fits_nothing_is_said_to_and_what_is_left_is_named() {
    CarelessTc3Client client = client();
    client.secret = "TC3of another account";
    SignatureReport report = report(client.request());

    assertThat(report.finding())
        .matches("The signature fits none of \\d+ ways to sign that were tried\\. .*")
        .contains("the secret of AKIDtelproofsandbox, or a header or the body that was changed");
    assertThat(part(report, "canonical request").source()).isEqualTo(Source.UNKNOWN);
    assertThat(differing(report)).isEmpty();
  }

  @Test
  void the_lines_of_both_canonical_requests_stand_side_by_side() {
    CarelessTc3Client client = client();
    client.lines = client.lines.replace(":8080", "");
    Part canonical = part(report(client.request()), "canonical request");
    List<String> computed = canonical.computed().lines().toList();
    List<String> clients = canonical.client().lines().toList();

    assertThat(computed).hasSameSizeAs(clients).contains("host:127.0.0.1:8080");
    assertThat(clients).contains("host:127.0.0.1");
    assertThat(computed.stream().filter(line -> !clients.contains(line))).hasSize(1);
  }

  @Test
  void a_clock_that_is_wrong_is_told_with_both_times() {
    CarelessTc3Client client = new CarelessTc3Client(NOW.minusSeconds(301));
    SignatureReport report = report(client.request());

    assertThat(report.finding())
        .contains("(2026-11-26T20:54:59Z)", "(2026-11-26T21:00:00Z): 301 s apart");
    assertThat(differing(report)).containsExactly("timestamp");
    assertThat(part(report, "signature").differs()).isFalse();
  }

  @Test
  void milliseconds_are_told_once_and_all_that_follows_is_computed_of_the_seconds() {
    CarelessTc3Client signed = client();
    signed.timestamp += "000";
    CarelessTc3Client sent = client();
    String seconds = sent.timestamp;
    sent.timestamp += "000";
    sent.toSign = text -> text.replace(sent.timestamp, seconds);
    for (CarelessTc3Client each : List.of(signed, sent)) {
      SignatureReport report = report(each.request());

      assertThat(report.finding())
          .isEqualTo(
              "X-TC-Timestamp is in milliseconds: 1795726800000. Send and sign whole seconds since"
                  + " 1970: 1795726800.");
      assertThat(differing(report)).containsExactly("timestamp");
      assertThat(part(report, "string to sign").computed())
          .contains("\n1795726800\n2026-11-26/faceid/tc3_request\n");
    }
  }

  @Test
  void milliseconds_of_a_clock_that_is_wrong_are_told_as_both() {
    CarelessTc3Client client = new CarelessTc3Client(NOW.minusSeconds(301));
    client.timestamp += "000";

    assertThat(report(client.request()).finding())
        .contains("X-TC-Timestamp is in milliseconds", "301 s apart, and 300 are allowed");
  }

  @Test
  void a_list_that_is_wrong_in_the_header_alone_is_told_once_and_marked() {
    for (String list : List.of("host;content-type;x-tc-action", "Content-Type;Host;X-TC-Action")) {
      CarelessTc3Client client = client();
      client.written = text -> text.replace(client.listed, list);
      SignatureReport report = report(client.request());
      assertThat(report.finding())
          .startsWith("SignedHeaders is not in ")
          .doesNotContain("The header lines", "fits", "is wrong too");
      assertThat(differing(report)).containsExactly("signed header list");
      assertThat(part(report, "signature").differs()).isFalse();
    }
  }

  @Test
  void what_is_wrong_beside_the_date_is_told_with_it() {
    CarelessTc3Client client = client();
    client.scopeDate = "2026-11-27";
    client.keyDate = "2026-11-27";
    client.secret = "TC3of another account";
    assertThat(report(client.request()).finding())
        .contains("the timestamp's day in UTC is 2026-11-26")
        .contains("To mend this is not enough")
        .contains("The secret of AKIDtelproofsandbox is wrong too, or a header or the body");

    CarelessTc3Client late = new CarelessTc3Client(NOW.minusSeconds(301));
    late.secret = "TC3of another account";
    assertThat(report(late.request()).finding())
        .contains("301 s apart", "The secret of AKIDtelproofsandbox is wrong too");
  }

  @Test
  void what_cannot_be_known_beside_a_mistake_is_said_to() {
    CarelessTc3Client unsent = client();
    unsent.listed += ";x-tc-region";
    unsent.lines += "x-tc-region:ap-guangzhou\n";
    CarelessTc3Client unknown = client();
    unknown.secretId = "AKIDofSomebodysRealAccount";
    unknown.secret = "TC3of another account";
    for (CarelessTc3Client each : List.of(unsent, unknown)) {
      assertThat(report(each.request()).finding())
          .endsWith("Whether the secret is right cannot be known before this is mended.");
    }
    assertThat(finding(text -> text.replaceAll("Signature=.*", "Signature=abc")))
        .endsWith("cannot be known before this is mended.");
  }

  @Test
  void a_number_in_the_list_of_headers_is_not_shown() {
    CarelessTc3Client client = client();
    client.listed = "13800138000;content-type;host;x-tc-action";
    SignatureReport report = report(client.request());

    assertThat(report.finding()).contains("which was not sent");
    assertHoldsNothingPersonal(report);
  }

  @Test
  void a_key_that_is_not_known_or_is_revoked_is_told_apart() {
    CarelessTc3Client unknown = client();
    unknown.secretId = "AKIDofSomebodysRealAccount";
    assertThat(report(unknown.request()).finding())
        .contains("The key id AKID… (26 characters) is none of this sandbox's")
        .contains("fits the secret of AKIDtelproofsandbox");
    assertThat(differing(report(unknown.request()))).contains("key id").doesNotContain("body");

    SignatureReport revoked = report(client().as(TencentVendor.REVOKED_CREDENTIALS).request());
    assertThat(revoked.finding()).contains("The key AKIDtelproofsandboxrevoked is revoked");
    assertThat(part(revoked, "signature").differs()).isFalse();
    assertThat(revoked.good()).isFalse();

    CarelessTc3Client secretAsId = client();
    secretAsId.secretId = TencentVendor.CREDENTIALS.secretKey();
    assertThat(report(secretAsId.request()).finding())
        .contains("A secret key stands where the key id belongs");
    assertHoldsNothingPersonal(report(secretAsId.request()));
  }

  @Test
  void a_token_that_is_missing_wrong_or_too_much_is_told() {
    CarelessTc3Client missing = client().as(TencentVendor.TEMPORARY_CREDENTIALS);
    missing.token = Optional.empty();
    CarelessTc3Client wrong = client().as(TencentVendor.TEMPORARY_CREDENTIALS);
    wrong.token = Optional.of("another");
    CarelessTc3Client tooMuch = client();
    tooMuch.token = Optional.of("telproof-sandbox-token");

    assertThat(report(missing.request()).finding()).contains("there is no X-TC-Token");
    assertThat(report(wrong.request()).finding()).contains("is not the token of the key");
    assertThat(report(tooMuch.request()).finding()).contains("Leave the token out");
    for (CarelessTc3Client each : List.of(missing, wrong, tooMuch)) {
      assertThat(differing(report(each.request()))).containsExactly("token");
      assertHoldsNothingPersonal(report(each.request()));
    }
  }

  @Test
  void a_header_that_cannot_be_read_is_told_what_it_lacks() {
    assertThat(finding(text -> "")).contains("does not begin with \"TC3-HMAC-SHA256 \"");
    assertThat(finding(text -> text.replace("TC3-", "TC4-"))).contains("does not begin with");
    assertThat(finding(text -> text.replace("/tc3_request", ""))).contains("The Credential is not");
    assertThat(finding(text -> text.replace("2026-11-26", "20261126"))).contains("with hyphens");
    assertThat(finding(text -> text.replace("host;", ""))).contains("both content-type and host");
    assertThat(finding(text -> text.replaceAll("Signature=.*", "Signature=abc")))
        .contains("is not 64 digits of hex");
  }

  private String finding(UnaryOperator<String> written) {
    CarelessTc3Client client = client();
    client.written = written;
    return report(client.request()).finding();
  }

  @Test
  void a_signature_for_another_product_than_the_hosts_is_told_with_both() {
    CarelessTc3Client client = client();
    client.host = "domain.tencentcloudapi.com";
    client.lines = client.lines.replace("127.0.0.1:8080", client.host);
    SignatureReport report = report(client.request());

    assertThat(report.finding())
        .contains("The service in the credential scope is faceid, and the host is that of domain");
    assertThat(differing(report)).contains("service of the scope");
  }

  @Test
  void a_good_signature_has_all_parts_and_none_that_differs() {
    long seed = 20261127;
    Random random = new Random(seed);
    List<TencentCredentials> keys =
        List.of(
            TencentVendor.CREDENTIALS,
            TencentVendor.SECOND_CREDENTIALS,
            TencentVendor.TEMPORARY_CREDENTIALS);
    for (int round = 0; round < 300; round++) {
      Instant at = NOW.plusSeconds(random.nextInt(599) - 299);
      CarelessTc3Client client =
          new CarelessTc3Client(at).as(keys.get(random.nextInt(keys.size())));
      client.body(text(random));
      if (random.nextBoolean()) {
        client.more.add(new Header("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD"));
        client.signedBody = CarelessTc3Client.bytes("UNSIGNED-PAYLOAD");
      }
      if (random.nextBoolean()) {
        client.listed = "content-type;host";
        client.lines = client.lines.replaceAll("x-tc-action.*\n", "");
      }
      if (random.nextBoolean()) {
        client.method = "GET";
        client.query = "Phone=13800138000&Name=%E9%9F%A6+" + random.nextInt();
        client.target = "/?" + client.query;
      }
      SignatureReport report = report(client.request());
      assertThat(report.good()).as("seed %d, round %d", seed, round).isTrue();
      assertThat(report.finding()).isEmpty();
      assertThat(report.parts())
          .as("seed %d, round %d", seed, round)
          .hasSizeGreaterThan(12)
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
      CarelessTc3Client client = client().body(text(random));
      client.written = text -> spoilt(text, random);
      client.timestamp =
          random.nextBoolean()
              ? client.timestamp
              : List.of("", "x", "-1", "9223372036854775807", "31556889864403199")
                  .get(random.nextInt(5));
      VendorReply reply = vendor.answer(client.request(), NOW);
      assertThat(reply.status()).as("seed %d, round %d", seed, round).isEqualTo(200);
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
    VendorReply good = vendor.answer(client().request(), NOW);
    assertThat(good.vendorCode()).isEqualTo("0");
    assertThat(good.billing()).isEqualTo(Billing.CHARGED);
    assertThat(good.body()).contains("\"Result\":\"0\"");
    CarelessTc3Client wrong = client();
    wrong.secret = "x";
    VendorReply refused = vendor.answer(wrong.request(), NOW);
    assertThat(refused.billing()).isEqualTo(Billing.FREE);
    assertThat(refused.body())
        .contains("AuthFailure.SignatureFailure")
        .doesNotContain("fits", "canonical");
  }
}
