package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of `./smartcity up` in a browser: the main path. More than 200 lines, as one city and one browser serve all
/// of it.
class CityPageIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Enough that some drive at any hour.
    private static final int VEHICLES = 100;

    @SuppressWarnings("NullAway.Init") // set by start()
    private static UpProcess up;

    @SuppressWarnings("NullAway.Init") // set by start()
    private static CityPage city;

    private static int port;

    @BeforeAll
    static void start(@TempDir Path folder) {
        up = CityPage.startCity(folder, "--vehicles=" + VEHICLES, "--seed=42");
        URI address = CityPage.addressOf(up);
        port = address.getPort();
        city = CityPage.open(address);
    }

    @AfterAll
    static void stop() {
        if (city != null) {
            city.close();
        }
        up.close();
    }

    @BeforeEach
    void showAllOfTheRoad() {
        city.page().keyboard().press("Escape");
        city.page().setViewportSize(1440, 900);
        city.page().navigate(city.address() + "/#road");
        city.page().locator("#zoom-fit").click();
    }

    @Test
    void vehiclesOnThePageAreThoseOfTheSimulator() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode simulated = get(port + 1, "/vehicles?limit=20000").path("items");
            JsonNode shown = city.read(
                    "(() => { const f = latestFrame(); return { count: store.clock.vehicles, moving: [...f.words].filter((w) => w >>> 30 === 1 && ((w >>> 18) & 255) > 0).length }; })()");

            assertThat(simulated).hasSize(VEHICLES);
            assertThat(shown.path("count").asInt()).isEqualTo(VEHICLES);
            long moving = 0;
            for (JsonNode vehicle : simulated) {
                moving += vehicle.path("speed").asDouble() >= 0.5 ? 1 : 0;
            }
            assertThat(shown.path("moving").asLong()).isBetween(moving - 6, moving + 6); // a second apart
        });
        assertThat(city.page().locator("#fig-moving").textContent()).matches("[0-9,]+");
    }

    @Test
    void anIncidentRaisedByAClickOnTheRoadAppearsEverywhere() {
        Locator dialog = city.page().locator("#incident-dialog");
        // The road moves while the page takes its new size; two clicks in a row would zoom.
        await().atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(PlaywrightException.class)
                .untilAsserted(() -> {
                    if (!dialog.isVisible()) {
                        city.clickRoad(97.5, true);
                    }
                    dialog.waitFor(new Locator.WaitForOptions().setTimeout(2_000));
                });
        assertThat(dialog.locator("#incident-place").textContent()).matches("M40 northbound, km 9[678]\\.\\d");

        dialog.locator("select[name=type]").selectOption("Fire");
        dialog.locator("select[name=lanesClosed]").selectOption("3");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Raise"))
                .click();

        city.await(
                "store.incidents.some((i) => i.type === 'Fire' && i.lanesClosed === 3 && Math.abs(i.km - 97.5) < 2)");
        Locator listed =
                city.page().locator("#incidents li", new Page.LocatorOptions().setHasText("3 of 3 lanes closed"));
        listed.first().waitFor();
        // Vehicles and cameras have to come to a stand first, in simulated time.
        city.awaitFor(
                Duration.ofMinutes(3),
                "store.speeds.percent[Math.floor(store.incidents.find((i) => i.type === 'Fire' && i.lanesClosed === 3).km)] === 0");
        assertThat(city.page().locator("#commands").textContent()).contains("Fire, km 9");

        city.page()
                .locator("#commands li", new Page.LocatorOptions().setHasText("Fire, km 9"))
                .getByRole(AriaRole.BUTTON)
                .click();
        city.await(
                "store.incidents.some((i) => i.type === 'Fire' && Math.abs(i.km - 97.5) < 2 && i.status === 'Resolved')");
    }

    @Test
    void everythingIsReachedWithTheKeyboard() {
        city.page().locator("#strip").focus();
        city.page().keyboard().press("ArrowDown");
        city.page().keyboard().press("ArrowRight");
        city.page().keyboard().press("Enter");
        assertThat(city.page().locator("#incident-place").textContent()).contains("southbound, km 99");
        city.page().keyboard().press("Escape");

        city.page().locator("#strip").focus();
        city.page().keyboard().press("Shift+PageUp");
        city.page().keyboard().press("Enter");
        assertThat(city.page().locator("#weather-dialog").isVisible()).isTrue();
        city.page().keyboard().press("Escape");

        double scale = city.read("viewport.scale").asDouble();
        city.page().locator("#map").focus();
        city.page().keyboard().press("+");
        assertThat(city.read("viewport.scale").asDouble()).isGreaterThan(scale);
        city.page().keyboard().press("v");
        city.await("selection.vehicle && selection.vehicle.record.deviceId");
        assertThat(city.page().locator("#vehicle-card").isVisible()).isTrue();
        city.page().keyboard().press("Escape");
        assertThat(city.page().locator("#vehicle-card").isVisible()).isFalse();
        Object unreachable = city.page()
                .evaluate(
                        "() => [...document.querySelectorAll('a, button, select, input, canvas[role=application]')].filter((e) => e.tabIndex < 0).length");
        assertThat(unreachable).isEqualTo(0);
    }

    @Test
    void aDoubleClickOnTheRoadZoomsAndRaisesNothing() {
        double scale = city.read("viewport.scale").asDouble();
        JsonNode place = city.read("window.smartcity.screenOf(60000, true)");

        city.page()
                .locator("#map")
                .dblclick(new Locator.DblclickOptions()
                        .setPosition(place.path(0).asDouble(), place.path(1).asDouble()));

        city.await("viewport.scale > " + 2 * scale);
        city.page().waitForTimeout(400); // as long as a single click waits for a second one
        assertThat(city.page().locator("#incident-dialog").isVisible()).isFalse();
    }

    @Test
    void fitsAScreenOfFourHundredPixels() {
        city.page().setViewportSize(400, 800);

        assertThat(city.page().evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(400);
        double strip = city.page().locator("#strip").boundingBox().y;
        BoundingBox map = city.page().locator("#map").boundingBox();
        assertThat(map.y).isGreaterThan(strip);
        assertThat(city.page().locator("#legend").boundingBox().y)
                .as("the legend is below the map, not over it")
                .isGreaterThanOrEqualTo(map.y + map.height);
    }

    @Test
    void theLakeShowsWhatTheSinkSays() {
        city.page().navigate(city.address() + "/#lake");
        city.page().locator("#topics tbody tr").first().waitFor();
        city.page().locator(".uplot canvas").first().waitFor();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode topics = get(port + 4, "/sink/status").path("topics");
            long landed = 0;
            for (JsonNode topic : topics) {
                landed += topic.path("landed").asLong();
            }
            assertThat(city.page().locator("#lake-landed").textContent().replace(",", ""))
                    .isEqualTo(Long.toString(landed));
        });
        assertThat(city.page().locator("#topics .cell").count()).isEqualTo(15); // five topics of three partitions
        city.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Flush now"))
                .click();
        city.page()
                .locator("#toast.shown", new Page.LocatorOptions().setHasText("records have landed"))
                .waitFor();
    }

    @Test
    void descriptionsStayText() {
        city.page()
                .evaluate(
                        "() => { const { store, changed } = window.smartcity; store.incidents = [{ id: 'x', km: 20, status: 'Active', severity: 'high', lanesClosed: 1, lanes: 3, carriageway: 'northbound', began: 0, at: 0, life: [], description: '<img src=x onerror=\"document.title=1\"><script>document.title=2</script>' }]; changed('incidents'); }");

        assertThat(city.page().locator("#incidents").textContent()).contains("<script>document.title=2</script>");
        assertThat(city.page().locator("#incidents img, #incidents script").count())
                .isZero();
        assertThat(city.page().title()).startsWith("Smart City");
    }

    @Test
    void foreignNamesAndOriginsAreRefused() throws Exception {
        assertThat(statusOf("Host: evil.example")).isEqualTo(403);
        assertThat(statusOf("Host: localhost:" + port + "\r\nOrigin: http://evil.example"))
                .isEqualTo(403);
        assertThat(statusOf("Host: localhost:" + port)).isEqualTo(200);
    }

    @Test
    void noRequestLeavesTheOriginAndNoScriptFails() {
        assertThat(city.foreignRequests()).isEmpty();
        assertThat(city.errors()).isEmpty();
    }

    /// Of a request with these headers, which browsers and Java's client do not let a program choose.
    private static int statusOf(String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            String line = new String(answer.readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(9));
        }
    }

    private static JsonNode get(int from, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + from + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
            return JSON.readTree(answer.body());
        }
    }
}
