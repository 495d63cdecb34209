package smartcity.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.child.ChildProcess;
import smartcity.local.infra.LoopbackPort;

/// The page where changes need a token, on a screen that only shows, at any size, and what its sliders do. More than
/// 200 lines, as one city serves all of it.
@Tag("long")
@ExtendWith(CityBrowsers.class)
class CityPageModesIT {
    private static final String TOKEN = "s3cret";
    private static final Duration LANDED = Duration.ofMinutes(2);
    private static final List<CityPage> OPENED = new ArrayList<>();

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set by start()
    private static UpProcess up;

    @SuppressWarnings("NullAway.Init") // set by start()
    private static URI address;

    @BeforeAll
    static void start() {
        up = CityPage.startCity(folder, Map.of("CONTROL_TOKEN", TOKEN), "--vehicles=100", "--seed=42");
        address = CityPage.addressOf(up);
    }

    /// Of all tests of this class: no request has left the origin, and no script has failed.
    @AfterAll
    static void stop() {
        up.close();
        assertThat(OPENED).hasSizeGreaterThan(4).allSatisfy(city -> {
            assertThat(city.foreignRequests()).isEmpty();
            assertThat(city.errors()).isEmpty();
        });
    }

    private static CityPage open(CityBrowser browser, URI at) {
        CityPage city = browser.open(at);
        OPENED.add(city);
        return city;
    }

    @Test
    void aChangeAsksForTheTokenAndTheTabKeepsIt(CityBrowser browser) {
        CityPage city = open(browser, address);
        Locator incident = city.page().locator("#incident-dialog");
        Locator token = city.page().locator("#token-dialog");
        city.page().locator("#open-incident").click();
        button(incident, "Raise").click();
        token.waitFor();
        city.picture("token");
        use(token, "a guess");
        said(token, "The service refuses that token").waitFor();
        button(token, "Cancel").click();
        assertThat(token.isVisible()).isFalse();
        button(incident, "Raise").click();
        use(token, TOKEN);
        city.await("store.commands.some((command) => command.kind === 'raise-incident')");
        awaitClosed(incident);

        city.page().reload();
        city.page()
                .locator("#commands li", new Page.LocatorOptions().setHasText("Accident, km 97.5"))
                .getByRole(AriaRole.BUTTON)
                .click();
        city.await("store.commands[0]?.kind === 'resolve-incident'");
        assertThat(token.isVisible()).isFalse();
        assertThat(city.read("store.commands.filter((c) => c.kind === 'raise-incident')"))
                .hasSize(1);
    }

    @Test
    void anotherTabIsAskedAgainAndChangesNothingWithoutAToken(CityBrowser browser) {
        CityPage city = open(browser, address);
        city.page().navigate(address + "/#lake");
        city.page().locator("#lake-pause").click();
        Locator token = city.page().locator("#token-dialog");
        use(token, "a guess");
        said(token, "The service refuses that token").waitFor();
        city.page().keyboard().press("Escape");
        assertThat(token.isVisible()).isFalse();
        assertThat(city.read("sessionStorage.length").asInt()).isZero();

        city.page().locator("#lake-flush").click();
        use(token, TOKEN);
        city.page()
                .locator("#toast.shown", new Page.LocatorOptions().setHasText("records have landed"))
                .waitFor();
        assertThat(city.read("store.lake.paused").isNull()).isTrue();
    }

    @Test
    void aSliderSetsAFaultThatShowsInTheLakeAndIsUndone(CityBrowser browser) {
        CityPage city = open(browser, address);
        Locator dialog = city.page().locator("#faults-dialog");
        city.page().locator("#open-faults").click();
        dialog.locator("input[name=malformed]").focus();
        city.page().keyboard().press("PageUp"); // a tenth of the scale
        city.picture("faults");
        button(dialog, "Set").click();
        use(city.page().locator("#token-dialog"), TOKEN);
        awaitFaults("malformed", 0.1);
        Locator listed = city.page()
                .locator("#commands li", new Page.LocatorOptions().setHasText("vehicle-simulator: malformed 10 %"));
        listed.waitFor();
        city.awaitFor(LANDED, "store.lake.deadLetters > 0");

        city.await("store.faults['vehicle-simulator']");
        city.page().locator("#open-faults").click();
        assertThat(dialog.locator("input[name=malformed]").inputValue()).isEqualTo("10");
        dialog.locator("select").selectOption("weather-simulator");
        assertThat(dialog.locator("input[name=malformed]").inputValue()).isEqualTo("0");
        button(dialog, "Cancel").click();
        button(listed, "Undo").click();
        awaitFaults("malformed", 0);
        city.await("store.commands[0]?.kind === 'faults' && store.commands[1]?.kind === 'faults'");
        assertThat(button(listed, "Undo").count()).isZero();
    }

    @Test
    void whatIsRefusedIsSaidInItsDialogWhichStaysOpen(CityBrowser browser) {
        CityPage city = open(browser, address);
        Locator dialog = city.page().locator("#weather-dialog");
        city.page().locator("#open-weather").click();
        dialog.locator("input[name=fromKm]").fill("110");
        dialog.locator("input[name=toKm]").fill("60");
        button(dialog, "Set").click();
        use(city.page().locator("#token-dialog"), TOKEN);
        said(dialog, "toKm must be").waitFor();
        city.picture("refused");
        dialog.locator("input[name=toKm]").fill("120");
        button(dialog, "Set").click();
        city.await("store.commands[0]?.kind === 'set-weather' && store.commands[0].body.toKm === 120");
        awaitClosed(dialog);
    }

