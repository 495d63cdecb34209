package smartcity.sink.setup;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import smartcity.sink.cut.FolderTemplate;
import smartcity.sink.cut.Layout;
import smartcity.sink.file.CompressionCodec;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.loop.TopicDecoder;
import smartcity.sink.loop.TopicDecoders;
import smartcity.sink.loop.TopicDecoders.Found;
import smartcity.sink.record.RecordColumns;
import smartcity.sink.row.RowFormat;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.schema.SchemaReader;
import smartcity.sink.schema.UnsupportedSchema;
import smartcity.sink.setup.LandedTopicsConfig.OfTopic;
import smartcity.sink.topic.LandedTopic;
import smartcity.sink.topic.RowPlacement;
import smartcity.sink.topic.SchemaFiles;
import smartcity.sink.topic.TimeRange;

/// Finds out which topics are landed, and how the records of each are taken in.
public final class TopicSetup {
    private final LandedTopicsConfig config;
    private final RecordsConfig records;
    private final Set<String> names;
    private final Optional<Pattern> pattern;
    private final String prefix;
    private final SchemaFiles schemas;
    private final TimeRange times;

    /// @throws IllegalArgumentException when settings contradict each other or a rule; the message names the setting
    public TopicSetup(LandedTopicsConfig config, RecordsConfig records, CityTopicNamesConfig city, String prefix) {
        this.config = config;
        this.records = records;
        this.prefix = of("sink", () -> Layout.byHour(prefix)).prefix();
        Map<String, String> builtIn = builtIn(city);
        this.pattern = config.topicsPattern().map(TopicSetup::compiled);
        Set<String> unlessSaid = pattern.isPresent() ? Set.of() : builtIn.keySet();
        this.names = new TreeSet<>(config.topics().map(Set::copyOf).orElse(unlessSaid));
        this.schemas = of("sink", () -> new SchemaFiles(config.schemas().directory(), builtIn));
        this.times = of(
                "sink.event-time",
                () -> new TimeRange(
                        config.eventTime().notBefore(), config.eventTime().notAfter()));
        Stream.concat(config.topic().keySet().stream(), records.topic().keySet().stream())
                .filter(name -> !lands(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "sink.topic." + name + " must name a topic that is landed but those are " + names
                                    + pattern.map(one -> " and " + one).orElse(""));
                });
        mustBeLandable(Stream.concat(names.stream(), schemas.topics().stream().filter(this::lands)));
    }

    /// Tells everything that is wrong with any of the topics at once.
    private void mustBeLandable(Stream<String> topics) {
        List<String> refusals = topics.distinct()
                .map(this::found)
                .flatMap(found -> found instanceof Found.Refused(String reason) ? Stream.of(reason) : Stream.empty())
                .toList();
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", refusals));
        }
    }

    private static Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "sink.topics-pattern must be a regular expression but was " + pattern + ": " + e.getDescription(),
                    e);
        }
    }

    private boolean lands(String topic) {
        return names.contains(topic)
                || pattern.filter(one -> one.matcher(topic).matches()).isPresent();
    }

    private static Map<String, String> builtIn(CityTopicNamesConfig city) {
        return Map.of(
                city.vehicle(), "schemas/vehicle_data.schema.json",
                city.gps(), "schemas/gps_data.schema.json",
                city.traffic(), "schemas/traffic_data.schema.json",
                city.weather(), "schemas/weather_data.schema.json",
                city.emergency(), "schemas/emergency_data.schema.json");
    }

    /// How one loop takes in its topics.
    public TopicDecoders intakes() {
        Map<String, TopicDecoder> named = new HashMap<>();
        names.forEach(name -> named.put(name, intake(name)));
        return new TopicDecoders(named, pattern.isPresent() ? this::found : null);
    }

    private Found found(String topic) {
        if (!lands(topic)) {
            return new Found.Ignored();
        }
        try {
            return new Found.Accepted(intake(topic));
        } catch (IllegalArgumentException | UnsupportedSchema | UncheckedIOException e) {
            return new Found.Refused(String.valueOf(e.getMessage()));
        }
    }

    private TopicDecoder intake(String name) {
        Optional<OfTopic> own = Optional.ofNullable(config.topic().get(name));
        RecordSetup setup = RecordSetup.of(records, name);
        return of("topic " + name + ":", () -> {
            RowFormat format = setup.format(schema(name, own, setup));
            RecordColumns columns = new RecordColumns(format.schema(), setup.rules());
            LandedTopic topic = new LandedTopic(
                    name,
                    new RowPlacement(setup.filtered(columns.schema()), layout(name, own)),
                    times,
                    setup.conversion(),
                    codec(name, own));
            return new TopicDecoder(topic, columns, format);
        });
    }

    private RecordSchema schema(String name, Optional<OfTopic> own, RecordSetup setup) {
        SchemaReader reader = (where, content) -> JsonSchemaReader.read(where, content, setup.eventTime());
        Optional<Path> file = own.flatMap(OfTopic::schema);
        return file.isPresent()
                ? of("sink.topic." + name, () -> schemas.at(file.get(), reader))
                : schemas.find(name, reader)
                        .orElseThrow(() -> new IllegalArgumentException("must have a schema: sink.topic." + name
                                + ".schema, or a file " + name + ".schema.json in sink.schemas.directory"));
    }

    private Layout layout(String name, Optional<OfTopic> own) {
        Optional<String> ownText = own.flatMap(OfTopic::layout);
        Optional<Duration> ownWindow = own.flatMap(OfTopic::window);
        FolderTemplate template = of(owner(name, ownText), () -> FolderTemplate.of(ownText.orElse(config.layout())));
        return of(owner(name, ownWindow), () -> new Layout(prefix, template, ownWindow.orElse(config.window())));
    }

    private CompressionCodec codec(String name, Optional<OfTopic> own) {
        Optional<String> ownCodec = own.flatMap(OfTopic::codec);
        return of(owner(name, ownCodec), () -> CompressionCodec.of(ownCodec.orElse(config.codec())));
    }

    private static String owner(String name, Optional<?> own) {
        return own.isPresent() ? "sink.topic." + name : "sink";
    }

    /// Says which setting was wrong: refusals begin with the last part of its name.
    private static <T> T of(String setting, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + (setting.endsWith(":") ? " " : ".") + e.getMessage(), e);
        }
    }
}
