package smartcity.sink.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import smartcity.setting.VariableName;
import smartcity.sink.topic.SchemaFiles;

/// The topics whose names are known from settings: those to land, those of the city, those with settings of their own,
/// and those with a schema in the schema directory.
final class NamedTopics {
    private static final Pattern OWN_SETTING = Pattern.compile("sink\\.topic\\.(?:\"([^\"]+)\"|([^.\"]+))\\..+");

    /// Names of the city's topics by their settings.
    private static final Map<String, String> CITY = Map.of(
            "vehicle", "vehicle_data",
            "gps", "gps_data",
            "traffic", "traffic_data",
            "weather", "weather_data",
            "emergency", "emergency_data");

    private NamedTopics() {}

    /// @param value of a setting
    /// @param names of all settings that have a value
    static Set<String> of(Function<String, Optional<String>> value, Iterable<String> names) {
        Set<String> topics = new TreeSet<>();
        value.apply("sink.topics")
                .ifPresent(list -> Stream.of(list.split(",")).map(String::strip).forEach(topics::add));
        CITY.forEach((key, usual) -> topics.add(value.apply("sink.city." + key)
                .or(() -> value.apply(VariableName.of(key + "-topic")))
                .orElse(usual)));
        value.apply("sink.schemas.directory")
                .map(Path::of)
                .filter(Files::isDirectory)
                .map(folder -> new SchemaFiles(Optional.of(folder), Map.of()).topics())
                .ifPresent(topics::addAll);
        for (String name : names) {
            Matcher own = OWN_SETTING.matcher(name);
            if (own.matches()) {
                topics.add(own.group(1) == null ? own.group(2) : own.group(1));
            }
        }
        return topics;
    }
}
