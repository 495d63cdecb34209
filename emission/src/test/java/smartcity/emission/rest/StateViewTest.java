package smartcity.emission.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.emission.state.LastReports;
import smartcity.event.CameraSnapshot;
import smartcity.event.Carriageway;
import smartcity.event.CityTopic;
import smartcity.event.Location;
import smartcity.event.TrafficFlow;
import smartcity.event.TrafficReport;

class StateViewTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.5Z");

    private final LastReports reports = new LastReports();
    private final StateView view = new StateView(reports);

    @BeforeEach
    void threeCamerasReport() {
        reports.record(report("camera-1", 51.5));
        reports.record(report("camera-2", 52.0));
        reports.record(report("camera-3", 52.5));
    }

    @Test
    void listsRecordsWithoutTheirImages() throws Exception {
        JsonNode items = json(view.items(CityTopic.TRAFFIC, new StateQuery(), NOW));

        assertThat(items.path("simulatedTime").asText()).isEqualTo("2026-11-23T08:00:00.500000Z");
        assertThat(items.path("left").asInt()).isZero();
        assertThat(items.has("next")).isFalse();
        assertThat(items.path("items").findValuesAsText("cameraId"))
                .containsExactly("camera-1", "camera-2", "camera-3");
        assertThat(items.at("/items/0/averageSpeed").asDouble()).isEqualTo(98.2);
        assertThat(items.at("/items/0").has("snapshot")).isFalse();
    }

    @Test
    void givesASingleCameraItsImage() {
        assertThat(view.item(CityTopic.TRAFFIC, "camera-2"))
                .get()
                .satisfies(camera -> assertThat(camera.has("snapshot")).isTrue());
        assertThat(view.item(CityTopic.TRAFFIC, "camera-4")).isEmpty();
    }

    @Test
    void putsFeaturesOnTheMapAsRfc7946Says() throws Exception {
        JsonNode collection = json(view.features(CityTopic.TRAFFIC, new StateQuery(), NOW));

        assertThat(collection.path("type").asText()).isEqualTo("FeatureCollection");
        JsonNode feature = collection.at("/features/1");
        assertThat(feature.path("type").asText()).isEqualTo("Feature");
        assertThat(feature.path("id").asText()).isEqualTo("camera-2");
        assertThat(feature.path("geometry").toString()).isEqualTo("{\"type\":\"Point\",\"coordinates\":[-1.097,52.0]}");
        assertThat(feature.at("/properties/cameraId").asText()).isEqualTo("camera-2");
        assertThat(feature.path("properties").has("location")).isFalse();
    }

    @Test
    void continuesWhereThePageBeforeEnded() throws Exception {
        StateQuery first = selection(null, "2", null);
        JsonNode page = json(view.items(CityTopic.TRAFFIC, first, NOW));
        assertThat(page.path("left").asInt()).isEqualTo(1);
        assertThat(page.path("next").asText()).isEqualTo("camera-2");

        JsonNode rest = json(view.items(
                CityTopic.TRAFFIC, selection(null, "2", page.path("next").asText()), NOW));

        assertThat(rest.path("items").findValuesAsText("cameraId")).containsExactly("camera-3");
        assertThat(rest.path("left").asInt()).isZero();
    }

    @Test
    void listsOnlyWhatIsInTheArea() throws Exception {
        JsonNode items = json(view.items(CityTopic.TRAFFIC, selection("-1.2,51.9,-1,52.5", null, null), NOW));

        assertThat(items.path("items").findValuesAsText("cameraId")).containsExactly("camera-2", "camera-3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1,2,3",
                "1,2,3,4,5",
                "a,1,2,3",
                "2,0,1,1",
                "0,2,1,1",
                "NaN,0,1,1",
                "-181,0,1,1",
                "0,-91,1,1",
                "0,0,181,1",
                "0,0,1,91"
            })
    void refusesAnAreaThatIsNone(String bbox) {
        assertThatThrownBy(() -> view.items(CityTopic.TRAFFIC, selection(bbox, null, null), NOW))
                .hasMessage(
                        "bbox must be west,south,east,north in degrees, within [-180, 180] and [-90, 90], west and south first but was "
                                + bbox);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "20001", "-1", "many", "1.5"})
    void refusesALimitOutOfRange(String limit) {
        assertThatThrownBy(() -> view.items(CityTopic.TRAFFIC, selection(null, limit, null), NOW))
                .hasMessage("limit must be a whole number within [1, 20000] but was " + limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesAnIdThatCannotBeOne(String after) {
        assertThatThrownBy(() -> view.items(CityTopic.TRAFFIC, selection(null, null, after), NOW))
                .hasMessage("after must have 1 to 200 characters and not be blank but was " + after);
    }

    @Test
    void takesTheFormatBeforeWhatIsAccepted() {
        StateQuery selection = new StateQuery();
        assertThat(selection.geo(true)).isTrue();

        selection.format = "json";

        assertThat(selection.geo(true)).isFalse();
        selection.format = "xml";
        assertThatThrownBy(() -> selection.geo(true)).hasMessage("format must be one of [json, geojson] but was xml");
    }

    private static StateQuery selection(@Nullable String bbox, @Nullable String limit, @Nullable String after) {
        StateQuery selection = new StateQuery();
        selection.bbox = bbox;
        selection.limit = limit;
        selection.after = after;
        return selection;
    }

    private static JsonNode json(Object answer) throws Exception {
        ObjectMapper json = new ObjectMapper();
        return json.readTree(json.writeValueAsString(answer));
    }

    private static TrafficReport report(String camera, double latitude) {
        return new TrafficReport(
                new UUID(0, 0),
                "unit",
                camera,
                new Location(latitude, -1.097),
                NOW,
                new CameraSnapshot(new byte[] {(byte) 0x89, 'P', 'N', 'G'}),
                Carriageway.NORTHBOUND,
                new TrafficFlow(31.5, 98.2, 3093, 0.094, false),
                null);
    }
}
