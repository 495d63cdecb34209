package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page over minutes: what a closure does to traffic, the ways back, and a broker that is away. Takes a picture of
/// each state into `target/pages`; with `-Dwrite=true` two of them become those of the README.
@Tag("long")
class CityPageStatesIT {
    private static final Path IMAGES = Path.of("..", "docs", "images");

    /// The queue of a closure has to grow: simulated minutes, which pass faster at ten times.
    private static final Duration QUEUE = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void aClosureTurnsTheRoadBehindItRedAndEverythingRecovers() throws IOException {
        try (UpProcess up = CityPage.startCity(folder, "--vehicles=900", "--rate=600", "--start=08:00", "--seed=42")) {
            URI address = CityPage.addressOf(up);
            try (CityPage city = CityPage.open(address)) {
                closureStopsTraffic(city);
                pauseStopsTheClock(city);
                aVehicleShowsItsTrace(city);
                weatherIsSetByADrag(city);
                theLakeHasTheIncident(city);
                otherFormsOfThePage(city);
                aBrokerThatIsAwayIsReported(city, up);
                assertThat(city.foreignRequests()).isEmpty();
                assertThat(city.errors()).isEmpty();
            }
        }
    }

    private static void closureStopsTraffic(CityPage city) throws IOException {
        city.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("10×"))
                .click();
        city.await("store.clock.factor === 10");
        city.page().locator("#open-incident").click();
        Locator dialog = city.page().locator("#incident-dialog");
        dialog.locator("select[name=type]").selectOption("Fire");
        dialog.locator("select[name=lanesClosed]").selectOption("3");
        dialog.locator("select[name=duration]").selectOption("PT4H");
        city.picture("dialog");
        dialog.locator("button[type=submit]").click();
        city.await("store.incidents.some((i) => i.type === 'Fire' && i.lanesClosed >= i.lanes)");
        String picture =
                city.read("store.cameras.get('M40-097.2-A')?.picture ?? ''").asText();
        city.awaitFor(QUEUE, "store.speeds.percent[96] < 30 && store.speeds.percent[95] < 30");
        city.awaitFor(QUEUE, "store.cameras.get('M40-097.2-A').picture !== '" + picture + "'");
        city.awaitFor(QUEUE, "[...store.speeds.percent.slice(92, 97)].every((percent) => percent < 30)");
        noGreenAtTheClosure(city);
        camerasInTheQueueSeeItStand(city);
        assertThat(city.read("store.speeds.percent[97]").asInt()).isZero();
        city.page().locator("#zoom-fit").click();
        city.picture("closure");
        keep("closure", "view-road");
        JsonNode place = city.read("window.smartcity.screenOf(97500, true)");
        city.page().locator("#map").hover();
        city.page()
                .mouse()
                .move(
                        place.path(0).asDouble(),
                        place.path(1).asDouble() + city.page().locator("#map").boundingBox().y);
        for (int turn = 0; turn < 5; turn++) {
            city.page().mouse().wheel(0, -200);
        }
        city.page().waitForTimeout(1_500);
        city.picture("closure-near");
        city.page().locator("#zoom-fit").click();
        city.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("1×").setExact(true))
                .click();
        city.await("store.clock.factor === 1");
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
        city.page()
                .evaluate(
                        "() => { const { selection, changed, latestFrame } = window.smartcity; const f = latestFrame(); selection.slot = f.words.findIndex((w) => w >>> 30 === 1 && ((w >>> 18) & 255) > 60); changed('selection'); }");
        city.page().locator("#vehicle-follow").click();
        city.await("selection.vehicle && selection.vehicle.trace.length > 20");
        city.page().waitForTimeout(1_000);
        city.picture("vehicle");
        city.page().keyboard().press("Escape");
        city.page().locator("#zoom-fit").click();
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

    private static void theLakeHasTheIncident(CityPage city) throws IOException {
        city.page().navigate(city.address() + "/#lake");
        city.page().locator(".uplot canvas").first().waitFor();
        city.page().locator("#lake-flush").click();
        city.page()
                .locator("#objects li", new Page.LocatorOptions().setHasText("emergency_data"))
                .first()
                .waitFor();
        city.page().waitForTimeout(20_000); // the charts are to show something
        city.picture("lake");
        keep("lake", "view-lake");
        city.page().locator("#lake-pause").click();
        city.page()
                .locator("#lake-trouble", new Page.LocatorOptions().setHasText("Paused"))
                .waitFor();
        city.page().locator("#lake-resume").click();
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
