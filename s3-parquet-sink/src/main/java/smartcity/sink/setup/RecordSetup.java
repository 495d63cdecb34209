package smartcity.sink.setup;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import smartcity.sink.json.JsonFormat;
import smartcity.sink.json.RegistryPrefix;
import smartcity.sink.json.UnknownFields;
import smartcity.sink.json.ValueForms;
import smartcity.sink.jsonschema.UntypedValues;
import smartcity.sink.record.RecordRules;
import smartcity.sink.row.RowFormat;
import smartcity.sink.schema.EpochUnit;
import smartcity.sink.schema.EventTimeSource;
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
        return new JsonFormat(members, unknownFields(), new ValueForms(zone(), prefix()));
    }

    /// The rules that decide what happens to a record, without its columns and its event time; two topics with the same
    /// text have the same rules.
    String conversion() {
        return unknownFields() + " " + rules()
                + (zone() == null ? "" : " " + zone())
                + (prefix() == RegistryPrefix.REFUSE ? "" : " " + prefix());
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

    EventTimeSource eventTime() {
        EventTimeForm form =
                own(topic -> topic.eventTime().form()).orElse(config.eventTime().form());
        if (form == EventTimeForm.KAFKA) {
            return new EventTimeSource.KafkaTimestamp();
        }
        String field = own(topic -> topic.eventTime().field())
                .orElse(config.eventTime().field());
        List<String> fallback = own(topic -> topic.eventTime().fallback())
                .or(() -> config.eventTime().fallback())
                .orElse(List.of());
        MissingEventTime missing = own(topic -> topic.eventTime().missing())
                .orElse(config.eventTime().missing());
        return new EventTimeSource.Properties(
                Stream.concat(Stream.of(field), fallback.stream())
                        .map(one -> property(one, form))
                        .toList(),
                missing == MissingEventTime.KAFKA,
                zone());
    }

    /// @param text the path of a property, with or without its own form behind a colon
    private static EventTimeSource.Property property(String text, EventTimeForm usual) {
        for (EventTimeForm form : EventTimeForm.values()) {
            String end = ":" + form.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (text.endsWith(end) && form != EventTimeForm.KAFKA) {
                return new EventTimeSource.Property(text.substring(0, text.length() - end.length()), unit(form));
            }
        }
        return new EventTimeSource.Property(text, unit(usual));
    }

    private static @Nullable EpochUnit unit(EventTimeForm form) {
        return switch (form) {
            case DATE_TIME, KAFKA -> null;
            case SECONDS -> EpochUnit.SECONDS;
            case MILLIS -> EpochUnit.MILLIS;
            case MICROS -> EpochUnit.MICROS;
            case NANOS -> EpochUnit.NANOS;
        };
    }

    private @Nullable ZoneId zone() {
        String id = own(RecordsConfig.OfTopic::timeZone).or(config::timeZone).orElse(null);
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "time-zone must be one such as Europe/London or +02:00 but was " + id, e);
        }
    }

    private RegistryPrefix prefix() {
        return own(RecordsConfig.OfTopic::schemaRegistryPrefix).orElse(config.schemaRegistryPrefix());
    }

    private <T> Optional<T> own(Function<RecordsConfig.OfTopic, Optional<T>> setting) {
        return own.flatMap(setting);
    }
}
