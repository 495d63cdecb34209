package smartcity.sink.setup;

import java.util.Optional;
import java.util.function.Function;
import smartcity.sink.json.JsonFormat;
import smartcity.sink.json.UnknownFields;
import smartcity.sink.jsonschema.UntypedValues;
import smartcity.sink.record.RecordRules;
import smartcity.sink.row.RowFormat;
import smartcity.sink.schema.EpochUnit;
import smartcity.sink.schema.EventTimeFrom;
import smartcity.sink.schema.RecordSchema;

/// Determines which parts of one topic's records land.
///
/// @param config settings of all topics
/// @param own settings of this topic
record RecordSetup(RecordsConfig config, Optional<RecordsConfig.OfTopic> own) {
    static RecordSetup of(RecordsConfig config, String topic) {
        return new RecordSetup(config, Optional.ofNullable(config.topic().get(topic)));
    }

    RowFormat format(RecordSchema members) {
        return new JsonFormat(members, unknownFields());
    }

    /// The rules that decide what happens to a record, without its columns and its event time; two topics with the same
    /// text have the same rules.
    String conversion() {
        return unknownFields() + " " + rules();
    }

    /// What becomes of subschemas without a column type.
    UntypedValues untyped() {
        return own(topic -> topic.schema().untyped()).orElse(config.schema().untyped());
    }

    private UnknownFields unknownFields() {
        return own(RecordsConfig.OfTopic::unknownFields).orElse(config.unknownFields());
    }

    /// The columns, with the topic's bloom filters.
    RecordSchema filtered(RecordSchema columns) {
        return own(RecordsConfig.OfTopic::bloomFilters)
                .map(columns::withBloomFilters)
                .orElse(columns);
    }

    RecordRules rules() {
        return new RecordRules(
                own(RecordsConfig.OfTopic::keyColumn).orElse(config.keyColumn()),
                own(RecordsConfig.OfTopic::headersColumn).orElse(config.headersColumn()),
                own(RecordsConfig.OfTopic::tombstones).orElse(config.tombstones()));
    }

    EventTimeFrom eventTime() {
        String field = own(topic -> topic.eventTime().field())
                .orElse(config.eventTime().field());
        EventTimeForm form =
                own(topic -> topic.eventTime().form()).orElse(config.eventTime().form());
        return switch (form) {
            case DATE_TIME -> new EventTimeFrom.Property(field, null);
            case SECONDS -> new EventTimeFrom.Property(field, EpochUnit.SECONDS);
            case MILLIS -> new EventTimeFrom.Property(field, EpochUnit.MILLIS);
            case MICROS -> new EventTimeFrom.Property(field, EpochUnit.MICROS);
            case KAFKA -> new EventTimeFrom.KafkaTimestamp();
        };
    }

    private <T> Optional<T> own(Function<RecordsConfig.OfTopic, Optional<T>> setting) {
        return own.flatMap(setting);
    }
}
