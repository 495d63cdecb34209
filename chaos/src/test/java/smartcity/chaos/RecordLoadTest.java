package smartcity.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class RecordLoadTest {
    private static final Duration DURATION = Duration.ofMinutes(4);
    private static final int RECORDS = 2000;

    /// So that a repeated request is known again after a crash, however long before the repetition this was compiled.
    @Test
    void isOfNowAndUpToThreeHoursLate() {
        Instant before = Instant.now();
        RecordLoad load = new RecordLoad("localhost:1", RECORDS, DURATION, 7);

        assertThat(LongStream.range(0, RECORDS).mapToObj(load::record))
                .extracting(ProducerRecord::timestamp)
                .extracting(Instant::ofEpochMilli)
                .allMatch(at -> at.isAfter(before.minus(Duration.ofHours(3)).minusMillis(1)))
                .allMatch(at -> at.isBefore(Instant.now().plus(DURATION)))
                .anyMatch(at -> at.isBefore(before.minus(Duration.ofHours(2))))
                .last()
                .satisfies(at -> assertThat(at).isAfter(before.plus(Duration.ofMinutes(3))));
    }
}
