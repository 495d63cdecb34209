package smartcity.vehicle.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.event.Location;
import smartcity.event.Motion;

class GpsReceiverTest {
    private static final Location PLACE = new Location(51.75, -1.1);
    private static final Motion DRIVING = new Motion(108, 300);
    private static final double OPEN = Double.POSITIVE_INFINITY;
    private static final long START = Instant.parse("2026-11-23T08:00:00Z").getEpochSecond() * 1_000_000;

    /// 4,000 receivers, each once: independent errors, so three deviations of sampling are 2.2 %.
    @Test
    void accuracyHolds68PercentOfTheErrors() {
        int inside = 0;
        for (int index = 0; index < 4_000; index++) {
            var reading = new GpsReceiver(new Seed(index))
                    .read(START + index * 977_000L, PLACE, DRIVING, OPEN)
                    .orElseThrow();
            if (metres(PLACE, reading.location()) <= reading.accuracyMetres()) {
                inside++;
            }
        }

        assertThat(inside / 4_000.0).isCloseTo(0.68, within(0.022));
    }

    @Test
    void errorChangesSlowly() {
        GpsReceiver receiver = new GpsReceiver(new Seed(3));
        Location before =
                receiver.read(START, PLACE, DRIVING, OPEN).orElseThrow().location();
        int steps = 0;
        for (int second = 1; second < 3_600; second++) {
            Location now = receiver.read(START + second * 1_000_000L, PLACE, DRIVING, OPEN)
                    .orElseThrow()
                    .location();
            if (metres(before, now) > 0.5) {
                steps++; // a satellite came or went
            }
            before = now;
        }

        assertThat(steps).isLessThan(30);
    }

    @Test
    void fewerSatellitesAreLessAccurate() {
        GpsReceiver receiver = new GpsReceiver(new Seed(4));
        double[] accuracy = new double[15];
        for (int minute = 0; minute < 2_000; minute++) {
            var reading = receiver.read(START + minute * 60_000_000L, PLACE, DRIVING, OPEN)
                    .orElseThrow();
            accuracy[reading.satellites()] = reading.accuracyMetres();
        }

        assertThat(accuracy[8]).isGreaterThan(accuracy[10]);
        assertThat(accuracy[10]).isGreaterThan(accuracy[12]);
        // sqrt(-2 ln 0.32) x 2.5 m / sqrt(2 ln 2) at a dilution of 1
        assertThat(accuracy[10]).isCloseTo(3.205, within(0.001));
    }

    /// Half of the speeds within 0.05 m/s and half of the headings within 0.3 deg at 30 m/s, as in the data
    /// sheet.
    @Test
    void speedAndHeadingAreAsExactAsInTheDataSheet() {
        GpsReceiver receiver = new GpsReceiver(new Seed(5));
        int exactSpeeds = 0;
        int exactHeadings = 0;
        for (int second = 0; second < 10_000; second++) {
            Motion motion = receiver.read(START + second * 1_000_000L, PLACE, DRIVING, OPEN)
                    .orElseThrow()
                    .motion();
            exactSpeeds += Math.abs(motion.speedKmh() - 108) <= 0.05 * 3.6 ? 1 : 0;
            exactHeadings += Math.abs(motion.headingDegrees() - 300) <= 0.3 ? 1 : 0;
        }

        assertThat(exactSpeeds / 10_000.0).isCloseTo(0.5, within(0.015));
        assertThat(exactHeadings / 10_000.0).isCloseTo(0.5, within(0.015));
    }

    @Test
    void aParkedVehicleDoesNotJitter() {
        Motion parked = new Motion(0, 12);

        var reading =
                new GpsReceiver(new Seed(6)).read(START, PLACE, parked, OPEN).orElseThrow();

        assertThat(reading.motion()).isEqualTo(parked);
    }

    /// Receivers search for one to three seconds and recover in five.
    @Test
    void losesItsFixBelowABridgeAndIsLessAccurateForSomeSecondsAfter() {
        for (int index = 0; index < 100; index++) {
            GpsReceiver receiver = new GpsReceiver(new Seed(index));
            GpsReceiver.Reading open =
                    receiver.read(START, PLACE, DRIVING, OPEN).orElseThrow();
            GpsReceiver.Reading back = receiver.read(START, PLACE, DRIVING, 3).orElseThrow();

            assertThat(receiver.read(START, PLACE, DRIVING, 0))
                    .as("receiver %s", index)
                    .isEmpty();
            assertThat(receiver.read(START, PLACE, DRIVING, 0.9))
                    .as("receiver %s", index)
                    .isEmpty();
            assertThat(back.accuracyMetres())
                    .as("receiver %s", index)
                    .isBetween(open.accuracyMetres() * 1.5, open.accuracyMetres() * 3);
            assertThat(back.satellites()).as("receiver %s", index).isBetween(4, open.satellites() - 2);
            assertThat(receiver.read(START, PLACE, DRIVING, 8.1))
                    .as("receiver %s", index)
                    .contains(open);
        }
    }

    @Test
    void aReceiverThatStartsLaterReadsTheSame() {
        GpsReceiver first = new GpsReceiver(new Seed(7));
        first.read(START - 5_000_000_000L, PLACE, DRIVING, OPEN);

        var reading = first.read(START, PLACE, DRIVING, OPEN).orElseThrow();

        assertThat(new GpsReceiver(new Seed(7))
                        .read(START, PLACE, DRIVING, OPEN)
                        .orElseThrow())
                .isEqualTo(reading);
    }

    private static double metres(Location from, Location to) {
        double north = (to.latitude() - from.latitude()) * 111_195;
        double east = (to.longitude() - from.longitude()) * 111_195 * Math.cos(Math.toRadians(51.75));
        return Math.hypot(north, east);
    }
}
