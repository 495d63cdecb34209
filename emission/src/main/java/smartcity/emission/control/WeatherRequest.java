package smartcity.emission.control;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smartcity.http.JsonBody;
import smartcity.http.RequestRefusedException;
import smartcity.http.ValueRules;
import smartcity.road.Road;

/// The body that sets the weather; also the body of its command.
///
/// @param fromKm London end of the part [km]
/// @param toKm Birmingham end of the part [km]
/// @param duration how long it lasts, in simulated time
/// @param temperature of the air [degC]; null where it stays natural, as are the other values
/// @param precipitation as water [mm/h]
/// @param windSpeed [km/h]
/// @param windDirection from which the wind blows [deg]
/// @param humidity relative [%]
@Schema(description = "The weather to set on a part of the road; values that are not set stay natural")
public record WeatherRequest(
        @Schema(
                required = true,
                minimum = "0",
                description = "London end of the part, in km from London",
                examples = "60")
        double fromKm,

        @Schema(required = true, description = "Birmingham end of the part, in km from London", examples = "110")
        double toKm,

        @Schema(
                type = SchemaType.STRING,
                implementation = String.class,
                format = "duration",
                defaultValue = "PT1H",
                description = "How long it lasts, PT1M to P7D of simulated time")
        Duration duration,

        @Schema(minimum = "-30", maximum = "45", description = "Air temperature in degC") @Nullable
        Double temperature,

        @Schema(minimum = "0", maximum = "100", description = "Precipitation as water in mm/h; snow in cold air")
        @Nullable
        Double precipitation,

        @Schema(minimum = "0", maximum = "150", description = "Wind in km/h") @Nullable
        Double windSpeed,

        @Schema(minimum = "0", maximum = "359.9", description = "Direction from which the wind blows in degrees")
        @Nullable
        Double windDirection,

        @Schema(
                minimum = "1",
                maximum = "100",
                description = "Relative humidity in percent; 100 with little wind is fog")
        @Nullable
        Double humidity) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration DEFAULT_DURATION = Duration.ofHours(1);

    /// Reads a JSON object.
    ///
    /// @throws RequestRefusedException when a field breaks its rule, or no value is set
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WeatherRequest of(ObjectNode fields) {
        JsonBody body = new JsonBody(fields);
        WeatherRequest request = new WeatherRequest(
                body.number("fromKm"),
                body.number("toKm"),
                body.optionalDuration("duration", SHORTEST, LONGEST).orElse(DEFAULT_DURATION),
                orNull(body.optionalNumber("temperature", -30, 45)),
                orNull(body.optionalNumber("precipitation", 0, 100)),
                orNull(body.optionalNumber("windSpeed", 0, 150)),
                orNull(body.optionalNumber("windDirection", 0, 359.9)),
                orNull(body.optionalNumber("humidity", 1, 100)));
        body.end();
        if (request.isEmpty()) {
            throw new RequestRefusedException(
                    "body", "must set one of [temperature, precipitation, windSpeed, windDirection, humidity]", fields);
        }
        return request;
    }

    private boolean isEmpty() {
        return Stream.of(temperature, precipitation, windSpeed, windDirection, humidity)
                .allMatch(Objects::isNull);
    }

    /// Holds its part of the road to the road.
    ///
    /// @throws RequestRefusedException when its part is not on the road
    public void requireOnRoad(Road road) {
        double lengthKm = Math.ceil(road.lengthMetres() / 1000);
        ValueRules.requireWithin("fromKm", fromKm, 0, lengthKm);
        ValueRules.requireWithin("toKm", toKm, fromKm, lengthKm);
    }

    /// What [#of(ObjectNode)] reads.
    public ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("fromKm", fromKm)
                .put("toKm", toKm)
                .put("duration", duration.toString())
                .put("temperature", temperature)
                .put("precipitation", precipitation)
                .put("windSpeed", windSpeed)
                .put("windDirection", windDirection)
                .put("humidity", humidity);
    }

    private static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
