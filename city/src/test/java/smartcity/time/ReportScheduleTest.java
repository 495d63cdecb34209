package smartcity.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportScheduleTest {
    private static final Instant MINUTE = Instant.parse("2026-11-23T08:00:00Z");
    private static final long[] OFFSETS = {0, 250_000, 40_000_000};

    @Test
    void letsEachDeviceReportOnceInEveryInterval() {
        ReportSchedule schedule = new ReportSchedule(OFFSETS, Duration.ofMinutes(1), MINUTE);

        List<String> reports = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            reports.add(schedule.deviceIndex() + " " + schedule.due());
            schedule.advance();
        }

        assertThat(reports)
                .containsExactly(
                        "0 2026-11-23T08:00:00Z",
                        "1 2026-11-23T08:00:00.250Z",
                        "2 2026-11-23T08:00:40Z",
                        "0 2026-11-23T08:01:00Z",
                        "1 2026-11-23T08:01:00.250Z");
    }

    @ParameterizedTest
    @CsvSource({
        "08:00:00.250000, 1, 08:00:00.250Z",
        "08:00:00.250001, 2, 08:00:40Z",
        "08:00:40.000001, 0, 08:01:00Z",
        "07:59:59.999999, 0, 08:00:00Z"
    })
    void beginsWithTheFirstReportThatIsNotEarlier(String from, int deviceIndex, String due) {
        ReportSchedule schedule =
                new ReportSchedule(OFFSETS, Duration.ofMinutes(1), Instant.parse("2026-11-23T" + from + "Z"));

        assertThat(schedule.deviceIndex()).isEqualTo(deviceIndex);
        assertThat(schedule.due()).isEqualTo(Instant.parse("2026-11-23T" + due));
    }

    @Test
    void refusesOffsetsThatDoNotAscendOrLeaveTheInterval() {
        assertThatThrownBy(() -> new ReportSchedule(new long[] {5, 4}, Duration.ofMinutes(1), MINUTE))
                .hasMessage("offsetsMicros must ascend within [0, 60000000) but had 4 at 1");
        assertThatThrownBy(() -> new ReportSchedule(new long[] {60_000_000}, Duration.ofMinutes(1), MINUTE))
                .hasMessage("offsetsMicros must ascend within [0, 60000000) but had 60000000 at 0");
    }
}
