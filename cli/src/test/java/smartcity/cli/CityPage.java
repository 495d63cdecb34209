package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import smartcity.event.Event;
import smartcity.event.EventJson;

/// The page of a running city in a browser.
final class CityPage {
    private static final String SEE = "See the city: ";

    /// As many incidents as usual, where the other tests want some within seconds.
    private static final Map<String, String> USUAL_INCIDENTS = Map.of("INCIDENT_RATE_MULTIPLIER", "5");

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /// Until a large fleet is on the road, on a busy machine.
    private static final Duration FLEET = Duration.ofMinutes(3);

    /// What a failure says of the page.
    private static final String STATE =
            "JSON.stringify({ clock: store.clock, vehicles: latestFrame()?.slots, cameras: store.cameras.size, stations: store.stations.size, lake: store.lake?.landed })";

    private final URI address;
    private final Page page;
    private final List<String> foreignRequests = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    /// @param page without an address yet
    CityPage(URI address, Page page) {
        this.address = address;
        this.page = page;
        page.onRequest(request -> {
            if (!request.url().startsWith(address.toString())) {
                foreignRequests.add(request.url());
            }
        });
        page.onPageError(errors::add);
    }

    /// A city as people start it.
    static UpProcess startCity(Path folder, String... options) {
        return UpProcess.start(folder, USUAL_INCIDENTS, options);
    }

    /// The same, also with settings of the services.
    static UpProcess startCity(Path folder, Map<String, String> settings, String... options) {
        Map<String, String> environment = new HashMap<>(USUAL_INCIDENTS);
        environment.putAll(settings);
        return UpProcess.start(folder, environment, options);
    }

    /// The address that a run of `./smartcity up` has printed, once it has.
    static URI addressOf(UpProcess up) {
        up.awaitLine(SEE);
        return up.lines().stream()
                .filter(line -> line.startsWith(SEE))
                .map(line -> URI.create(line.substring(SEE.length()).replaceFirst(" .*$", "")))
                .findFirst()
                .orElseThrow();
    }

    /// Produces a record as its device would; returns when Kafka has it.
    static void send(UpProcess up, Event event) throws Exception {
        String ready = "kafka is ready on ";
        String servers = up.lines().stream()
                .filter(line -> line.startsWith(ready))
                .map(line -> line.substring(ready.length()))
                .findFirst()
                .orElseThrow();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            event.topic().defaultName(),
                            null,
                            event.timestamp().toEpochMilli(),
                            event.deviceId(),
                            new EventJson().encode(event)))
                    .get();
        }
    }

    /// Loads the page when it is there, and waits until it shows vehicles.
    void show() {
        page.navigate(address.toString());
        page.waitForFunction("() => window.smartcity", null, new Page.WaitForFunctionOptions().setTimeout((double)
                        TIMEOUT.toMillis()));
        awaitFor(FLEET, "store.clock && store.clock.vehicles > 0 && store.cameras.size > 0");
    }

    Page page() {
        return page;
    }

    URI address() {
        return address;
    }

    /// The value of an expression, or what it promises, over what the page knows: `store`, `viewport`, `selection`,
    /// `latestFrame`.
    JsonNode read(String expression) {
        Object json = page.evaluate("async () => { const { store, viewport, selection, latestFrame, frameTimes } ="
                + " window.smartcity; return JSON.stringify(await (" + expression + ")); }");
        try {
            return new ObjectMapper().readTree(String.valueOf(json));
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + expression, e);
        }
    }

    /// Waits until an expression is true.
    void await(String expression) {
        awaitFor(TIMEOUT, expression);
    }

    /// Waits longer.
    void awaitFor(Duration limit, String expression) {
        Awaitility.await()
                .atMost(limit)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(read("!!(" + expression + ")").asBoolean())
                        .as(() -> expression + " of " + read(STATE).asText())
                        .isTrue());
    }

    /// Clicks a place of the road on the map.
    void clickRoad(double km, boolean northbound) {
        JsonNode place = read("window.smartcity.screenOf(%s, %s)".formatted(km * 1000, northbound));
        page.locator("#map")
                .click(new Locator.ClickOptions()
                        .setPosition(place.path(0).asDouble(), place.path(1).asDouble()));
    }

    /// Shows all of the road; returns when the frame is drawn that does, of which places on the screen are.
    void showAll() {
        page.locator("#zoom-fit").click();
        await("[20000, 60000, 170000].every((metres) => {"
                + " const [x, y] = window.smartcity.screenOf(metres, true);"
                + " return x > 0 && y > 0 && x < viewport.width && y < viewport.height; })");
    }

    /// Moves the map to a place of the road, with so many pixels for a kilometre.
    void show(double km, double pixelsPerKm) {
        page.evaluate(
                "([metres, scale]) => { const { viewport, screenOf } = window.smartcity;"
                        + " const [x, y] = screenOf(metres, true);"
                        + " viewport.x += (x - viewport.width / 2) / viewport.scale;"
                        + " viewport.y += (y - viewport.height / 2) / viewport.scale;"
                        + " viewport.scale = scale; viewport.fitted = false; viewport.version++;"
                        + " return new Promise((drawn) => setTimeout(drawn, 300)); }",
                List.of(km * 1000, pixelsPerKm));
    }

    /// A picture of what is seen now.
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pages", name + ".png")));
    }

    List<String> foreignRequests() {
        return List.copyOf(foreignRequests);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }
}
