package smartcity.sink.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.loop.LaneStatus;
import smartcity.sink.loop.LoopStatus;

class StallDetectorTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofMinutes(5));
    private static final Instant LATELY = LONG_AGO.plusMillis(1);

    private final StallDetector stalls = new StallDetector(Duration.ofMinutes(5));

    private static List<LoopStatus> loop(@Nullable String paused, LaneStatus lane) {
        return List.of(new LoopStatus(NOW, true, null, paused, Set.of(), Map.of(), Map.of(), List.of(lane)));
    }

    private static LaneStatus lane(@Nullable Long position, @Nullable Instant pendingSince, Instant noProgressSince) {
        OffsetRange cut = pendingSince == null ? null : new OffsetRange(0, 5);
        return new LaneStatus(
                "things", 3, 0L, position, 9L, 5, 4L, 100, 1, null, cut, pendingSince, null, noProgressSince, null);
    }

    @Test
    void reportsNoStallWhileAPartitionIsOnlySlow() {
        assertThat(stalls.firstStall(loop(null, lane(5L, LATELY, LATELY)), NOW)).isEmpty();
    }

    @Test
    void namesAPartitionWhoseCutDoesNotLand() {
        assertThat(stalls.firstStall(loop(null, lane(5L, LONG_AGO, NOW)), NOW))
                .contains("things-3 has been landing a cut since 2026-11-23T11:55:00Z");
    }

    @Test
    void namesAPartitionThatIsNotReadAlthoughRecordsWait() {
        assertThat(stalls.firstStall(loop(null, lane(5L, null, LONG_AGO)), NOW))
                .contains("things-3 has not been read since 2026-11-23T11:55:00Z although its lag is 4");
    }

    @Test
    void reportsNoStallWhileReadingIsPaused() {
        assertThat(stalls.firstStall(loop("requested", lane(5L, null, LONG_AGO)), NOW))
                .isEmpty();
    }

    @Test
    void namesAPartitionWithoutAPosition() {
        assertThat(stalls.firstStall(loop(null, lane(null, null, LONG_AGO)), NOW))
                .contains("things-3 has had no position since 2026-11-23T11:55:00Z");
    }
}
