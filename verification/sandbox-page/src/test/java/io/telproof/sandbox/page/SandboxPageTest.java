package io.telproof.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.sandbox.page.Tc3Client.Mistake;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as a person uses it. */
@Tag("browser")
final class SandboxPageTest {
  private static final String GOOD = "13800138000";
  private static final String TOKEN = "a-token-of-the-test-0123456789";
  private static final List<String> SECTIONS =
      List.of("requests", "numbers", "bill", "switches", "connect");

  private static Browser browser;

  private Sandbox sandbox;
  private Tc3Client client;

  @BeforeAll
  static void openBrowser() {
    browser = new Browser();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @BeforeEach
  void open() {
    start(options());
    browser.width(1280);
    browser.colours("light");
    browser.open(sandbox.endpoint() + "/");
    browser.awaitText("#live", "live");
  }

  /** Time stands still, so that every request of a test is made in one second. */
  private static SandboxOptions options() {
    return SandboxOptions.of(new TencentVendor(), new AlibabaVendor(), new CamaraVendor())
        .at(InstantSource.fixed(Instant.now()))
        .withConfiguration(SandboxPageTest::configuration);
  }

  private static String configuration(URI endpoint) {
    return "telproof {\n  providers {\n    tencent { endpoint = \"" + endpoint + "\" }\n  }\n}\n";
  }

  private void start(SandboxOptions options) {
    sandbox = Sandbox.start(options);
    client = new Tc3Client(sandbox.endpoint());
  }

  @AfterEach
  void stop() {
    List<String> complaints = browser.complaints();
    browser.open("about:blank");
    sandbox.close();
    assertThat(complaints).isEmpty();
  }

  private void show(String section) {
    browser.click("nav a[href='#" + section + "']");
    browser.find("#" + section);
  }

  private String told() {
    return browser.text("#told");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13800138430",
        "+86 138 0013 8430",
        "43",
        "unlisted-error",
        "error code no page lists"
      })
  void a_magic_number_is_found_by_its_digits_its_scenario_and_its_words(String words) {
    show("numbers");
    browser.type("#search", words);
    WebElement found = browser.find("#number-list li", "An error code that no page lists.");
    assertThat(found.getText())
        .contains("43", "unlisted-error", "every check", "camara", "400 and an unlisted code");
    assertThat(browser.text("#search-count")).isEqualTo("1 of 61");
  }

