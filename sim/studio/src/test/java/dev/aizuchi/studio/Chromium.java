package dev.aizuchi.studio;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium that waits for what is to be seen, and tells what its console complained of. */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path SHOTS = Path.of(System.getProperty("browser.screenshots", "target/screenshots"));

    /** It warns of a protocol that is not used here. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private boolean forgiving;

    Chromium() {
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("browser.chrome"));
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--lang=ja",
                "--accept-lang=ja",
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--window-size=1440,900");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(System.getProperty("browser.driver")))
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    void open(URI address, String path) {
        driver.get(address.resolve(path).toString());
    }

    /** Open one more tab in front; without a screen a browser takes none for hidden, so the one behind is told. */
    void openBeside(URI address) {
        driver.executeScript("Object.defineProperty(document, 'hidden', {value: true});"
                + " document.dispatchEvent(new Event('visibilitychange'));");
        driver.switchTo().newWindow(WindowType.TAB);
        open(address, "");
    }

    void reload() {
        driver.navigate().refresh();
    }

    WebElement one(String css) {
        return await(css);
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    WebElement await(String css) {
        return await(css, "");
    }

    /** Wait until one of these is seen whose text holds a part. */
    WebElement await(String css, String part) {
        return waiting("no " + css + " with 「" + part + "」")
                .until(any -> all(css).stream()
                        .filter(element ->
                                element.isDisplayed() && element.getText().contains(part))
                        .findFirst()
                        .orElse(null));
    }

    void awaitGone(String css) {
        awaitTrue(() -> all(css).isEmpty());
    }

    void awaitTrue(BooleanSupplier wanted) {
        waiting("not so").until(any -> wanted.getAsBoolean());
    }

    private WebDriverWait waiting(String message) {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
        wait.withMessage(() -> {
            shoot("failed");
            return message;
        });
        // A page redraws: what was there a moment ago may be gone.
        wait.ignoring(org.openqa.selenium.StaleElementReferenceException.class);
        return wait;
    }

    void click(String css) {
        waiting("cannot click " + css)
                .ignoring(org.openqa.selenium.ElementNotInteractableException.class)
                .until(any -> {
                    await(css).click();
                    return true;
                });
    }

    void type(String css, String text) {
        WebElement field = await(css);
        field.clear();
        field.sendKeys(text);
    }

    void choose(String css, String text) {
        new Select(await(css)).selectByVisibleText(text);
    }

    /** Hold a button down: until something is seen, and a while longer. */
    void hold(String css, Runnable seen, Duration longer) {
        keys().clickAndHold(await(css)).perform();
        seen.run();
        keys().pause(longer).release().perform();
    }

    void inFrame(String css, Runnable look) {
        driver.switchTo().frame(await(css));
        look.run();
        driver.switchTo().defaultContent();
    }

    Actions keys() {
        return new Actions(driver);
    }

    void size(Dimension size) {
        driver.manage().window().setSize(size);
    }

    String focusedName() {
        return String.valueOf(driver.switchTo().activeElement().getAttribute("name"));
    }

    String focusOutline() {
        return (String) script("return getComputedStyle(document.activeElement).outlineStyle");
    }

    /** Give by how many pixels the page is wider than its window. */
    long overflow() {
        return Math.max(0, (Long) script("return document.documentElement.scrollWidth - innerWidth"));
    }

    /** List the texts whose contrast with what is behind them is below 4.5 to 1 (WCAG 2.2, 1.4.3). */
    List<?> faintTexts() {
        return (List<?>) script("""
                const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
                const rgba = (colour, under) => {
                  canvas.fillStyle = under; canvas.fillRect(0, 0, 1, 1);
                  canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
                  return canvas.getImageData(0, 0, 1, 1).data;
                };
                const written = data => `rgb(${data[0]},${data[1]},${data[2]})`;
                const light = data => [0.2126, 0.7152, 0.0722].reduce((sum, part, i) => {
                  const value = data[i] / 255;
                  return sum + part * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
                }, 0);
                const behind = element => {
                  if (!element) return 'rgb(255,255,255)';
                  return written(rgba(getComputedStyle(element).backgroundColor, behind(element.parentElement)));
                };
                const faint = [];
                for (const element of document.querySelectorAll('body *:not(svg *)')) {
                  const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
                  if (!own || !element.checkVisibility() || element.closest('.hidden, .skip, option, datalist')) continue;
                  if (element.matches(':disabled')) continue;
                  const ground = behind(element);
                  const [a, b] = [light(rgba(ground, ground)), light(rgba(getComputedStyle(element).color, ground))];
                  const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                  if (contrast < 4.5) faint.push(`${contrast.toFixed(2)} ${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 30)}`);
                }
                return faint;
                """);
    }

    /** Give the milliseconds from the call of the page until its first paint, and until it shows what is live. */
    double firstPaint() {
        return ((Number) script("return performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                .doubleValue();
    }

    double live() {
        awaitTrue(() -> (Boolean) script("return performance.getEntriesByName('live').length > 0"));
        return ((Number) script("return performance.getEntriesByName('live')[0].startTime")).doubleValue();
    }

    /** Give the processor time of all of the browser's processes so far. */
    Duration cpu() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("headless"))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Object script(String code) {
        return Objects.requireNonNull(driver.executeScript(code));
    }

    void shoot(String name) {
        try {
            Files.createDirectories(SHOTS);
            Files.write(SHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Give what stands in the console that should not: errors, and breaches of the content policy. */
    List<String> complaints() {
        return forgiving
                ? List.of()
                : driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .map(Object::toString)
                        .toList();
    }

    void forgetComplaints() {
        forgiving = true;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
