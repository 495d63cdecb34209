package smartcity.bench.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import smartcity.event.VehicleTelemetry;

class VehicleRecordsTest {
    private static List<VehicleTelemetry> records(KafkaBacklog backlog) {
        VehicleRecords records = new VehicleRecords(backlog);
        return Stream.generate(records::next).limit(backlog.records()).toList();
    }

    @Tag("long")
    @Test
    void givesTheSameBacklogEveryTime() {
        KafkaBacklog backlog = new KafkaBacklog(3_000, 6, 24);

        assertThat(records(backlog)).isEqualTo(records(backlog));
    }

    @Test
    void staysInOrderOverHalfAnHourThatAFullHourParts() {
        List<VehicleTelemetry> records = records(new KafkaBacklog(5_000, 6, 1));

        assertThat(records).extracting(VehicleTelemetry::timestamp).isSorted();
        assertThat(records)
                .extracting(record ->
                        record.timestamp().truncatedTo(ChronoUnit.HOURS).toString())
                .containsOnly("2026-11-23T07:00:00Z", "2026-11-23T08:00:00Z");
    }

    @Test
    void scattersOverAllHoursAndKeepsIdsUnique() {
        List<VehicleTelemetry> records = records(new KafkaBacklog(5_000, 6, 24));

        assertThat(records)
                .extracting(record -> record.timestamp().truncatedTo(ChronoUnit.HOURS))
                .hasSize(5_000)
                .satisfies(hours -> assertThat(hours.stream().distinct()).hasSize(24));
        assertThat(records.stream().map(VehicleTelemetry::id).distinct()).hasSize(5_000);
    }
}
