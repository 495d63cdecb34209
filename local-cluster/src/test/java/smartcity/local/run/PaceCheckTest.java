package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceCheckTest {
    private static final Instant NEWEST = Instant.parse("2026-11-23T08:00:00Z");

    private static String status(String time, String factor) {
        return "{\"emitting\":true,\"simulatedTime\":\"" + time + "\",\"factor\":" + factor + ",\"seed\":42}";
    }

    @Test
    void saysHowFarASimulatorIsBehindInRealSeconds() {
        assertThat(PaceCheck.warning(status("2026-11-23T08:30:00Z", "60.0"), NEWEST))
                .hasValueSatisfying(line -> assertThat(line).startsWith("vehicle-simulator is 30 s behind: "));
    }

    @Test
    void aWarningFitsIntoATerminalOf80Columns() {
        assertThat(PaceCheck.warning(status("2026-11-23T18:30:00Z", "1.0"), NEWEST))
                .hasValueSatisfying(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void saysNothingOfASimulatorThatKeepsUpOrPauses() {
        assertThat(PaceCheck.warning(status("2026-11-23T08:05:00Z", "60.0"), NEWEST))
                .isEmpty();
        assertThat(PaceCheck.warning(status("2026-11-23T08:05:00Z", "0.0"), NEWEST))
                .isEmpty();
        assertThat(PaceCheck.warning("", NEWEST)).isEmpty();
    }
}
