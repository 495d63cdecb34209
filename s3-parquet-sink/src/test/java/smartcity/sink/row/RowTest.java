package smartcity.sink.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.sink.schema.EpochUnit;
import smartcity.sink.schema.EventTime;

class RowTest {
    private final Row row = new Row(2);

    @ParameterizedTest
    @CsvSource({
        "SECONDS, 1795428930, 1795428930000000",
        "MILLIS, -1, -1000",
        "MICROS, 1795428930123456, 1795428930123456",
        "SECONDS, 9223372036854775807, 9223372036854775807",
        "MILLIS, -9223372036854775808, -9223372036854775808",
        "SECONDS, 10000000000000, 9223372036854775807",
        "NANOS, 1795428930123456789, 1795428930123456",
        "NANOS, -1, -1"
    })
    void countsEventTimeInUnitsWithoutOverflow(EpochUnit unit, long count, long micros) {
        row.reset(new byte[0]);
        row.putLong(1, count);

        row.putEventTime(new EventTime.OfColumn(1, unit), 5);

        assertThat(row.eventMicros()).isEqualTo(micros);
    }

    @Test
    void takesKafkasTimestampWhereTheRowHasNone() {
        row.reset(new byte[0]);

        row.putEventTime(new EventTime.OfColumn(1, EpochUnit.MICROS), 5);
        long absent = row.eventMicros();
        row.putEventTime(EventTime.OF_KAFKA, 6);

        assertThat(absent).isEqualTo(5_000);
        assertThat(row.eventMicros()).isEqualTo(6_000);
    }
}
