package io.telproof.sandbox.page;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a window, and what a person does in it. */
final class Browser implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final Path AXE = Path.of("target", "axe-core", "package", "axe.min.js");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;

  Browser() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(System.getProperty("chromium", "/usr/bin/chromium"));
    // Whoever builds as root has no sandbox of the browser.
    options.addArguments("--headless=new", "--no-sandbox", "--window-size=1280,900");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    File chromedriver = new File(System.getProperty("chromedriver", "/usr/bin/chromedriver"));
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver)
                .usingAnyFreePort()
                .build(),
            options);
  }

  void open(String address) {
    driver.get(address);
  }

  /** Opens a page that is told nothing by server-sent events until {@link #letEventsCome}. */
  void openWithoutEvents(String address) {
    String script =
        "const come = new Promise(resolve => { window.letEventsCome = resolve; });"
            + "window.EventSource = class extends EventSource {"
            + "  addEventListener(type, listener) {"
            + "    super.addEventListener(type, event => come.then(() => listener(event)));"
            + "  }"
            + "};";
    Object held =
        driver
            .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
            .get("identifier");
    open(address);
    driver.executeCdpCommand(
        "Page.removeScriptToEvaluateOnNewDocument",
        Map.of("identifier", Objects.requireNonNull(held)));
  }

  void letEventsCome() {
    driver.executeScript("window.letEventsCome();");
  }

  String address() {
    return String.valueOf(driver.getCurrentUrl());
  }

  /** Sets the size of the page, which may be smaller than a window can be. */
  void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  void colours(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void allowClipboard() {
    driver.executeCdpCommand(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
  }

  String clipboard() {
    return String.valueOf(
        driver.executeAsyncScript("navigator.clipboard.readText().then(arguments[0]);"));
  }

  /** The one element that is shown. */
  WebElement find(String css) {
    return await(
        css, () -> all(css).stream().filter(WebElement::isDisplayed).findFirst().orElse(null));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** The one element with this selector and text in it. */
  WebElement find(String css, String text) {
    return await(
        css + " with " + text,
        () ->
            all(css).stream()
                .filter(each -> each.isDisplayed() && each.getText().contains(text))
                .findFirst()
                .orElse(null));
  }

  /** What is read there; the page may just put another element in its place. */
  String text(String css) {
    return await(
        css,
        () ->
            all(css).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .findFirst()
                .orElse(null));
  }

  void click(String css) {
    find(css).click();
  }

  void type(String css, String text) {
    WebElement field = find(css);
    field.clear();
    field.sendKeys(text);
  }

  void choose(String css, String value) {
    find(css + " option[value='" + value + "']").click();
  }

  /** Presses keys where the focus is. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses Tab until the focus is there. */
  void tabTo(String css) {
    for (int i = 0; i < 400; i++) {
      press(Keys.TAB);
      if (Boolean.TRUE.equals(
          driver.executeScript("return document.activeElement.matches(arguments[0])", css))) {
        return;
      }
    }
    throw new AssertionError("no way to " + css + " by the Tab key");
  }

  Object script(String script, Object... arguments) {
    return String.valueOf(driver.executeScript(script, arguments));
  }

  void awaitText(String css, String text) {
    find(css, text);
  }

  void awaitNone(String css) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage("still there: " + css)
        .ignoring(StaleElementReferenceException.class)
        .until(each -> all(css).stream().noneMatch(WebElement::isDisplayed));
  }

  private <T> T await(String what, Supplier<@org.jspecify.annotations.Nullable T> wanted) {
    return new WebDriverWait(driver, PATIENCE)
        .withMessage("not there: " + what)
        .ignoring(StaleElementReferenceException.class)
        .until(each -> wanted.get());
  }

  /** What the browser complained of since this was last asked. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** How many pixels the page is wider than what is seen of it. */
  long overhang() {
    Object pixels =
        driver.executeScript(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth;");
    return (Long) Objects.requireNonNull(pixels);
  }

  /** What axe-core finds: the rule and the places. */
  @SuppressWarnings("unchecked")
  List<String> barriers() throws IOException {
    driver.executeScript(Files.readString(AXE));
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(document, { resultTypes: ['violations'] }).then(result => done("
                + "result.violations.flatMap(each => each.nodes.map(node => each.id + ': '"
                + " + node.target + ' ' + node.failureSummary))));");
    return (List<String>) Objects.requireNonNull(found);
  }

  void picture(String name) throws IOException {
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