    @Test
    void aScreenThatOnlyShowsHasNoControlsAndRefusesChanges(CityBrowser browser) throws Exception {
        String raised = raise("{\"type\": \"Fire\", \"km\": 120, \"carriageway\": \"southbound\", \"lanesClosed\": 1}");
        int port = LoopbackPort.anyFree();
        ChildProcess view = up.startAnother(
                "city-view", Map.of("VIEW_READ_ONLY", "true", "QUARKUS_HTTP_PORT", Integer.toString(port)));
        URI screen = URI.create("http://localhost:" + port);
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> !new String(screen.toURL().openStream().readAllBytes(), UTF_8).isEmpty());
        try {
            CityPage city = open(browser, screen);
            city.await("store.clock.readOnly && store.incidents.some((i) => i.id === '%s' && i.status === 'Active')"
                    .formatted(raised));
            Locator incident = city.page().locator("[data-incident='%s']".formatted(raised));
            assertThat(incident.textContent()).contains("1 of 3 lanes closed");
            assertThat(button(incident, "Resolve").isVisible()).isFalse();
            assertThat(city.page().locator(".control:visible").count()).isZero();
            assertThat(city.page().locator("#commands").textContent()).doesNotContain("click", "drag");
            city.picture("read-only");
            city.clickRoad(60, true);
            city.page().locator("#strip").focus();
            city.page().keyboard().press("Enter");
            city.page().keyboard().press("Shift+PageUp");
            city.page().keyboard().press("Enter");
            city.page().waitForTimeout(400); // as long as a single click waits for a second one
            assertThat(city.page().locator("dialog:visible").count()).isZero();
            for (String change : List.of(
                    "POST /incidents",
                    "POST /weather",
                    "PUT /faults/vehicle-simulator",
                    "PUT /simulator/factor",
                    "PUT /simulator/running",
                    "DELETE /commands/x",
                    "DELETE /incidents/x",
                    "POST /lake/flush")) {
                assertThat(answer(city, change))
                        .as(change)
                        .isEqualTo("403 This view is read-only by the setting view.read-only");
            }
            city.page().navigate(city.address() + "/#lake");
            city.page().locator("#topics tbody tr").first().waitFor();
            assertThat(city.page().locator(".control:visible").count()).isZero();
        } finally {
            view.kill();
        }
    }

    @Test
    void aSimulatorThatStopsIsReportedAfterFiveSeconds(CityBrowser browser) throws Exception {
        CityPage city = browser.open(address);
        city.await("document.getElementById('banner').hidden && store.clock.silentSeconds['incident-simulator'] <= 1");
        ProcessHandle simulator = up.latestOf("incident-simulator");
        city.page().evaluate("""
                () => {
                  const began = performance.now();
                  const look = () => (document.getElementById('banner').hidden
                    ? setTimeout(look, 50) : (window.reportedAfter = (performance.now() - began) / 1000));
                  look();
                }""");
        signal("STOP", simulator);
        try {
            Locator banner = city.page().locator("#banner");
            banner.filter(new Locator.FilterOptions()
                            .setHasText(Pattern.compile("No new data for \\d+ s from .*incident-simulator")))
                    .waitFor();
            assertThat(city.read("window.reportedAfter").asDouble()).isBetween(4.0, 12.0);
            city.picture("simulator-stopped");
        } finally {
            signal("CONT", simulator);
        }
        city.awaitFor(LANDED, "document.getElementById('banner').hidden");
    }

    private static void signal(String signal, ProcessHandle process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void noNameCoversAnotherAtAnySize(CityBrowser browser) {
        CityPage city = open(browser, address);
        DrawnNames names = DrawnNames.on(city);
        for (int width : List.of(1440, 800, 400)) {
            for (boolean dark : List.of(true, false)) {
                names.show(width, dark);
                assertThat(names.onMap()).contains("London", "Birmingham");
                assertThat(names.onMap().stream().filter(name -> name.matches("J\\d+A?")))
                        .hasSizeGreaterThan(width / 100);
                assertThat(names.overlapsAtAllScales()).as("%d pixels", width).isEmpty();
            }
        }
    }

    /// Raises an incident, as there may be none at this hour; returns its id.
    private static String raise(String incident) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(simulator(3, "/incidents"))
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(incident))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(HttpURLConnection.HTTP_OK);
            return new ObjectMapper().readTree(answer.body()).path("incidentId").asText();
        }
    }

    /// @param port after that of the page
    private static URI simulator(int port, String path) {
        return URI.create("http://127.0.0.1:" + (address.getPort() + port) + path);
    }

    private static void awaitFaults(String kind, double rate) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            try (InputStream answer = simulator(1, "/simulator/faults").toURL().openStream()) {
                JsonNode faults = new ObjectMapper().readTree(answer);
                assertThat(faults.path(kind).asDouble()).as("%s", faults).isEqualTo(rate);
            }
        });
    }

    private static String answer(CityPage city, String change) {
        String[] parts = change.split(" ", 2);
        return city.read("fetch('%s', { method: '%s' }).then(async (a) => a.status + ' ' + (await a.json()).detail)"
                        .formatted(parts[1], parts[0]))
                .asText();
    }

    private static void use(Locator dialog, String token) {
        dialog.locator("input").fill(token);
        button(dialog, "Use").click();
    }

    private static void awaitClosed(Locator dialog) {
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private static Locator said(Locator dialog, String text) {
        return dialog.locator(".error", new Locator.LocatorOptions().setHasText(text));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
