package smartcity.sink.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smartcity.sink.json.RegistryPrefix;
import smartcity.sink.json.UnknownFields;
import smartcity.sink.jsonschema.UntypedValues;
import smartcity.sink.record.KeyColumn;
import smartcity.sink.record.Tombstones;

/// Which parts of records land in addition to the properties of their schema: for all topics, and for each by its
/// name.
@ConfigMapping(prefix = "sink")
public interface RecordsConfig {
    /// What happens to members that the schema does not define.
    @WithDefault("ignore")
    UnknownFields unknownFields();

    /// Whether, and in which form, keys are kept.
    @WithDefault("none")
    KeyColumn keyColumn();

    /// Whether headers are kept.
    @WithDefault("false")
    boolean headersColumn();

    /// What happens to records without a value.
    @WithDefault("dead-letter")
    Tombstones tombstones();

    /// Zone of date-times that have none, such as `Europe/London`; without it they are no date-times.
    Optional<String> timeZone();

    /// What happens to values that begin with the prefix of a schema registry.
    @WithDefault("refuse")
    RegistryPrefix schemaRegistryPrefix();

    /// How schemas become columns.
    SchemaColumns schema();

    /// Where event times come from.
    EventTimeSettings eventTime();

    /// Settings of one topic; each overrides that of all topics.
    Map<String, OfTopic> topic();

    /// How schemas become columns.
    interface SchemaColumns {
        /// What becomes of values from whose schema no column type follows.
        @WithDefault("json")
        UntypedValues untyped();
    }

    /// Where event times come from.
    interface EventTimeSettings {
        /// The property that holds it: a name, a dotted path or a JSON pointer into nested objects.
        @WithDefault("timestamp")
        String field();

        /// The form of that property, or that Kafka's timestamp is the event time.
        @WithDefault("date-time")
        EventTimeForm form();

        /// Properties that hold it where that one is absent or null, in this order; each may have its own form behind a
        /// colon.
        Optional<List<String>> fallback();

        /// What becomes of a record that has none of these properties.
        @WithDefault("kafka")
        MissingEventTime missing();
    }

    /// Settings of one topic; each overrides that of all topics.
    interface OfTopic {
        /// See [RecordsConfig#unknownFields].
        Optional<UnknownFields> unknownFields();

        /// See [RecordsConfig#keyColumn].
        Optional<KeyColumn> keyColumn();

        /// See [RecordsConfig#headersColumn].
        Optional<Boolean> headersColumn();

        /// See [RecordsConfig#tombstones].
        Optional<Tombstones> tombstones();

        /// See [RecordsConfig#timeZone].
        Optional<String> timeZone();

        /// See [RecordsConfig#schemaRegistryPrefix].
        Optional<RegistryPrefix> schemaRegistryPrefix();

        /// Columns with a bloom filter, by their dotted names.
        Optional<List<String>> bloomFilters();

        /// How its schema becomes columns.
        OwnSchemaColumns schema();

        /// Where its event times come from.
        OwnEventTime eventTime();
    }

    /// How the schema of one topic becomes columns.
    interface OwnSchemaColumns {
        /// See [SchemaColumns#untyped].
        Optional<UntypedValues> untyped();
    }

    /// Where the event times of one topic come from.
    interface OwnEventTime {
        /// See [EventTimeSettings#field].
        Optional<String> field();

        /// See [EventTimeSettings#form].
        Optional<EventTimeForm> form();

        /// See [EventTimeSettings#fallback].
        Optional<List<String>> fallback();

        /// See [EventTimeSettings#missing].
        Optional<MissingEventTime> missing();
    }
}
