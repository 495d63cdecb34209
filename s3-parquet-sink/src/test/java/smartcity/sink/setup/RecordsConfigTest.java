package smartcity.sink.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import smartcity.sink.json.RegistryPrefix;
import smartcity.sink.json.UnknownFields;
import smartcity.sink.jsonschema.UntypedValues;
import smartcity.sink.record.KeyColumn;
import smartcity.sink.record.RecordRules;
import smartcity.sink.record.Tombstones;
import smartcity.sink.schema.EpochUnit;
import smartcity.sink.schema.EventTimeSource;

class RecordsConfigTest {
    private static final Map<String, String> OF_ALL = Map.of(
            "sink.unknown-fields", "keep",
            "sink.key-column", "text",
            "sink.headers-column", "true",
            "sink.tombstones", "keep",
            "sink.schema.untyped", "refuse",
            "sink.event-time.field", "/head/at",
            "sink.event-time.form", "millis");

    private static RecordsConfig config(Map<String, String> settings) {
        return LandedTopicsConfigTest.config(settings).getConfigMapping(RecordsConfig.class);
    }

    private static EventTimeSource kafkaLast(String path, @Nullable EpochUnit unit) {
        return new EventTimeSource.Properties(List.of(new EventTimeSource.Property(path, unit)), true, null);
    }

    @Test
    void hasADefaultForEverySetting() {
        RecordsConfig config = config(Map.of());
        RecordSetup setup = RecordSetup.of(config, "t");

        assertThat(config.unknownFields()).isEqualTo(UnknownFields.IGNORE);
        assertThat(config.keyColumn()).isEqualTo(KeyColumn.NONE);
        assertThat(config.headersColumn()).isFalse();
        assertThat(config.tombstones()).isEqualTo(Tombstones.DEAD_LETTER);
        assertThat(config.schema().untyped()).isEqualTo(UntypedValues.JSON);
        assertThat(config.eventTime().field()).isEqualTo("timestamp");
        assertThat(config.eventTime().form()).isEqualTo(EventTimeForm.DATE_TIME);
        assertThat(config.eventTime().fallback()).isEmpty();
        assertThat(config.eventTime().missing()).isEqualTo(MissingEventTime.KAFKA);
        assertThat(config.timeZone()).isEmpty();
        assertThat(config.schemaRegistryPrefix()).isEqualTo(RegistryPrefix.REFUSE);
        assertThat(config.topic()).isEmpty();
        assertThat(setup.rules()).isEqualTo(RecordRules.NONE);
        assertThat(setup.eventTime()).isEqualTo(kafkaLast("timestamp", null));
    }

    @Test
    void readsEverySettingOfAllTopics() {
        RecordsConfig config = config(OF_ALL);
        RecordSetup setup = RecordSetup.of(config, "t");

        assertThat(config.unknownFields()).isEqualTo(UnknownFields.KEEP);
        assertThat(setup.untyped()).isEqualTo(UntypedValues.REFUSE);
        assertThat(setup.rules()).isEqualTo(new RecordRules(KeyColumn.TEXT, true, Tombstones.KEEP));
        assertThat(setup.eventTime()).isEqualTo(kafkaLast("/head/at", EpochUnit.MILLIS));
    }

    @Test
    void prefersSettingsOfOneTopicToThoseOfAll() {
        Map<String, String> settings = new HashMap<>(OF_ALL);
        settings.put("sink.topic.t.unknown-fields", "refuse");
        settings.put("sink.topic.t.key-column", "bytes");
        settings.put("sink.topic.t.headers-column", "false");
        settings.put("sink.topic.t.tombstones", "ignore");
        settings.put("sink.topic.t.event-time.form", "kafka");
        settings.put("sink.topic.t.schema", "t.json");
        settings.put("sink.topic.t.schema.untyped", "json");
        settings.put("sink.topic.\"u.v\".event-time.field", "at");

        RecordsConfig config = config(settings);
        RecordSetup setup = RecordSetup.of(config, "t");

        assertThat(setup.rules()).isEqualTo(new RecordRules(KeyColumn.BYTES, false, Tombstones.IGNORE));
        assertThat(setup.conversion()).startsWith("REFUSE ");
        assertThat(setup.untyped()).isEqualTo(UntypedValues.JSON);
        assertThat(setup.eventTime()).isEqualTo(new EventTimeSource.KafkaTimestamp());
        assertThat(RecordSetup.of(config, "u.v").eventTime()).isEqualTo(kafkaLast("at", EpochUnit.MILLIS));
    }

    @Test
    void readsTheFormsOfValuesForAllTopicsAndForOne() {
        Map<String, String> settings = Map.of(
                "sink.event-time.field", "at",
                "sink.event-time.fallback", "payload.ts_ms:millis,/a~1b:date-time,x:kafka",
                "sink.event-time.form", "seconds",
                "sink.event-time.missing", "dead-letter",
                "sink.time-zone", "Europe/London",
                "sink.schema-registry-prefix", "skip",
                "sink.topic.t.event-time.fallback", "u:nanos",
                "sink.topic.t.event-time.missing", "kafka",
                "sink.topic.t.time-zone", "+02:00",
                "sink.topic.t.schema-registry-prefix", "refuse");

        RecordSetup all = RecordSetup.of(config(settings), "s");
        RecordSetup one = RecordSetup.of(config(settings), "t");

        assertThat(all.eventTime())
                .isEqualTo(new EventTimeSource.Properties(
                        List.of(
                                new EventTimeSource.Property("at", EpochUnit.SECONDS),
                                new EventTimeSource.Property("payload.ts_ms", EpochUnit.MILLIS),
                                new EventTimeSource.Property("/a~1b", null),
                                new EventTimeSource.Property("x:kafka", EpochUnit.SECONDS)),
                        false,
                        ZoneId.of("Europe/London")));
        assertThat(one.eventTime())
                .isEqualTo(new EventTimeSource.Properties(
                        List.of(
                                new EventTimeSource.Property("at", EpochUnit.SECONDS),
                                new EventTimeSource.Property("u", EpochUnit.NANOS)),
                        true,
                        ZoneId.of("+02:00")));
        assertThat(all.conversion()).endsWith(" Europe/London SKIP").isNotEqualTo(one.conversion());
    }

    @Test
    void rejectsAMisspeltKeyAndAnUnknownChoice() {
        assertThatThrownBy(() -> config(Map.of("sink.key-colum", "text"))).hasMessageContaining("sink.key-colum");
        assertThatThrownBy(() -> config(Map.of("sink.topic.t.tombstone", "keep")))
                .hasMessageContaining("sink.topic.t.tombstone");
        assertThatThrownBy(() -> config(Map.of("sink.tombstones", "drop"))).hasMessageContaining("drop");
    }
}
