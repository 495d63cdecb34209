package smartcity.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.event.Location;

class SunPositionTest {
    /// By geometry: at true noon the elevation is 90 deg - latitude + declination, at true midnight latitude +
    /// declination - 90 deg. Declination of the solstices 23.44 deg, of the equinoxes 0.
    @ParameterizedTest
    @CsvSource({
        "2026-06-21T12:07:00Z, 61.7",
        "2026-12-21T12:03:00Z, 14.8",
        "2026-03-20T12:12:00Z, 38.3",
        "2026-06-21T00:07:00Z, -14.8",
        "2026-12-21T00:03:00Z, -61.7"
    })
    void hasTheElevationOfGeometry(Instant instant, double elevation) {
        Location oxford = new Location(51.75, -1.25);

        double degrees = SunPosition.elevationDegrees(instant, oxford);

        assertThat(degrees).isCloseTo(elevation, within(0.25));
    }
}
