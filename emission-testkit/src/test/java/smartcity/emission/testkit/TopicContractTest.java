package smartcity.emission.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.event.CityTopic;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.EventId;
import smartcity.event.EventJson;
import smartcity.event.IncidentStatus;
import smartcity.event.Location;
import smartcity.event.Severity;

class TopicContractTest {
    private static final Instant TIME = Instant.parse("2026-11-23T12:00:00.123Z");
    private static final Seed SEED = new Seed(1);
    private static final String VALUE = new String(
            new EventJson()
                    .encode(new EmergencyReport(
                            EventId.of(SEED, CityTopic.EMERGENCY, "patrol-01", TIME),
                            "patrol-01",
                            EventId.from(SEED),
                            EmergencyType.MEDICAL,
                            TIME,
                            new Location(51.738, -1.097),
                            IncidentStatus.ACTIVE,
                            "A driver is unwell.",
                            Severity.LOW,
                            0,
                            "M40",
                            Carriageway.NORTHBOUND)),
            StandardCharsets.UTF_8);

    private final TopicContract contract = TopicContract.of(CityTopic.EMERGENCY);

    @Test
    void isObeyedByARecordOfTheCity() {
        assertThatCode(() -> contract.assertObeyedBy(record("patrol-01", TIME, VALUE)))
                .doesNotThrowAnyException();
    }

    @Test
    void isBrokenByTheKeyOfAnotherDevice() {
        assertThatThrownBy(() -> contract.assertObeyedBy(record("patrol-02", TIME, VALUE)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("patrol-02");
    }

    @Test
    void isBrokenByAnotherTimestampThanTheEvents() {
        assertThatThrownBy(() -> contract.assertObeyedBy(record("patrol-01", TIME.plusMillis(1), VALUE)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(String.valueOf(TIME.toEpochMilli() + 1));
    }

    @Test
    void isBrokenByAValueOutsideTheSchema() {
        String inTheSea = VALUE.replace("51.738", "151.738");

        assertThatThrownBy(() -> contract.assertObeyedBy(record("patrol-01", TIME, inTheSea)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("location.latitude");
    }

    @Test
    void isBrokenByAStringThatHasNotItsFormat() {
        String withoutUuid = VALUE.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"1\"");

        assertThatThrownBy(() -> contract.assertObeyedBy(record("patrol-01", TIME, withoutUuid)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("uuid");
    }

    private static ConsumerRecord<String, String> record(String key, Instant timestamp, String value) {
        return new ConsumerRecord<>(
                CityTopic.EMERGENCY.defaultName(),
                0,
                0,
                timestamp.toEpochMilli(),
                TimestampType.CREATE_TIME,
                key.length(),
                value.length(),
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
