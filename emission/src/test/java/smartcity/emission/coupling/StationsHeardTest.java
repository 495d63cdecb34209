package smartcity.emission.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StationsHeardTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final StationsHeard stations = new StationsHeard();

    @Test
    void hasToldNothingBeforeTheFirstReport() {
        assertThat(stations.toldUntil(NOON)).isFalse();
    }

    @Test
    void hasToldEverythingUntilTheNextReportIsDue() {
        stations.heard("a", NOON);
        stations.heard("a", NOON.plusSeconds(60));

        assertThat(stations.toldUntil(NOON.plusSeconds(119))).isTrue();
        assertThat(stations.toldUntil(NOON.plusSeconds(120))).isFalse();
    }

    @Test
    void hasToldNoMoreThanTheLastReportWhileTheIntervalIsUnknown() {
        stations.heard("a", NOON);

        assertThat(stations.toldUntil(NOON)).isTrue();
        assertThat(stations.toldUntil(NOON.plusSeconds(1))).isFalse();
    }

    @Test
    void waitsForTheLastOfItsStations() {
        stations.heard("a", NOON.plusSeconds(300));
        stations.heard("b", NOON.plusSeconds(20));

        assertThat(stations.toldUntil(NOON.plusSeconds(20))).isTrue();
        assertThat(stations.toldUntil(NOON.plusSeconds(21))).isFalse();
    }

    @Test
    void waitsNoLongerForAStationSilentForAQuarterOfAnHour() {
        stations.heard("a", NOON);
        stations.heard("b", NOON.plusSeconds(899));
        boolean before = stations.toldUntil(NOON.plusSeconds(899));
        stations.heard("b", NOON.plusSeconds(900));

        assertThat(before).isFalse();
        assertThat(stations.toldUntil(NOON.plusSeconds(900))).isTrue();
    }
}
