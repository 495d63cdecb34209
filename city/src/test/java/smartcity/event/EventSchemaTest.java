package smartcity.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Records and schemas say the same.
class EventSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final EventJson json = new EventJson();

    static List<Event> events() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsValid(Event event) {
        JsonSchema schema = SCHEMAS.getSchema(schemaOf(event.topic()).toString());

        var errors = schema.validate(
                new String(json.encode(event), StandardCharsets.UTF_8),
                InputFormat.JSON,
                context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasAllPropertiesOfItsSchemaAndNoOther(Event event) throws IOException {
        JsonNode schema = schemaOf(event.topic());

        JsonNode record = MAPPER.readTree(json.encode(event));

        assertThat(namesIn(record)).isEqualTo(namesIn(schema.path("properties")));
        assertThat(namesIn(record.path("location"))).isEqualTo(namesIn(schema.at("/properties/location/properties")));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyTopicHasASchemaThatBearsItsName(Topic topic) {
        JsonNode schema = schemaOf(topic);

        assertThat(schema.path("title").asText()).isEqualTo(topic.defaultName());
        assertThat(schema.path("properties"))
                .isNotEmpty()
                .allSatisfy(property ->
                        assertThat(property.path("description").asText()).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyNumberStatesItsUnit(Topic topic) {
        JsonNode properties = schemaOf(topic).path("properties");

        assertThat(properties).allSatisfy(property -> {
            if (Set.of("number", "integer").contains(property.path("type").asText())) {
                assertThat(property.path("x-unit").asText()).isNotBlank();
            }
        });
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(Topic.VEHICLE, "fuelType", FuelType.values()),
                Arguments.of(Topic.VEHICLE, "vehicleType", VehicleType.values()),
                Arguments.of(Topic.TRAFFIC, "carriageway", Carriageway.values()),
                Arguments.of(Topic.WEATHER, "weatherCondition", WeatherCode.values()),
                Arguments.of(Topic.EMERGENCY, "type", EmergencyType.values()),
                Arguments.of(Topic.EMERGENCY, "status", IncidentStatus.values()),
                Arguments.of(Topic.EMERGENCY, "severity", Severity.values()));
    }

    @ParameterizedTest
    @MethodSource("words")
    void theWordsOfAnEnumAreThoseOfTheSchema(Topic topic, String property, Word[] constants) {
        JsonNode listed = schemaOf(topic).at("/properties/" + property + "/enum");

        assertThat(listed)
                .extracting(JsonNode::asText)
                .containsExactly(Arrays.stream(constants).map(Word::word).toArray(String[]::new));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                number(Topic.VEHICLE, "speed", v -> Samples.vehicle(new Motion(v, 0), 2021, 1, 1)),
                number(Topic.VEHICLE, "heading", v -> Samples.vehicle(new Motion(1, v), 2021, 1, 1)),
                number(Topic.VEHICLE, "year", v -> Samples.vehicle(new Motion(1, 0), (int) v, 1, 1)),
                number(Topic.VEHICLE, "odometer", v -> Samples.vehicle(new Motion(1, 0), 2021, v, 1)),
                number(Topic.VEHICLE, "energyLevel", v -> Samples.vehicle(new Motion(1, 0), 2021, 1, v)),
                number(Topic.GPS, "accuracy", v -> Samples.fix(v, 9)),
                number(Topic.GPS, "satellites", v -> Samples.fix(1, (int) v)),
                number(Topic.TRAFFIC, "trafficDensity", v -> flow(new TrafficFlow(v, 1, 1, 0, false))),
                number(Topic.TRAFFIC, "averageSpeed", v -> flow(new TrafficFlow(1, v, 1, 0, false))),
                number(Topic.TRAFFIC, "intensity", v -> flow(new TrafficFlow(1, 1, v, 0, false))),
                number(Topic.TRAFFIC, "occupancy", v -> flow(new TrafficFlow(1, 1, 1, v, false))),
                number(Topic.WEATHER, "temperature", v -> air(new Atmosphere(v, 0, 0, 0, 0, 0, 1000))),
                number(Topic.WEATHER, "precipitation", v -> air(new Atmosphere(0, v, 0, 0, 0, 0, 1000))),
                number(Topic.WEATHER, "windSpeed", v -> air(new Atmosphere(0, 0, v, 0, 0, 0, 1000))),
                number(Topic.WEATHER, "windDirection", v -> air(new Atmosphere(0, 0, 0, v, 0, 0, 1000))),
                number(Topic.WEATHER, "humidity", v -> air(new Atmosphere(0, 0, 0, 0, v, 0, 1000))),
                number(Topic.WEATHER, "visibility", v -> air(new Atmosphere(0, 0, 0, 0, 0, v, 1000))),
                number(Topic.WEATHER, "pressure", v -> air(new Atmosphere(0, 0, 0, 0, 0, 0, v))),
                number(Topic.WEATHER, "airQualityIndex", v -> Samples.observation(calm(), (int) v, 1)),
                number(Topic.WEATHER, "daqi", v -> Samples.observation(calm(), 1, (int) v)),
                number(Topic.EMERGENCY, "lanesClosed", v -> Samples.emergency((int) v)));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aRecordTakesTheRangeOfTheSchemaAndNothingBeyond(Topic topic, String property, DoubleFunction<Event> record) {
        JsonNode range = schemaOf(topic).at("/properties/" + property);
        double minimum = range.path("minimum").doubleValue();
        boolean open = range.has("exclusiveMaximum");
        double maximum = range.path(open ? "exclusiveMaximum" : "maximum").doubleValue();

        assertThat(record.apply(minimum)).isNotNull();
        assertThat(record.apply(open ? Math.nextDown(maximum) : maximum)).isNotNull();
        assertThatThrownBy(() -> record.apply(minimum - 1)).hasMessageContaining("must be within");
        assertThatThrownBy(() -> record.apply(open ? maximum : maximum + 1)).hasMessageContaining("must be within");
    }

    @Test
    void writesInstantsWithMicroseconds() throws IOException {
        JsonNode record = MAPPER.readTree(json.encode(Samples.vehicle()));

        assertThat(record.path("timestamp").asText()).isEqualTo("2026-11-23T08:30:00.000250Z");
    }

    @Test
    void roundsAHeadingJustBelowNorthToNorthNotTo360() throws IOException {
        Event almostNorth = Samples.vehicle(new Motion(50, 359.97), 2021, 1, 1);

        JsonNode record = MAPPER.readTree(json.encode(almostNorth));

        assertThat(record.path("heading").doubleValue()).isZero();
        assertThat(record.path("direction").asText()).isEqualTo("N");
    }

    @Test
    void refusesAnInstantFinerThanItsJsonForm() {
        assertThatThrownBy(() -> new EmergencyReport(
                        Samples.ID,
                        "control-room",
                        Samples.ID,
                        EmergencyType.FIRE,
                        Samples.AT.plusNanos(1),
                        Samples.OXFORD,
                        IncidentStatus.ACTIVE,
                        "A lorry burns.",
                        Severity.HIGH,
                        1,
                        "M40",
                        Carriageway.SOUTHBOUND))
                .hasMessage("timestamp must have microsecond precision but was 2026-11-23T08:30:00.000250001Z");
    }

    private static Arguments number(Topic topic, String property, DoubleFunction<Event> record) {
        return Arguments.of(topic, property, record);
    }

    private static Event flow(TrafficFlow flow) {
        return Samples.report(flow, null);
    }

    private static Event air(Atmosphere atmosphere) {
        return Samples.observation(atmosphere, 1, 1);
    }

    private static Atmosphere calm() {
        return new Atmosphere(10, 0, 0, 0, 50, 10_000, 1013);
    }

    private static Set<String> namesIn(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode schemaOf(Topic topic) {
        try (InputStream in = Topic.class.getClassLoader().getResourceAsStream(topic.schemaResource())) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new AssertionError("Failed to read " + topic.schemaResource(), e);
        }
    }
}
