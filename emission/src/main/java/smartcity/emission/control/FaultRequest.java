package smartcity.emission.control;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import smartcity.emission.fault.FaultKind;
import smartcity.emission.fault.FaultRates;
import smartcity.http.JsonBody;

/// The faults of a service as JSON: the body that sets them and that of its command, and the answer that
/// shows them. Its fields have the names of the settings `fault.*`.
///
/// @param rates 0 to 1 by kind; a kind that is absent has rate 0
/// @param lateMedian delay that half of the late records exceed; empty for the configured one
/// @param episode length of an episode; empty for the configured one
@Schema(
        type = SchemaType.OBJECT,
        implementation = Object.class,
        description =
                "Names and values of the settings fault.*, without fault.header; a kind that is absent has rate 0",
        examples = "{\"late\": 0.1, \"late-median\": \"PT10S\"}",
        properties = {
            @SchemaProperty(name = "late", type = SchemaType.NUMBER, minimum = "0", maximum = "1"),
            @SchemaProperty(name = "out-of-order", type = SchemaType.NUMBER, minimum = "0", maximum = "1"),
            @SchemaProperty(name = "duplicate", type = SchemaType.NUMBER, minimum = "0", maximum = "1"),
            @SchemaProperty(name = "dropped", type = SchemaType.NUMBER, minimum = "0", maximum = "1"),
            @SchemaProperty(name = "malformed", type = SchemaType.NUMBER, minimum = "0", maximum = "1"),
            @SchemaProperty(name = "missing-field", type = SchemaType.NUMBER, minimum = "0", maximum = "1"),
            @SchemaProperty(name = "null-field", type = SchemaType.NUMBER, minimum = "0", maximum = "1"),
            @SchemaProperty(name = "gps-outage", type = SchemaType.NUMBER, minimum = "0", maximum = "1"),
            @SchemaProperty(name = "frozen-sensor", type = SchemaType.NUMBER, minimum = "0", maximum = "1"),
            @SchemaProperty(name = "clock-skew", type = SchemaType.NUMBER, minimum = "0", maximum = "1"),
            @SchemaProperty(name = "burst", type = SchemaType.NUMBER, minimum = "0", maximum = "1"),
            @SchemaProperty(
                    name = "late-median",
                    type = SchemaType.STRING,
                    format = "duration",
                    description = "Delay that half of the late records exceed, PT24H at most"),
            @SchemaProperty(
                    name = "episode",
                    type = SchemaType.STRING,
                    format = "duration",
                    description = "Length of an episode, PT24H at most")
        })
public record FaultRequest(
        @JsonIgnore Map<FaultKind, Double> rates,
        @JsonIgnore Optional<Duration> lateMedian,
        @JsonIgnore Optional<Duration> episode) {
    private static final String LATE_MEDIAN = "late-median";
    private static final String EPISODE = "episode";
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    public FaultRequest {
        rates = Map.copyOf(rates);
    }

    /// Reads a JSON object.
    ///
    /// @throws smartcity.http.RequestRefusedException when a field breaks its rule
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FaultRequest of(ObjectNode fields) {
        JsonBody body = new JsonBody(fields);
        Map<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            body.optionalNumber(kind.word(), 0, 1).ifPresent(rate -> rates.put(kind, rate));
        }
        FaultRequest request = new FaultRequest(
                rates,
                body.optionalDuration(LATE_MEDIAN, SHORTEST, LONGEST),
                body.optionalDuration(EPISODE, SHORTEST, LONGEST));
        body.end();
        return request;
    }

    /// The request that sets these faults: every kind is named, so is each duration.
    public static FaultRequest of(FaultRates faults) {
        Map<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            rates.put(kind, faults.of(kind));
        }
        return new FaultRequest(rates, Optional.of(faults.lateMedian()), Optional.of(faults.episode()));
    }

    /// The faults that are requested.
    ///
    /// @param configured has the durations that the request leaves out
    FaultRates over(FaultRates configured) {
        return new FaultRates(rates, lateMedian.orElse(configured.lateMedian()), episode.orElse(configured.episode()));
    }

    /// What [#of(ObjectNode)] reads, kinds in the order of [FaultKind].
    @JsonValue
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (FaultKind kind : FaultKind.values()) {
            Double rate = rates.get(kind);
            if (rate != null) {
                json.put(kind.word(), rate);
            }
        }
        lateMedian.ifPresent(duration -> json.put(LATE_MEDIAN, duration.toString()));
        episode.ifPresent(duration -> json.put(EPISODE, duration.toString()));
        return json;
    }
}
