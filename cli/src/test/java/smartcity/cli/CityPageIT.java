package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.Event;
import smartcity.event.IncidentStatus;
import smartcity.event.Severity;
import smartcity.road.Road;

/// The page of `./smartcity up` in a browser: the main path. More than 200 lines, as one city and one browser serve all
/// of it.
@ExtendWith(CityBrowsers.class)
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
    static void start(@TempDir Path folder, CityBrowser browser) {
        up = CityPage.startCity(folder, "--vehicles=" + VEHICLES, "--seed=42");
        URI address = CityPage.addressOf(up);
        port = address.getPort();
        city = browser.open(address);
    }

    /// Of all tests of this class: no request has left the origin, and no script has failed.
    @AfterAll
    static void stop() {
        try {
            assertThat(city.foreignRequests()).isEmpty();
            assertThat(city.errors()).isEmpty();
        } finally {
            up.close();
        }
    }

    @BeforeEach
    void showAllOfTheRoad() {
        city.page().keyboard().press("Escape");
        city.page().setViewportSize(1440, 900);
        city.page().navigate(city.address() + "/#road");
        // A test before may have left another size, which the page takes over when it draws next.
        city.await("viewport.width === document.getElementById('map').clientWidth"
                + " && viewport.height === document.getElementById('map').clientHeight");
        city.showAll();
    }

    @Test
    void vehiclesOnThePageAreThoseOfTheSimulator() throws Exception {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode simulated = get(port + 1, "/vehicles?limit=20000").path("items");
            JsonNode shown = city.read("store.clock.vehicles");

            assertThat(simulated).hasSize(VEHICLES);
            assertThat(shown.asInt()).isEqualTo(VEHICLES);
        });
        JsonNode slots = slots(get(port + 1, "/vehicles?limit=20000").path("items"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> eachIsWhereItReports(
                        get(port + 1, "/vehicles?limit=20000").path("items"), slots));
        assertThat(city.page().locator("#fig-moving").textContent()).matches("[0-9,]+");
    }

    /// The slot of each vehicle in the frame, by its id.
    private static JsonNode slots(JsonNode vehicles) {
        return city.read(
                "Promise.all(%s.map(async (id) => [id, (await (await fetch('/vehicles/by-id/' + id)).json()).slot])).then(Object.fromEntries)"
                        .formatted(new ObjectMapper().valueToTree(vehicles.findValuesAsText("deviceId"))));
    }

    /// By place and speed, of those whose last report is of the second of the frame.
    private static void eachIsWhereItReports(JsonNode vehicles, JsonNode slots) {
        JsonNode compared = city.read("""
                (async () => {
                  const { project, nearest } = await import('/js/road.js');
                  const slots = %s;
                  const frame = latestFrame();
                  return %s.map((vehicle) => {
                    const word = frame.words[slots[vehicle.deviceId]];
                    return {
                      id: vehicle.deviceId,
                      seconds: Math.abs(frame.at - Date.parse(vehicle.timestamp)) / 1000,
                      metres: Math.abs(nearest(...project(vehicle.location.longitude, vehicle.location.latitude)).metres - frame.chainage[slots[vehicle.deviceId]]),
                      speed: (word >>> 18) & 255, reported: vehicle.speed,
                    };
                  }).filter((one) => one.seconds <= 1);
                })()""".formatted(slots, vehicles));

        assertThat(compared).hasSizeGreaterThan(VEHICLES / 2);
        assertThat(compared)
                .anySatisfy(one -> assertThat(one.path("speed").asInt()).isGreaterThan(30));
        assertThat(compared).allSatisfy(one -> {
            // In a second a vehicle goes as far as its speed says, and its speed changes by no more than 5 m/s.
            double passed =
                    one.path("reported").asDouble() / 3.6 * one.path("seconds").asDouble();
            assertThat(one.path("metres").asDouble()).as("%s", one).isLessThan(passed + 40);
            assertThat(one.path("speed").asDouble() - one.path("reported").asDouble())
                    .as("%s", one)
                    .isBetween(-18.5, 18.5);
        });
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
        JsonNode raised = city.read("store.incidents.find((i) => i.type === 'Fire' && i.lanesClosed === 3)");
        DrawnRoad drawn = new DrawnRoad(city);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(drawn.hasIncident(raised.path("km").asDouble(), true))
                                .as("its sign on map and strip")
                                .isTrue());
        double without = city.read(
                        "[20, 40, 60, 80, 120, 140, 160].find((km) => store.incidents.every((i) => Math.abs(i.km - km) > 5))")
                .asDouble();
        assertThat(drawn.hasIncident(without, true))
                .as("a sign at km %s", without)
                .isFalse();
        // Vehicles and cameras have to come to a stand first, in simulated time.
        city.awaitFor(
                Duration.ofMinutes(3),
                "store.speeds.percent[Math.floor(store.incidents.find((i) => i.type === 'Fire' && i.lanesClosed === 3).km)] === 0");
        int closed = (int) raised.path("km").asDouble();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(drawn.onStrip(closed, closed + 1, true)).containsExactly(0));
        assertThat(city.page().locator("#commands").textContent()).contains("Fire, km 9");

        city.page()
                .locator("#commands li", new Page.LocatorOptions().setHasText("Fire, km 9"))
                .getByRole(AriaRole.BUTTON)
                .click();
        city.await(
                "store.incidents.some((i) => i.type === 'Fire' && Math.abs(i.km - 97.5) < 2 && i.status === 'Resolved')");
    }

    @Test
    void anIncidentIsResolvedByItsButton() {
        JsonNode answer = city.read("""
                fetch('/incidents', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({
                  type: 'Medical', km: 40.5, carriageway: 'southbound', lanesClosed: 1, duration: 'PT4H' }) })
                  .then((response) => response.status)""");
        assertThat(answer.asInt()).isEqualTo(200);
        String raised = "store.incidents.find((i) => i.type === 'Medical' && Math.abs(i.km - 40.5) < 1)";
        city.await(raised);

        city.page()
                .locator("[data-key=resolve-%s]"
                        .formatted(city.read(raised + ".id").asText()))
                .click();

        city.await(raised + ".status === 'Resolved'");
    }

    @Test
    void figuresAndTablesHaveWhatTheTopicsSay() throws Exception {
        city.await("store.cameras.size === %d"
                .formatted(get(port + 1, "/cameras?limit=1000").path("items").size()));
        city.await("""
                [...document.querySelectorAll('#table-cameras tbody tr')].map((row) => row.cells[0].textContent).sort().join()
                  === [...store.cameras.keys()].sort().join()""");
        city.await("""
                [...document.querySelectorAll('#table-road tbody tr')]
                  .reduce((sum, row) => sum + Number(row.cells[1].textContent) - Number(row.cells[0].textContent), 0)
                  === store.speeds.percent.length""");
        city.await("""
                [['fig-moving', store.clock.moving], ['fig-speed', store.clock.meanSpeed], ['fig-queue', store.clock.queueKm]]
                  .every(([id, value]) => Number(document.getElementById(id).textContent.replaceAll(',', '')) === Math.round(value))""");
        city.await("Number(document.getElementById('fig-behind').textContent) <= 30");
    }

    @Test
    void theFooterLeadsToWhatTheServiceHas() {
        assertThat(city.read("""
                        Promise.all([...document.querySelectorAll('#about a')]
                          .map(async (link) => [link.getAttribute('href'), (await fetch(link.href)).status]))
                          .then(Object.fromEntries)""").toString())
                .isEqualTo(
                        "{\"/view/status\":200,\"/q/swagger-ui/\":200,\"/q/openapi\":200,\"/q/health\":200,\"/q/metrics\":200}");

        city.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All requests"))
                .click();
        city.page()
                .locator(".opblock-summary-path", new Page.LocatorOptions().setHasText("/cameras/{id}.png"))
                .waitFor();
        city.show();
    }

    /// As it is transferred, so compressed: the page, its modules and styles, the road, and uPlot, which the other tab
    /// loads. Not the pictures and events, of which there are more the longer it is open.
    @Test
    void thePageIsSmall(CityBrowser browser) {
        CityPage fresh = browser.open(city.address());
        fresh.page().navigate(city.address() + "/#lake");
        fresh.page().locator(".uplot canvas").first().waitFor();

        JsonNode files = fresh.read("""
                Object.fromEntries([...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .map((one) => [new URL(one.name).pathname, one.encodedBodySize])
                  .filter(([path]) => !/^.(events$|cameras.|speeds.history|lake.history)/.test(path)))""");

        assertThat(files.properties())
                .extracting(Map.Entry::getKey)
                .contains("/", "/css/page.css", "/css/lake.css", "/js/main.js", "/js/lake-charts.js", "/road")
                .anyMatch(path -> path.endsWith("uPlot.iife.min.js"));
        assertThat(files).allSatisfy(size -> assertThat(size.asInt()).isPositive());
        int bytes = 0;
        for (JsonNode size : files) {
            bytes += size.asInt();
        }
        assertThat(bytes).as("%s", files).isLessThan(150_000);
    }

    @Test
    void theAddressOfThePageComesBeforeTheServicesOfTheCity() {
        up.awaitLine("The lake is ");
        List<String> lines = up.lines();

        assertThat(lines.stream().filter(line -> line.matches("See the city: .*|.*-(simulator|sink) is ready: .*")))
                .first()
                .asString()
                .isEqualTo("See the city: http://localhost:" + port);
        assertThat(lines).containsSequence("", "See the city: http://localhost:" + port);
    }

    @Test
    void tabReachesEveryControlAndComesRound() {
        PageKeyboard keys = new PageKeyboard(city.page());
        for (String tab : List.of("road", "lake")) {
            city.page().navigate(city.address() + "/#" + tab);
            Set<String> controls = keys.controls();

            Set<String> reached = keys.round("tab-road");

            controls.retainAll(keys.controls()); // incidents come and go
            assertThat(reached).as(tab).containsAll(controls);
            assertThat(controls)
                    .containsAll(
                            tab.equals("road")
                                    ? List.of("pause", "map", "open-incident", "zoom-in", "strip", "camera-next")
                                    : List.of("pause", "lake-flush", "lake-pause"));
        }
    }

    @Test
    void anIncidentIsRaisedAndUndoneByKeysAlone() {
        PageKeyboard keys = new PageKeyboard(city.page());
        keys.moveTo("open-incident");
        keys.press("Enter");
        assertThat(keys.round("km"))
                .containsExactlyInAnyOrder("km", "carriageway", "type", "lanesClosed", "duration", "Cancel", "Raise");
        keys.press("Control+a", "3", "0", ".", "5");
        keys.moveTo("type");
        keys.press("P");
        keys.moveTo("Raise");
        keys.press("Enter");
        String raised = "store.incidents.find((i) => i.type === 'Police' && Math.abs(i.km - 30.5) < 0.06)";
        city.await(raised + "?.status === 'Active'");

        keys.moveTo("undo-"
                + city.read("store.commands.find((command) => command.body.km === 30.5).id")
                        .asText());
        // As when anything of an incident changes: the list is drawn again and the button stays chosen.
        city.page().evaluate("() => window.smartcity.changed('incidents')");
        keys.press("Enter");

        city.await(raised + ".status === 'Resolved'");
    }

    @Test
    void mapAndStripHaveKeys() {
        PageKeyboard keys = new PageKeyboard(city.page());
        keys.moveTo("strip");
        city.page().keyboard().press("ArrowDown");
        city.page().keyboard().press("ArrowRight");
        city.page().keyboard().press("Enter");
        assertThat(city.page().locator("#incident-place").textContent()).contains("southbound, km 99");
        city.page().keyboard().press("Escape");

        keys.moveTo("strip");
        city.page().keyboard().press("Shift+PageUp");
        city.page().keyboard().press("Enter");
        assertThat(city.page().locator("#weather-dialog").isVisible()).isTrue();
        city.page().keyboard().press("Escape");

        double scale = city.read("viewport.scale").asDouble();
        keys.moveTo("map");
        city.page().keyboard().press("+");
        assertThat(city.read("viewport.scale").asDouble()).isGreaterThan(scale);
        city.page().keyboard().press("v");
        city.await("selection.vehicle && selection.vehicle.record.deviceId");
        assertThat(city.page().locator("#vehicle-card").isVisible()).isTrue();
        city.page().keyboard().press("Escape");
        assertThat(city.page().locator("#vehicle-card").isVisible()).isFalse();
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

        assertThat(city.page().locator("#topics .cell").count()).isEqualTo(15); // five topics of three partitions
        city.page().locator("#lake-pause").click();
        city.page()
                .locator("#lake-trouble", new Page.LocatorOptions().setHasText("Paused: requested"))
                .waitFor();
        try {
            // What is held lands, what is produced stays unread: then neither changes while both are compared.
            setRunning(false);
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
                JsonNode status = get(port + 4, "/sink/status");
                assertThat(ShownLake.of(city)).isEqualTo(ShownLake.ofStatus(status));
                assertThat(ShownLake.oldestSeconds(city))
                        .isBetween(ShownLake.oldestSeconds(status) - 3, ShownLake.oldestSeconds(status) + 3);
                assertThat(status.at("/topics/vehicle_data/lag").asLong()).isPositive();
            });
        } finally {
            setRunning(true);
            city.page().locator("#lake-resume").click();
        }
        city.await("store.lake.paused === null");
        city.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Flush now"))
                .click();
        city.page()
                .locator("#toast.shown", new Page.LocatorOptions().setHasText("records have landed"))
                .waitFor();
    }

    private static void setRunning(boolean running) {
        city.page()
                .evaluate(
                        "(running) => fetch('/simulator/running', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ running }) })",
                        running);
    }

    @Test
    void aRecordWithMarkupStaysText() throws Exception {
        String markup = "<img src=x onerror=\"document.title=1\"><script>document.title=2</script>";
        Road road = Road.londonToBirmingham();
        Event report = new EmergencyReport(
                UUID.randomUUID(),
                "reporter",
                UUID.randomUUID(),
                EmergencyType.POLICE,
                Instant.ofEpochMilli(city.read("store.clock.now").asLong()),
                road.locationAt(20_000),
                IncidentStatus.ACTIVE,
                markup,
                Severity.LOW,
                0,
                "M40",
                Carriageway.SOUTHBOUND);

        CityPage.send(up, report);

        city.page()
                .locator("#incidents li", new Page.LocatorOptions().setHasText(markup))
                .waitFor();
        assertThat(city.page().locator("#incidents img, #incidents script").count())
                .isZero();
        assertThat(city.page().title()).startsWith("Smart City");
    }

    @Test
    void aClickChoosesAVehicleWhichTheMapFollowsUntilItIsDragged() {
        city.await("[...latestFrame().words].some((word) => word >>> 30 === 1 && ((word >>> 18) & 255) > 30)");
        int slot = moveToADrivingVehicle();
        JsonNode place = city.read("import('/js/traffic.js').then(({ placeOf }) => placeOf(%d))".formatted(slot));
        city.page()
                .locator("#map")
                .click(new Locator.ClickOptions()
                        .setPosition(place.path(0).asDouble(), place.path(1).asDouble()));
        city.await("selection.slot === " + slot + " && selection.vehicle");
        city.page().locator("#vehicle-follow").click();
        JsonNode before = city.read("[viewport.x, viewport.y]");
        city.await("Math.hypot(viewport.x - %s, viewport.y - %s) > 0.015"
                .formatted(before.path(0).asDouble(), before.path(1).asDouble()));

        JsonNode apart = city.read("""
                Promise.all([import('/js/motion.js'), import('/js/road.js')]).then(([{ positions }, { placeAt }]) => {
                  const [x, y] = placeAt(positions.chainage[selection.slot]);
                  return Math.hypot(x - viewport.x, y - viewport.y) * viewport.scale;
                })""");
        assertThat(apart.asDouble()).as("pixels from the centre").isLessThan(30);
        JsonNode centre = city.read("[viewport.x, viewport.scale]");
        city.page().mouse().move(500, 300);
        city.page().mouse().down();
        city.page().mouse().move(620, 300, new Mouse.MoveOptions().setSteps(6));
        city.page().mouse().up();
        assertThat(city.read("selection.follow").asBoolean()).isFalse();
        double moved = centre.path(0).asDouble() - city.read("viewport.x").asDouble();
        assertThat(moved * centre.path(1).asDouble()).isBetween(90.0, 150.0);
    }

    /// To one that no sign is near, as a click would choose that.
    private static int moveToADrivingVehicle() {
        JsonNode vehicle = city.read("""
                (() => {
                  const { words, chainage } = latestFrame();
                  const signs = [...store.cameras.values(), ...store.incidents].map(({ km }) => km * 1000);
                  const alone = (at) => signs.every((sign) => Math.abs(sign - at) > 500);
                  const slot = words.findIndex((word, slot) => word >>> 30 === 1 && ((word >>> 18) & 255) > 30 && alone(chainage[slot]));
                  return { slot, km: chainage[slot] / 1000 };
                })()""");
        city.show(vehicle.path("km").asDouble(), 120);
        return vehicle.path("slot").asInt();
    }

    @Test
    void foreignNamesAndOriginsAreRefused() throws Exception {
        assertThat(statusOf("Host: evil.example")).isEqualTo(403);
        assertThat(statusOf("Host: localhost:" + port + "\r\nOrigin: http://evil.example"))
                .isEqualTo(403);
        assertThat(statusOf("Host: localhost:" + port)).isEqualTo(200);
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