  @Test
  void the_scenarios_that_have_something_to_say_of_a_check_are_found_by_it() {
    show("numbers");
    browser.type("#search", "pre-validated-number");
    assertThat(browser.find("#number-list li", "All is well.").getText()).contains("an id");
    assertThat(
            browser.all("#number-list li").stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText))
        .allMatch(text -> text.contains("pre-validated-number"));
  }

  @Test
  void a_request_that_is_answered_arrives_live_and_says_why() throws Exception {
    browser.find("#list-empty");
    client.ask("13800138010", Mistake.NONE);
    WebElement row = browser.find("#request-1");
    assertThat(row.getText())
        .contains("tencent MobileStatus", "answered", "HTTP 200", "charged", "138****8010")
        .contains("The line is suspended");
    browser.awaitText("#count-bill", "1");
    assertThat(browser.find("#arrivals").getAttribute("textContent"))
        .isEqualTo("New request: tencent MobileStatus, answered");
    row.click();
    assertThat(browser.text("#detail")).contains("01 suspended", "taken");
    assertThat(browser.script("return document.body.textContent"))
        .asString()
        .doesNotContain("13800138010\"");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(Mistake.DATE, "date of the scope", "credential scope"),
        Arguments.of(Mistake.BODY, "body", "json.dumps of Python"),
        Arguments.of(Mistake.HEADERS, "signed header list", "x-tc-action"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_wrong_signature_is_explained_and_the_first_difference_is_marked(
      Mistake mistake, String part, String finding) throws Exception {
    client.ask(GOOD, mistake);
    browser.click("#request-1");
    assertThat(browser.text("#detail .finding")).startsWith("Finding").contains(finding);
    WebElement differing = browser.find("#detail details[open]", part);
    assertThat(differing.findElements(By.cssSelector("mark"))).hasSize(2);
    assertThat(differing.getText()).contains("differs", "First difference: line 1, character ");
    browser.picture("difference-" + mistake);
  }

  @Test
  void what_the_request_does_not_say_is_pasted_and_compared_in_the_browser() throws Exception {
    client.ask(GOOD, Mistake.KEY);
    browser.click("#request-1");
    assertThat(browser.text("#detail .finding")).contains("secret");
    WebElement part = browser.find("#detail details[open]", "canonical request");
    assertThat(part.getText()).contains("not known");
    String computed = String.valueOf(browser.script(PRE_TEXT, part));
    String box = "#detail details[open] textarea";
    WebElement paste = browser.find(box);
    browser.script("arguments[0].value = arguments[1];", paste, computed);
    paste.sendKeys(" ", Keys.BACK_SPACE);
    browser.awaitText("#detail details[open] .badge", "same");
    browser.script(
        "arguments[0].value = arguments[1];", paste, computed.replace("host:", "host: "));
    paste.sendKeys(" ", Keys.BACK_SPACE);
    browser.awaitText("#detail details[open] .badge", "differs");
    assertThat(part.getText())
        .contains("First difference: line 5, character 6. The vendor has 1, you have a space.");
    assertThat(part.findElements(By.cssSelector("mark"))).hasSize(2);
    browser.picture("pasted");
    assertThat(sandbox.heard()).hasSize(1);
  }

  private static final String PRE_TEXT =
      "return [...arguments[0].querySelectorAll('pre')[0].querySelectorAll('.line')]"
          + ".map(line => line.textContent).join('\\n');";

  @Test
  void the_list_is_filtered_by_vendor_and_by_refusal_and_cleared() throws Exception {
    client.ask(GOOD, Mistake.NONE);
    client.ask(GOOD, Mistake.KEY);
    send("x-acs-action", "<img src=x onerror=alert(1)>");
    browser.find("#request-3");
    assertThat(browser.all("#list img")).isEmpty();
    assertThat(browser.text("#request-3")).contains("alibaba <img src=x");
    browser.choose("#filter-vendor", "tencent");
    browser.awaitNone("#request-3");
    browser.click("#filter-refused");
    browser.awaitNone("#request-1");
    assertThat(browser.text("#request-2")).contains("refused");
    browser.click("#clear-requests");
    browser.find("#list-empty", "No request yet.");
  }

  private void send(String header, String value) throws IOException, InterruptedException {
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(sandbox.endpoint().resolve("/"))
                .header(header, value)
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void a_fault_is_set_and_met() throws Exception {
    show("switches");
    browser.type("#fault-times", "2");
    browser.choose("#fault-vendor", "tencent");
    browser.choose("#fault-name", "HTML_502");
    assertThat(browser.text("#fault-sentence")).contains("status 502 and a web page");
    browser.click("#fault-form button");
    browser.awaitText("#fault-queue", "2 waiting");
    browser.awaitText("#count-switches", "2");
    assertThat(client.ask(GOOD, Mistake.NONE)).contains("502 Bad Gateway");
    browser.awaitText("#fault-queue", "1 waiting");
    browser.click("#forget-faults");
    browser.awaitNone("#fault-queue .badge");
    show("requests");
    assertThat(browser.text("#request-1"))
        .contains("spoilt", "On its way back: status 502 and a web page.");
  }

  @Test
  void a_clock_is_put_ahead_and_the_vendor_finds_the_signature_too_old() throws Exception {
    show("switches");
    browser.type("#clock-tencent", "10");
    browser.click("#clock-tencent-set");
    browser.awaitText("#clock-list .badge", "10 min ahead");
    assertThat(client.ask(GOOD, Mistake.NONE)).contains("AuthFailure.SignatureExpire");
    browser.click("#clock-tencent-reset");
    browser.awaitNone("#clock-list .badge");
    assertThat(client.ask(GOOD, Mistake.NONE)).contains("Result");
  }

  @Test
  void a_limit_is_lowered_and_met() throws Exception {
    show("switches");
    browser.type("#limit-tencent-MobileStatus", "1");
    browser.press(Keys.ENTER);
    browser.awaitText("#limit-list .badge", "was 20");
    assertThat(client.ask(GOOD, Mistake.NONE)).contains("Result");
    assertThat(client.ask(GOOD, Mistake.NONE)).contains("RequestLimitExceeded");
    show("requests");
    assertThat(browser.text("#request-2")).contains("refused", "RequestLimitExceeded");
  }

  @Test
  void a_key_is_revoked_and_restored() throws Exception {
    String key = "#key-" + TencentVendor.CREDENTIALS.secretId();
    show("switches");
    browser.click(key);
    browser.find(key, "Restore");
    assertThat(told()).contains("is refused from now on");
    assertThat(client.ask(GOOD, Mistake.NONE)).contains("AuthFailure.SecretIdNotFound");
    browser.click(key);
    browser.find(key, "Revoke");
    assertThat(client.ask(GOOD, Mistake.NONE)).contains("Result");
  }

  @Test
  void the_bill_tells_each_operation_and_each_line_and_is_cleared() throws Exception {
    client.ask(GOOD, Mistake.NONE);
    client.ask(GOOD, Mistake.KEY);
    show("bill");
    browser.awaitText("#bill-operations tr", "MobileStatus 2 1 1 0");
    browser.awaitText("#bill-total", "2 requests, 1 charged");
    assertThat(browser.text("#bill-lines")).contains("AuthFailure.SignatureFailure", "138****8000");
    browser.click("#clear-bill");
    browser.find("#bill-empty");
    assertThat(sandbox.bill().requests()).isZero();
  }

  @Test
  void the_configuration_is_copied() {
    browser.allowClipboard();
    show("connect");
    browser.click("#copy-configuration");
    browser.awaitText("#told", "Configuration copied");
    assertThat(browser.clipboard()).isEqualTo(configuration(sandbox.endpoint()));
  }

  @Test
  void everything_is_reached_by_the_keyboard() throws Exception {
    client.ask(GOOD, Mistake.NONE);
    client.ask(GOOD, Mistake.BODY);
    browser.find("#request-2");
    browser.press(Keys.TAB);
    assertThat(browser.script("return document.activeElement.textContent"))
        .isEqualTo("Skip to the content");
    browser.press(Keys.ENTER);
    browser.tabTo("#filter-refused");
    browser.press(Keys.SPACE);
    browser.awaitNone("#request-1");
    browser.tabTo("#request-2");
    browser.press(Keys.ENTER);
    browser.find("#detail .finding");
    assertThat(browser.script("return document.activeElement.id")).isEqualTo("detail-title");
    browser.tabTo("#detail summary");
    browser.press(Keys.ENTER);
    browser.press(Keys.ESCAPE);
    assertThat(browser.script("return document.activeElement.id")).isEqualTo("request-2");
    browser.script(
        "document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()");
    browser.tabTo("nav a[href='#switches']");
    browser.press(Keys.ENTER);
    browser.tabTo("#clock-alibaba");
    browser.press(Keys.chord(Keys.CONTROL, "a"), "7", Keys.ENTER);
    browser.awaitText("#clock-list .badge", "7 min ahead");
    assertThat(browser.script("return document.activeElement.id")).isEqualTo("clock-alibaba");
    assertThat(browser.script("return getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }

  static Stream<Arguments> looks() {
    return Stream.of("light", "dark")
        .flatMap(colours -> Stream.of(1280, 390).map(width -> Arguments.of(colours, width)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void nothing_sticks_out_and_nobody_is_shut_out(String colours, int width) throws Exception {
    browser.colours(colours);
    browser.width(width);
    for (Mistake mistake : Mistake.values()) {
      client.ask(GOOD, mistake);
    }
    sandbox.faults().next(Fault.NOT_JSON_200);
    client.ask(GOOD, Mistake.NONE);
    client.ask("13800138400", Mistake.NONE);
    send("x-acs-action", "x".repeat(500));
    browser.find("#request-8");
    for (String section : SECTIONS) {
      show(section);
      if (section.equals("switches")) {
        browser.click("#fault-form button");
        browser.awaitText("#fault-queue", "1 waiting");
      }
      look(section + '-' + colours + '-' + width);
    }
    show("requests");
    for (int number : new int[] {1, 3, 5}) {
      browser.click("#request-" + number);
      browser.find("#detail-title", "#" + number + " ");
      look("request-" + number + '-' + colours + '-' + width);
    }
  }

  private static void look(String name) throws IOException {
    browser.picture(name);
    assertThat(browser.overhang()).as(name).isZero();
    assertThat(browser.barriers()).as(name).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void until_the_first_events_came_the_page_is_loading_and_does_not_say_that_there_is_no_request(
      int requests) throws Exception {
    for (int i = 0; i < requests; i++) {
      client.ask(GOOD, Mistake.NONE);
    }
    browser.openWithoutEvents(sandbox.endpoint() + "/");
    assertThat(browser.text("#list-empty")).isEqualTo("Loading the requests.");
    assertThat(browser.text("#count-requests")).isEqualTo("…");
    assertThat(browser.text("#count-bill")).isEqualTo("…");
    browser.letEventsCome();
    browser.find("#count-requests", Integer.toString(requests));
    if (requests == 0) {
      browser.find("#list-empty", "No request yet.");
    } else {
      browser.awaitNone("#list-empty");
    }
    browser.find("#count-bill", Integer.toString(requests));
  }

  @Test
  void a_sandbox_that_is_started_again_is_shown_anew() throws Exception {
    // Started by its number, as a person starts it: such a port is free again at once.
    int port = freePort();
    sandbox.close();
    start(options().onPort(port));
    browser.open(sandbox.endpoint() + "/");
    client.ask(GOOD, Mistake.NONE);
    client.ask(GOOD, Mistake.NONE);
    browser.find("#request-2");
    sandbox.close();
    browser.awaitText("#live", "not connected");
    start(options().onPort(port));
    browser.awaitText("#live", "live");
    client.ask(GOOD, Mistake.KEY);
    browser.find("#request-1", "refused");
    browser.awaitNone("#request-2");
    // That the sandbox was away is told by the browser too.
    assertThat(browser.complaints()).allMatch(each -> each.contains("net::ERR_"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void the_token_in_the_address_opens_the_page_and_leaves_the_address() throws Exception {
    // Or the page that is shown would ask a sandbox that is no longer there.
    browser.open("about:blank");
    sandbox.close();
    start(options().withToken(TOKEN));
    browser.open(sandbox.endpoint() + "/");
    browser.find("#token", "This sandbox needs its token");
    browser.picture("token");
    browser.type("#token-text", "another-token-0123456789");
    browser.press(Keys.ENTER);
    browser.awaitText("#told", "This is not the token");
    browser.open(sandbox.endpoint() + "/?token=" + TOKEN);
    browser.awaitText("#live", "live");
    assertThat(browser.address()).isEqualTo(sandbox.endpoint() + "/");
    assertThat(browser.script("return document.cookie")).isEqualTo("");
    client.ask(GOOD, Mistake.NONE);
    browser.find("#request-1");
    browser.open(sandbox.endpoint() + "/");
    browser.find("#request-1");
    assertThat(browser.complaints()).allMatch(each -> each.contains("401"));
  }
}
