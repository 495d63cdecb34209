package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.infra.InfraSettings;
import smartcity.local.lake.LakeDatabase;

/// The page over minutes: what a closure does to traffic, the ways back, and a broker that is away. Takes a
/// picture of each state into `target/pages`; with `-Dwrite=true` two of them become those of the README.
/// More than 200 lines, as one city and one browser serve all of it.
@Tag("long")
@ExtendWith(CityBrowsers.class)
class CityPageStatesIT {
    private static final Path IMAGES = Path.of("..", "docs", "images");

    /// The queue of a closure has to grow: simulated minutes, which pass faster at ten times.
    private static final Duration QUEUE = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void aClosureTurnsTheRoadBehindItRedAndEverythingRecovers(CityBrowser browser) throws Exception {
        try (UpProcess up = CityPage.startCity(
                folder, "--vehicles=900", "--rate=600", "--start=2026-06-15T08:00:00Z", "--seed=42")) {
            CityPage city = browser.open(CityPage.addressOf(up));
            closureStopsTraffic(city);
            theHistoryOfACameraSaysItsTime(city);
            pauseStopsTheClock(city);
            aVehicleShowsItsTrace(city);
            weatherIsSetByADrag(city);
            theLakeHasTheIncident(city);
            aPausedSinkShowsAnAgeThatGrows(city);
            aStoreThatIsAwayShowsPendingCuts(city, up);
            otherFormsOfThePage(city);
            aBrokerThatIsAwayIsReported(city, up);
            assertThat(city.foreignRequests()).isEmpty();
            assertThat(city.errors()).isEmpty();
        }
    }

