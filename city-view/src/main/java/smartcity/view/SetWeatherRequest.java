package smartcity.view;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smartcity.http.JsonBody;
import smartcity.http.RequestRefusedException;
import smartcity.http.ValueRules;

/// The weather that an operator sets on a part of the road by a drag along the strip; also the body of its command.
///
/// @param fromKm London end of the part [km]
/// @param toKm Birmingham end of the part [km]
/// @param duration how long it lasts, in simulated time
/// @param values by name, those that are set
@Schema(description = "The weather to set on a part of the road")
record SetWeatherRequest(
        double fromKm,
        double toKm,
        Duration duration,
        @JsonIgnore Map<String, Double> values) {
    private static final Map<String, double[]> RANGES = Map.of(
            "temperature", new double[] {-30, 45},
            "precipitation", new double[] {0, 100},
            "windSpeed", new double[] {0, 150},
            "humidity", new double[] {1, 100});

    SetWeatherRequest {
        values = Map.copyOf(values);
    }

    /// Reads a JSON object.
    ///
    /// @throws RequestRefusedException when a field breaks its rule, or no value is set
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SetWeatherRequest of(ObjectNode fields) {
        JsonBody body = new JsonBody(fields);
        Map<String, Double> values = new TreeMap<>();
        RANGES.forEach((name, range) -> {
            OptionalDouble value = body.optionalNumber(name, range[0], range[1]);
            value.ifPresent(number -> values.put(name, number));
        });
        SetWeatherRequest request = new SetWeatherRequest(
                body.number("fromKm"),
                body.number("toKm"),
                body.optionalDuration("duration", Duration.ofMinutes(1), Duration.ofDays(7))
                        .orElse(Duration.ofHours(1)),
                values);
        body.end();
        if (values.isEmpty()) {
            throw new RequestRefusedException(
                    "body",
                    "must set one of " + RANGES.keySet().stream().sorted().toList(),
                    fields);
        }
        return request;
    }

    /// The body of the command.
    ///
    /// @throws RequestRefusedException when its part is not on the road
    ObjectNode command(double roadMetres) {
        double lengthKm = Math.ceil(roadMetres / 1000);
        ValueRules.requireWithin("fromKm", fromKm, 0, lengthKm);
        ValueRules.requireWithin("toKm", toKm, fromKm, lengthKm);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("fromKm", fromKm)
                .put("toKm", toKm)
                .put("duration", duration.toString());
        new TreeMap<>(values).forEach(body::put);
        return body;
    }
}
