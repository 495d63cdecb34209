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

/// Records and schemas agree.
class EventSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final EventJson json = new EventJson();

    static List<Event> events() {
        return SampleEvents.all();
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
    @EnumSource(CityTopic.class)
    void everyTopicHasASchemaWithItsName(CityTopic topic) {
        JsonNode schema = schemaOf(topic);

        assertThat(schema.path("title").asText()).isEqualTo(topic.defaultName());
        assertThat(schema.path("properties"))
                .isNotEmpty()
                .allSatisfy(property ->
                        assertThat(property.path("description").asText()).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(CityTopic.class)
    void everyNumberStatesItsUnit(CityTopic topic) {
        JsonNode properties = schemaOf(topic).path("properties");

        assertThat(properties).allSatisfy(property -> {
            if (Set.of("number", "integer").contains(property.path("type").asText())) {
                assertThat(property.path("x-unit").asText())
                        .as(property.path("description").asText())
                        .isNotBlank();
            }
        });
    }

    static Stream<Arguments> enums() {
        return Stream.of(
                Arguments.of(CityTopic.VEHICLE, "fuelType", FuelType.values()),
                Arguments.of(CityTopic.VEHICLE, "vehicleType", VehicleType.values()),
                Arguments.of(CityTopic.TRAFFIC, "carriageway", Carriageway.values()),
                Arguments.of(CityTopic.WEATHER, "weatherCondition", WeatherCode.values()),
                Arguments.of(CityTopic.EMERGENCY, "type", EmergencyType.values()),
                Arguments.of(CityTopic.EMERGENCY, "status", IncidentStatus.values()),
                Arguments.of(CityTopic.EMERGENCY, "severity", Severity.values()));
    }

    @ParameterizedTest
    @MethodSource("enums")
    void theValuesOfAnEnumAreThoseOfTheSchema(CityTopic topic, String property, JsonEnum[] constants) {
        JsonNode listed = schemaOf(topic).at("/properties/" + property + "/enum");

        assertThat(listed)
                .extracting(JsonNode::asText)
                .containsExactly(
                        Arrays.stream(constants).map(JsonEnum::jsonValue).toArray(String[]::new));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                number(CityTopic.VEHICLE, "speed", v -> SampleEvents.vehicle(new Motion(v, 0), 2021, 1, 1)),
                number(CityTopic.VEHICLE, "heading", v -> SampleEvents.vehicle(new Motion(1, v), 2021, 1, 1)),
                number(CityTopic.VEHICLE, "year", v -> SampleEvents.vehicle(new Motion(1, 0), (int) v, 1, 1)),
                number(CityTopic.VEHICLE, "odometer", v -> SampleEvents.vehicle(new Motion(1, 0), 2021, v, 1)),
                number(CityTopic.VEHICLE, "energyLevel", v -> SampleEvents.vehicle(new Motion(1, 0), 2021, 1, v)),
                number(CityTopic.GPS, "accuracy", v -> SampleEvents.fix(v, 9)),
                number(CityTopic.GPS, "satellites", v -> SampleEvents.fix(1, (int) v)),
                number(CityTopic.TRAFFIC, "trafficDensity", v -> flow(new TrafficFlow(v, 1, 1, 0, false))),
                number(CityTopic.TRAFFIC, "averageSpeed", v -> flow(new TrafficFlow(1, v, 1, 0, false))),
                number(CityTopic.TRAFFIC, "intensity", v -> flow(new TrafficFlow(1, 1, v, 0, false))),
                number(CityTopic.TRAFFIC, "occupancy", v -> flow(new TrafficFlow(1, 1, 1, v, false))),
                number(CityTopic.WEATHER, "temperature", v -> air(new AtmosphericConditions(v, 0, 0, 0, 0, 0, 1000))),
                number(CityTopic.WEATHER, "precipitation", v -> air(new AtmosphericConditions(0, v, 0, 0, 0, 0, 1000))),
                number(CityTopic.WEATHER, "windSpeed", v -> air(new AtmosphericConditions(0, 0, v, 0, 0, 0, 1000))),
                number(CityTopic.WEATHER, "windDirection", v -> air(new AtmosphericConditions(0, 0, 0, v, 0, 0, 1000))),
                number(CityTopic.WEATHER, "humidity", v -> air(new AtmosphericConditions(0, 0, 0, 0, v, 0, 1000))),
                number(CityTopic.WEATHER, "visibility", v -> air(new AtmosphericConditions(0, 0, 0, 0, 0, v, 1000))),
                number(CityTopic.WEATHER, "pressure", v -> air(new AtmosphericConditions(0, 0, 0, 0, 0, 0, v))),
                number(CityTopic.WEATHER, "airQualityIndex", v -> SampleEvents.observation(calm(), (int) v, 1)),
                number(CityTopic.WEATHER, "daqi", v -> SampleEvents.observation(calm(), 1, (int) v)),
                number(CityTopic.EMERGENCY, "lanesClosed", v -> SampleEvents.emergency((int) v)));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aRecordTakesTheRangeOfTheSchemaAndNothingBeyond(
            CityTopic topic, String property, DoubleFunction<Event> record) {
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
        JsonNode record = MAPPER.readTree(json.encode(SampleEvents.vehicle()));

        assertThat(record.path("timestamp").asText()).isEqualTo("2026-11-23T08:30:00.000250Z");
    }

    @Test
    void roundsAHeadingJustBelowNorthToNorthNotTo360() throws IOException {
        Event almostNorth = SampleEvents.vehicle(new Motion(50, 359.97), 2021, 1, 1);

        JsonNode record = MAPPER.readTree(json.encode(almostNorth));

        assertThat(record.path("heading").doubleValue()).isZero();
        assertThat(record.path("direction").asText()).isEqualTo("N");
    }

    @Test
    void refusesAnInstantFinerThanItsJsonForm() {
        assertThatThrownBy(() -> new EmergencyReport(
                        SampleEvents.ID,
                        "control-room",
                        SampleEvents.ID,
                        EmergencyType.FIRE,
                        SampleEvents.AT.plusNanos(1),
                        SampleEvents.OXFORD,
                        IncidentStatus.ACTIVE,
                        "A lorry burns.",
                        Severity.HIGH,
                        1,
                        "M40",
                        Carriageway.SOUTHBOUND))
                .hasMessage("timestamp must have microsecond precision but was 2026-11-23T08:30:00.000250001Z");
    }

    private static Arguments number(CityTopic topic, String property, DoubleFunction<Event> record) {
        return Arguments.of(topic, property, record);
    }

    private static Event flow(TrafficFlow flow) {
        return SampleEvents.report(flow, null);
    }

    private static Event air(AtmosphericConditions atmosphere) {
        return SampleEvents.observation(atmosphere, 1, 1);
    }

    private static AtmosphericConditions calm() {
        return new AtmosphericConditions(10, 0, 0, 0, 50, 10_000, 1013);
    }

    private static Set<String> namesIn(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode schemaOf(CityTopic topic) {
        try (InputStream in = CityTopic.class.getClassLoader().getResourceAsStream(topic.schemaResource())) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new AssertionError("Failed to read " + topic.schemaResource(), e);
        }
    }
}
