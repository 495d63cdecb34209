package smartcity.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A JSON object that is read field by field; [#end()] refuses the fields that were not read.
///
/// Each refusal names field, rule and value. Not safe for use by several threads.
public final class JsonBody {
    private static final JsonMapper JSON = new JsonMapper();

    private static final String NUMBER = "must be a number";
    private static final String WHOLE_NUMBER = "must be a whole number";

    private final ObjectNode fields;
    private final Set<String> asked = new HashSet<>();

    public JsonBody(ObjectNode fields) {
        this.fields = fields;
    }

    /// Reads the body of a request.
    ///
    /// @throws RequestRefusedException unless it is one JSON object
    public static JsonBody read(@Nullable String body) {
        return new JsonBody(JsonText.object(body));
    }

    /// This object as a record that has a delegating creator from an object node.
    ///
    /// @throws RequestRefusedException by the record's creator
    <R> R as(Class<R> type) {
        try {
            return JSON.treeToValue(fields, type);
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof RequestRefusedException refused) {
                throw refused;
            }
            throw new IllegalStateException("Failed to read a " + type.getSimpleName(), e);
        }
    }

    /// A finite number that must be there.
    public double number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name, NUMBER));
    }

    /// A finite number, if it is there.
    public OptionalDouble optionalNumber(String name) {
        return optionalNumber(name, NUMBER, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /// A number that must be there.
    public double number(String name, double least, double most) {
        return optionalNumber(name, least, most).orElseThrow(() -> missing(name, ValueRules.number(least, most)));
    }

    /// A number, if it is there.
    public OptionalDouble optionalNumber(String name, double least, double most) {
        return optionalNumber(name, ValueRules.number(least, most), least, most);
    }

    private OptionalDouble optionalNumber(String name, String rule, double least, double most) {
        JsonNode value = value(name);
        if (value == null) {
            return OptionalDouble.empty();
        }
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw new RequestRefusedException(name, rule, shown(value));
        }
        return OptionalDouble.of(number);
    }

    /// A whole number that must be there.
    public int integer(String name) {
        return integer(name, WHOLE_NUMBER, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// A whole number that must be there.
    public int integer(String name, int least, int most) {
        return integer(name, ValueRules.wholeNumber(least, most), least, most);
    }

    private int integer(String name, String rule, int least, int most) {
        JsonNode value = value(name);
        if (value == null) {
            throw missing(name, rule);
        }
        boolean whole = value.isIntegralNumber() && value.canConvertToInt();
        if (!whole || value.intValue() < least || value.intValue() > most) {
            throw new RequestRefusedException(name, rule, shown(value));
        }
        return value.intValue();
    }

    /// True or false, which must be there.
    public boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null) {
            throw missing(name, "must be true or false");
        }
        if (!value.isBoolean()) {
            throw new RequestRefusedException(name, "must be true or false", shown(value));
        }
        return value.booleanValue();
    }

    /// One of some words, which must be there.
    public <W> W word(String name, W[] words, Function<W, String> wordOf) {
        List<String> known = Arrays.stream(words).map(wordOf).toList();
        JsonNode value = value(name);
        if (value == null) {
            throw missing(name, "must be one of " + known);
        }
        int index = value.isTextual() ? known.indexOf(value.textValue()) : -1;
        if (index < 0) {
            throw new RequestRefusedException(name, "must be one of " + known, shown(value));
        }
        return words[index];
    }

    /// A duration in ISO 8601, such as `PT30M`, if it is there.
    public Optional<Duration> optionalDuration(String name, Duration least, Duration most) {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            Duration duration = Duration.parse(value.isTextual() ? value.textValue() : "");
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return Optional.of(duration);
            }
        } catch (DateTimeParseException e) {
            // refused below, as a duration out of range is
        }
        throw new RequestRefusedException(name, ValueRules.duration(least, most), shown(value));
    }

    /// A duration that must be there.
    public Duration duration(String name, Duration least, Duration most) {
        return optionalDuration(name, least, most).orElseThrow(() -> missing(name, ValueRules.duration(least, most)));
    }

    /// A text, if it is there.
    public Optional<String> optionalText(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new RequestRefusedException(name, "must be a text that is not blank", shown(value));
        }
        return Optional.of(value.textValue());
    }

    /// Refuses fields that were not read; to be called last.
    public void end() {
        fields.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                throw new RequestRefusedException(
                        name, "must be one of " + asked.stream().sorted().toList(), shown(fields.path(name)));
            }
        });
    }

    private @Nullable JsonNode value(String name) {
        asked.add(name);
        JsonNode value = fields.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static String shown(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static RequestRefusedException missing(String name, String rule) {
        return new RequestRefusedException(name, rule, "nothing");
    }
}
