package smartcity.sink.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smartcity.sink.json.UnknownFields;
import smartcity.sink.record.KeyColumn;
import smartcity.sink.record.Tombstones;

/// What of records lands besides what their schema names: for all topics, and for each by its name.
@ConfigMapping(prefix = "sink")
public interface RecordsConfig {
    /// What becomes of members that the schema does not know.
    @WithDefault("ignore")
    UnknownFields unknownFields();

    /// How keys are kept.
    @WithDefault("none")
    KeyColumn keyColumn();

    /// Whether headers are kept.
    @WithDefault("false")
    boolean headersColumn();

    /// What becomes of records without a value.
    @WithDefault("dead-letter")
    Tombstones tombstones();

    /// Where event times come from.
    EventTime eventTime();

    /// What is different for one topic.
    Map<String, OfTopic> topic();

    /// Where event times come from.
    interface EventTime {
        /// The property that holds it: a name, or a JSON pointer into nested objects.
        @WithDefault("timestamp")
        String field();

        /// How the property tells it, or that it does not.
        @WithDefault("date-time")
        EventTimeForm form();
    }

    /// What is different for one topic.
    interface OfTopic {
        /// See [RecordsConfig#unknownFields].
        Optional<UnknownFields> unknownFields();

        /// See [RecordsConfig#keyColumn].
        Optional<KeyColumn> keyColumn();

        /// See [RecordsConfig#headersColumn].
        Optional<Boolean> headersColumn();

        /// See [RecordsConfig#tombstones].
        Optional<Tombstones> tombstones();

        /// Columns that files have a bloom filter of, by their dotted names.
        Optional<List<String>> bloomFilters();

        /// Where its event times come from.
        OwnEventTime eventTime();
    }

    /// Where the event times of one topic come from.
    interface OwnEventTime {
        /// See [EventTime#field].
        Optional<String> field();

        /// See [EventTime#form].
        Optional<EventTimeForm> form();
    }
}
