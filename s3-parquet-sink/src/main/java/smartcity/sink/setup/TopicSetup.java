package smartcity.sink.setup;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import smartcity.setting.VariableName;
import smartcity.sink.cut.FolderTemplate;
import smartcity.sink.cut.Layout;
import smartcity.sink.file.CompressionCodec;
import smartcity.sink.file.FileSettings;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.jsonschema.SchemaRules;
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

/// Determines which topics are landed, and how the records of each are decoded.
public final class TopicSetup {
    private final LandedTopicsConfig config;
    private final RecordsConfig records;
    private final TopicSelection selection;
    private final String prefix;
    private final SchemaFiles schemas;
    private final TimeRange times;
    private final Map<String, String> badSchemas = new TreeMap<>();

    /// @throws IllegalArgumentException when a setting breaks a rule or contradicts another one, also one of a topic;
    ///     the message names every such topic, one per line
    /// @param variables names of the environment's variables
    public TopicSetup(
            LandedTopicsConfig config,
            RecordsConfig records,
            CityTopicNamesConfig city,
            KeyPrefix prefix,
            Set<String> variables) {
        this.config = config;
        this.records = records;
        this.prefix = prefix.path();
        Map<String, String> builtIn = builtIn(city);
        this.selection = TopicSelection.of(config, builtIn.keySet());
        this.schemas = SettingRefusal.below(
                "sink", () -> new SchemaFiles(config.schemas().directory(), builtIn));
        this.times = SettingRefusal.below(
                "sink.event-time",
                () -> new TimeRange(
                        config.eventTime().notBefore(), config.eventTime().notAfter()));
        mustBeLanded(Stream.concat(config.topic().keySet().stream(), records.topic().keySet().stream())
                .filter(name -> !isOnlyInOtherCase(name, variables)));
        mustBeLandable(Stream.concat(
                selection.names().stream(), schemas.topics().stream().filter(selection::lands)));
    }

    /// Whether the name is that of a landed topic but for its case, and comes from the environment: a variable shows no
    /// case, so its setting has been added under the right name, and by the environment's own source in lower case.
    private boolean isOnlyInOtherCase(String name, Set<String> variables) {
        String start = VariableName.of("sink.topic." + name) + "_";
        return !selection.lands(name)
                && selection.names().stream().anyMatch(name::equalsIgnoreCase)
                && variables.stream().anyMatch(variable -> variable.startsWith(start));
    }

    /// Refuses settings of a topic that is not landed.
    private void mustBeLanded(Stream<String> topics) {
        topics.filter(name -> !selection.lands(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "sink.topic." + name + " must name a topic that is landed but those are " + selection);
        });
    }

    /// Refuses, in one message, all topics whose settings are wrong. A schema that is wrong concerns its topic alone,
    /// unless nothing else is left to land.
    private void mustBeLandable(Stream<String> topics) {
        List<String> refusals = new ArrayList<>();
        topics.distinct().forEach(topic -> {
            try {
                decoder(topic);
            } catch (IllegalArgumentException e) {
                refusals.add(String.valueOf(e.getMessage()));
            } catch (UnsupportedSchema | UncheckedIOException e) {
                badSchemas.put(topic, String.valueOf(e.getMessage()));
            }
        });
        if (!selection.hasPattern() && badSchemas.keySet().containsAll(selection.names())) {
            refusals.addAll(badSchemas.values());
        }
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", refusals));
        }
    }

    private static Map<String, String> builtIn(CityTopicNamesConfig city) {
        return Map.of(
                city.vehicle(), "schemas/vehicle_data.schema.json",
                city.gps(), "schemas/gps_data.schema.json",
                city.traffic(), "schemas/traffic_data.schema.json",
                city.weather(), "schemas/weather_data.schema.json",
                city.emergency(), "schemas/emergency_data.schema.json");
    }

    /// The decoders of the topics, for one loop.
    public TopicDecoders decoders() {
        Map<String, String> refused = new HashMap<>(badSchemas);
        refused.keySet().retainAll(selection.names());
        Map<String, TopicDecoder> named = new HashMap<>();
        selection.names().stream()
                .filter(name -> !refused.containsKey(name))
                .forEach(name -> named.put(name, decoder(name)));
        return new TopicDecoders(named, refused, selection.hasPattern() ? this::found : null);
    }

    private Found found(String topic) {
        if (!selection.lands(topic)) {
            return new Found.Ignored();
        }
        try {
            return new Found.Accepted(decoder(topic));
        } catch (IllegalArgumentException | UnsupportedSchema | UncheckedIOException e) {
            return new Found.Refused(String.valueOf(e.getMessage()));
        }
    }

    private TopicDecoder decoder(String name) {
        Optional<OfTopic> own = Optional.ofNullable(config.topic().get(name));
        RecordSetup setup = RecordSetup.of(records, name);
        return SettingRefusal.ofTopic(name, () -> {
            RowFormat format = setup.format(schema(name, own, setup));
            RecordColumns columns = new RecordColumns(format.schema(), setup.rules());
            LandedTopic topic = new LandedTopic(
                    name,
                    new RowPlacement(setup.filtered(columns.schema()), layout(name, own)),
                    times,
                    setup.conversion(),
                    files(name, own),
                    own.flatMap(EraBegin::time));
            return new TopicDecoder(topic, columns, format);
        });
    }

    private RecordSchema schema(String name, Optional<OfTopic> own, RecordSetup setup) {
        SchemaReader reader = new JsonSchemaReader(new SchemaRules(
                setup.eventTime(), setup.untyped(), config.schemas().directory()));
        Optional<Path> file = own.flatMap(OfTopic::schema);
        return file.isPresent()
                ? SettingRefusal.below("sink.topic." + name, () -> schemas.at(file.get(), reader))
                : schemas.find(name, reader)
                        .orElseThrow(() -> new IllegalArgumentException("must have a schema: sink.topic." + name
                                + ".schema, or a file " + name + ".schema.json in sink.schemas.directory"));
    }

    private Layout layout(String name, Optional<OfTopic> own) {
        Optional<String> ownText = own.flatMap(OfTopic::layout);
        Optional<Duration> ownWindow = own.flatMap(OfTopic::window);
        FolderTemplate template =
                SettingRefusal.below(parent(name, ownText), () -> FolderTemplate.of(ownText.orElse(config.layout())));
        return SettingRefusal.below(
                        parent(name, ownWindow), () -> new Layout(prefix, template, ownWindow.orElse(config.window())))
                .inEra(own.map(OfTopic::era).orElse(0));
    }

    private FileSettings files(String name, Optional<OfTopic> own) {
        Optional<String> ownCodec = own.flatMap(OfTopic::codec);
        CompressionCodec codec = SettingRefusal.below(
                parent(name, ownCodec), () -> CompressionCodec.of(ownCodec.orElse(config.codec())));
        return new FileSettings(own.flatMap(OfTopic::files).orElse(config.files()), codec);
    }

    /// Where the setting is given that applies: below the topic's own settings, or below those of all topics.
    private static String parent(String topic, Optional<?> own) {
        return own.isPresent() ? "sink.topic." + topic : "sink";
    }
}
