package smartcity.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The browser of a test. Its process ends when it is closed, or when its driver does.
final class CityBrowser implements AutoCloseable {
    static final Playwright.CreateOptions WITHOUT_DOWNLOAD =
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;

    /// @param playwright closed with the browser
    CityBrowser(Playwright playwright) {
        this.playwright = playwright;
    }

    /// Opens the page when it is there, and waits until it shows vehicles; without a browser the test is skipped, and
    /// fails on a machine of continuous integration.
    CityPage open(URI address) {
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of("--no-sandbox"))); // in containers tests run as root
        CityPage page = new CityPage(
                address,
                browser.newPage(
                        new Browser.NewPageOptions().setViewportSize(1440, 900).setColorScheme(ColorScheme.DARK)));
        page.show();
        return page;
    }

    private static Path executable() {
        Optional<Path> found = onPath();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("One of " + BROWSERS + " must be on the path: run deploy-tests/install-tools");
        }
        assumeTrue(found.isPresent(), "None of " + BROWSERS + " is on the path: run deploy-tests/install-tools");
        return found.orElseThrow();
    }

    private static Optional<Path> onPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return BROWSERS.stream()
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Ends all that was opened.
    @Override
    public void close() {
        playwright.close();
    }
}