    private void closureStopsTraffic(CityPage city) throws Exception {
        city.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("10×"))
                .click();
        city.await("store.clock.factor === 10");
        chooseTheCameraBeforeTheClosure(city);
        Awaitility.await().untilAsserted(() -> assertThat(litLamps(city)).isZero());
        city.clickRoad(97.5, true);
        Locator dialog = city.page().locator("#incident-dialog");
        dialog.waitFor();
        dialog.locator("input[name=km]").fill("97.5"); // a pixel is a third of a kilometre
        closeAllLanes(dialog);
        city.picture("dialog");
        dialog.locator("button[type=submit]").click();
        city.await("store.incidents.some((i) => i.type === 'Fire' && i.lanesClosed >= i.lanes)");
        city.page().locator("#open-incident").click();
        dialog.locator("input[name=km]").fill("60.5");
        dialog.locator("select[name=carriageway]").selectOption("southbound");
        closeAllLanes(dialog);
        dialog.locator("button[type=submit]").click();
        city.await("store.incidents.filter((i) => i.type === 'Fire' && i.lanesClosed >= i.lanes).length === 2");
        DrawnRoad drawn = new DrawnRoad(city);
        // The page knows of an incident before it draws the next frame.
        Awaitility.await().untilAsserted(() -> {
            assertThat(drawn.hasIncident(97.5, true)).isTrue();
            assertThat(drawn.hasIncident(60.5, false)).isTrue();
        });
        assertThat(city.page().locator("#incidents").textContent()).contains("3 of 3 lanes closed");
        city.awaitFor(QUEUE, "[...store.speeds.percent.slice(92, 97)].every((percent) => percent < 30)");
        city.awaitFor(
                QUEUE,
                "[...store.speeds.percent.slice(store.speeds.cells + 61, store.speeds.cells + 65)].every((percent) => percent < 30)");
        Awaitility.await()
                .atMost(QUEUE)
                .untilAsserted(() -> assertThat(litLamps(city)).isGreaterThan(20));
        city.page().locator("#camera-slowest").click();
        noGreenAtTheClosure(city);
        camerasInTheQueueSeeItStand(city);
        aFullClosureIsDrawnWithoutGreen(city, drawn);
        assertThat(city.read("store.speeds.percent[97]").asInt()).isZero();
        city.showAll();
        city.picture("closure");
        keep("closure", "view-road");
        city.show(97.5, 60);
        city.picture("closure-near");
        city.showAll();
        city.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("1×").setExact(true))
                .click();
        city.await("store.clock.factor === 1");
    }

    private static void closeAllLanes(Locator dialog) {
        dialog.locator("select[name=type]").selectOption("Fire");
        dialog.locator("select[name=lanesClosed]").selectOption("3");
        dialog.locator("select[name=duration]").selectOption("PT4H");
    }

    private static void chooseTheCameraBeforeTheClosure(CityPage city) {
        city.page()
                .evaluate(
                        "() => { const { selection, changed } = window.smartcity; selection.byHand = true; selection.camera = 'M40-097.2-A'; changed('selection'); }");
    }

    /// Pixels of lit rear lamps in the camera's picture on the page: by day vehicles have them on in a queue alone.
    /// -1 while there is no picture.
    private static int litLamps(CityPage city) {
        return city.read("""
                        (() => {
                          const picture = document.getElementById('camera-picture');
                          if (!picture.complete || !picture.naturalWidth || !picture.src.includes('M40-097.2-A')) return -1;
                          const context = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight).getContext('2d');
                          context.drawImage(picture, 0, 0);
                          const { data } = context.getImageData(0, 0, picture.naturalWidth, picture.naturalHeight);
                          let lit = 0;
                          for (let i = 0; i < data.length; i += 4) lit += data[i] === 0xff && data[i + 1] === 0x3a && data[i + 2] === 0x2a;
                          return lit;
                        })()""").asInt();
    }

    /// On strip, map and diagram; the traffic next to it is red. That at the end of the queue moves again and again.
    private static void aFullClosureIsDrawnWithoutGreen(CityPage city, DrawnRoad drawn) {
        city.page().locator("#diagram-south").click();
        assertThat(drawn.inDiagram(60, 5)).isNotEmpty().allMatch(step -> step <= DrawnRoad.RED);
        city.page().locator("#diagram-north").click();
        assertThat(drawn.inDiagram(97, 5)).isNotEmpty().allMatch(step -> step <= DrawnRoad.RED);
        assertThat(drawn.onStrip(94, 98, true)).hasSize(4).allMatch(step -> step <= DrawnRoad.RED);
        assertThat(drawn.onStrip(60, 63, false)).hasSize(3).allMatch(step -> step <= DrawnRoad.RED);
        city.show(95.5, 120);
        assertThat(drawn.onMap(94, 97.9, true)).hasSizeGreaterThan(100).allMatch(step -> step <= DrawnRoad.RED);
        city.show(61.5, 120);
        assertThat(drawn.onMap(60.1, 62.9, false)).hasSizeGreaterThan(50).allMatch(step -> step <= DrawnRoad.RED);
    }

    /// In no row of the diagram since the closure is its kilometre anything but red.
    private static void noGreenAtTheClosure(CityPage city) {
        JsonNode closed = city.read(
                "(() => { const began = store.incidents.find((i) => i.type === 'Fire' && Math.abs(i.km - 97.5) < 1).began + 60_000; return store.rows.filter((row) => row.at > began).map((row) => row.percent[97]); })()");

        assertThat(closed)
                .hasSizeGreaterThan(5)
                .allSatisfy(percent -> assertThat(percent.asInt()).isLessThan(30));
    }

    /// Once a camera has seen traffic stand, no later report of it is of free traffic while the queue is there.
    private static void camerasInTheQueueSeeItStand(CityPage city) {
        JsonNode cameras = city.read(
                "Promise.all([...store.cameras.values()].filter((c) => c.carriageway === 'northbound' && c.km > 95 && c.km < 97.5).map(async (c) => (await fetch('/cameras/' + c.id)).json()))");

        assertThat(cameras).isNotEmpty();
        for (JsonNode reports : cameras) {
            boolean stood = false;
            for (JsonNode report : reports) {
                int speed = report.path(1).asInt();
                assertThat(stood && speed > 40).as("%s", reports).isFalse();
                stood |= speed < 10;
            }
            assertThat(stood).as("%s", reports).isTrue();
        }
    }

    /// From its oldest report to its newest, however often it reports.
    private static void theHistoryOfACameraSaysItsTime(CityPage city) {
        Awaitility.await().untilAsserted(() -> {
            JsonNode shown = city.read("""
                    (async () => {
                      const reports = await (await fetch(`/cameras/${selection.camera}`)).json();
                      return { minutes: (reports.at(-1)[0] - reports[0][0]) / 60_000, said: document.getElementById('camera-history').getAttribute('aria-label') };
                    })()""");
            long minutes = Math.round(shown.path("minutes").asDouble());
            assertThat(minutes).isGreaterThan(1);
            assertThat(shown.path("said").asText()).isEqualTo("Speed and flow of the last " + minutes + "\u00a0min");
        });
    }

    private static void pauseStopsTheClock(CityPage city) {
        city.page().locator("#pause").click();
        city.await("store.clock.factor === 0");
        // The page counts on between two answers: its clock may show a second more until the next one.
        city.page().waitForTimeout(1_500);
        String stopped = city.page().locator("#clock-time").textContent();
        city.page().waitForTimeout(2_500);
        assertThat(city.page().locator("#clock-time").textContent()).isEqualTo(stopped);
        city.picture("paused");
        city.page().locator("#pause").click();
        city.await("store.clock.factor === 1");
    }

    private static void aVehicleShowsItsTrace(CityPage city) {
        // After a pause vehicles are silent until they report again.
        city.await("[...latestFrame().words].some((word) => word >>> 30 === 1 && ((word >>> 18) & 255) > 60)");
        city.page()
                .evaluate(
                        "() => { const { selection, changed, latestFrame } = window.smartcity; const f = latestFrame(); selection.slot = f.words.findIndex((w) => w >>> 30 === 1 && ((w >>> 18) & 255) > 60); changed('selection'); }");
        city.page().locator("#vehicle-follow").click();
        city.await("selection.vehicle && selection.vehicle.trace.length > 20");
        city.page().waitForTimeout(1_000);
        city.picture("vehicle");
        city.page().keyboard().press("Escape");
        city.showAll();
    }

    private static void weatherIsSetByADrag(CityPage city) {
        Locator strip = city.page().locator("#strip");
        double y = strip.boundingBox().y + 45;
        double x = strip.boundingBox().x;
        city.page().mouse().move(x + 400, y);
        city.page().mouse().down();
        city.page().mouse().move(x + 550, y, new Mouse.MoveOptions().setSteps(5));
        city.page().mouse().up();
        city.page().locator("#weather-dialog button[type=submit]").click();
        city.awaitFor(QUEUE, "[...store.stations.values()].some((s) => s.precipitation > 5)");
        city.picture("rain");
        city.page()
                .locator("#commands li", new Page.LocatorOptions().setHasText("Weather km"))
                .getByRole(AriaRole.BUTTON)
                .click();
        city.await("store.commands[0].kind === 'clear-weather'");
    }

    private void theLakeHasTheIncident(CityPage city) throws Exception {
        String incident = city.read("store.incidents.find((i) => i.type === 'Fire' && Math.abs(i.km - 97.5) < 1).id")
                .asText();
        city.page().navigate(city.address() + "/#lake");
        city.page().locator(".uplot canvas").first().waitFor();
        city.page().locator("#lake-flush").click();
        city.page()
                .locator("#objects li", new Page.LocatorOptions().setHasText("emergency_data"))
                .first()
                .waitFor();
        try (LakeDatabase lake = LakeDatabase.open(InfraSettings.lake(folder.resolve("data")))) {
            assertThat(lake.query(
                                    "SELECT DISTINCT type, lanesClosed FROM emergency_data WHERE incidentId = '"
                                            + incident + "' AND lanesClosed = 3",
                                    2)
                            .rows())
                    .containsExactly(List.of("Fire", "3"));
        }
        city.page().waitForTimeout(20_000); // the charts are to show something
        city.picture("lake");
        keep("lake", "view-lake");
    }

    private static void aPausedSinkShowsAnAgeThatGrows(CityPage city) {
        city.page().locator("#lake-pause").click();
        city.page()
                .locator("#lake-trouble", new Page.LocatorOptions().setHasText("Paused"))
                .waitFor();
        city.awaitFor(QUEUE, "store.lake.waiting > 0 && store.lake.oldestMillis > 20_000");
        double before = city.read("store.lake.oldestMillis").asDouble();
        city.awaitFor(QUEUE, "document.getElementById('lake-oldest').className === 'warn'");
        assertThat(city.read("store.lake.oldestMillis").asDouble())
                .isGreaterThan(45_000)
                .isGreaterThan(before);
        city.picture("lake-paused");
        theLakeFitsANarrowScreen(city);
        city.page().locator("#lake-resume").click();
        city.awaitFor(QUEUE, "store.lake.oldestMillis < 20_000");
    }

    /// In the middle of trouble: its line and the buttons are there, and nothing is wider than the screen.
    private static void theLakeFitsANarrowScreen(CityPage city) {
        city.page().setViewportSize(400, 900);
        city.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        city.page().waitForTimeout(1_500);
        city.picture("lake-narrow");
        assertThat(city.read("document.documentElement.scrollWidth").asInt()).isEqualTo(400);
        BoundingBox pause = city.page().locator("#lake-pause").boundingBox();
        assertThat(city.page().locator("#lake-memory").boundingBox())
                .satisfies(memory -> assertThat(memory.y + memory.height)
                        .as("the buttons are below the figures, not beside them")
                        .isLessThan(pause.y));
        assertThat(pause.y).as("the figures take two rows").isLessThan(300);
        assertThat(city.page().locator("#lake-trouble").isVisible()).isTrue();
        city.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        city.page().setViewportSize(1440, 900);
    }

    private static void aStoreThatIsAwayShowsPendingCuts(CityPage city, UpProcess up) throws IOException {
        ProcessHandle s3 = up.latestOf("s3proxy");
        signal("STOP", s3);
        city.awaitFor(
                QUEUE,
                "store.lake.topics.some((topic) => topic.partitions.some((p) => p.pendingMillis > 2_000 && p.held > 0))");
        JsonNode cells = city.read("""
                (() => {
                  const partitions = store.lake.topics.flatMap((topic) => topic.partitions);
                  const colorOf = (name) => { const probe = document.body.appendChild(document.createElement('i')); probe.style.color = `var(--${name})`; const { color } = getComputedStyle(probe); probe.remove(); return color; };
                  return [...document.querySelectorAll('#topics .cell')].map((cell, i) => ({
                    ...partitions[i], outlined: getComputedStyle(cell).borderTopColor === colorOf('warn'),
                    width: parseFloat(cell.firstChild.style.width), height: parseFloat(cell.lastChild.style.height),
                  }));
                })()""");
        city.picture("lake-store-away");
        signal("CONT", s3);

        assertThat(cells).hasSize(15);
        assertThat(cells).allSatisfy(cell -> {
            boolean held = cell.path("held").asLong() > 0;
            assertThat(cell.path("outlined").asBoolean()).as("%s", cell).isEqualTo(cell.has("pendingMillis"));
            assertThat(cell.path("height").asDouble() > 0).as("%s", cell).isEqualTo(held);
            assertThat(cell.path("width").asDouble() > 0)
                    .as("%s", cell)
                    .isEqualTo(held && cell.path("ageMillis").asLong() > 0);
        });
        city.awaitFor(QUEUE, "store.lake.pending === 0");
        city.page().navigate(city.address() + "/#road");
    }

    private static void otherFormsOfThePage(CityPage city) {
        city.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        city.page().waitForTimeout(1_500);
        city.picture("light");
        city.page().setViewportSize(400, 900);
        city.page().waitForTimeout(1_000);
        city.picture("narrow");
        city.page().setViewportSize(1440, 900);
        city.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    }

    private static void aBrokerThatIsAwayIsReported(CityPage city, UpProcess up) throws IOException {
        ProcessHandle kafka = up.latestOf("BrokerProgram");
        signal("STOP", kafka);
        city.page()
                .locator("#banner", new Page.LocatorOptions().setHasText("Kafka does not answer"))
                .waitFor();
        city.picture("kafka-away");
        signal("CONT", kafka);
        city.awaitFor(QUEUE, "document.getElementById('banner').hidden && store.clock.kafka");
        ProcessHandle view = up.latestOf("city-view");
        signal("STOP", view);
        city.page()
                .locator("#banner", new Page.LocatorOptions().setHasText("No data for"))
                .waitFor();
        signal("CONT", view);
        city.awaitFor(QUEUE, "document.getElementById('banner').hidden");
    }

    private static void signal(String signal, ProcessHandle process) throws IOException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertThat(kill.onExit().join().exitValue()).isZero();
    }

    private static void keep(String picture, String image) throws IOException {
        if (Boolean.getBoolean("write")) {
            Files.copy(
                    Path.of("target", "pages", picture + ".png"),
                    IMAGES.resolve(image + ".png"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
