package smartcity.vehicle.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.event.Event;
import smartcity.event.TrafficReport;
import smartcity.event.VehicleTelemetry;
import smartcity.road.Road;
import smartcity.vehicle.fleet.Fleet;
import smartcity.vehicle.traffic.TrafficField;

class RoadsideCamerasTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final Instant PEAK = Instant.parse("2026-11-23T08:00:00Z");

    private final Seed seed = new Seed(7);
    private final TrafficField traffic = new TrafficField(seed, ROAD);

    @Test
    void eachOf78CamerasReportsOnceAMinuteOneAfterTheOther() {
        RoadsideCameras cameras = cameras(10, PEAK);

        List<TrafficReport> reports = reports(cameras, 3 * 78);

        assertThat(reports).isSortedAccordingTo((a, b) -> a.timestamp().compareTo(b.timestamp()));
        Map<String, List<TrafficReport>> byCamera = new HashMap<>();
        reports.forEach(report -> byCamera.computeIfAbsent(report.cameraId(), ignored -> new ArrayList<>())
                .add(report));
        assertThat(byCamera).hasSize(78);
        byCamera.forEach((camera, own) -> {
            assertThat(own).as(camera).hasSize(3);
            assertThat(camera).startsWith(own.getFirst().deviceId());
            assertThat(own.get(1).timestamp())
                    .as(camera)
                    .isEqualTo(own.get(0).timestamp().plusSeconds(60));
        });
    }

    /// Over 20 minutes of 78 cameras: about 100,000 vehicles, so three deviations of counting are 1 %.
    @Tag("long")
    @Test
    void cameraCountsAreTheFieldsFlowWithinCountingNoise() {
        double counted = 0;
        double expected = 0;
        for (TrafficReport report : reports(cameras(1, PEAK), 20 * 78)) {
            double place = ROAD.chainageNear(report.location());
            double middle = report.timestamp().getEpochSecond() - 30;
            counted += report.flow().intensityPerHour() / 60;
            expected += traffic.stateAt(place, report.carriageway(), middle).flowPerHour() / 60;
        }

        assertThat(expected).isGreaterThan(80_000);
        assertThat(counted / expected).isCloseTo(1, within(0.011));
    }

    /// By the telemetry of the second after: a vehicle drives 45 m at most, and places are known to 16 m of road.
    @Test
    void namesAVehicleInViewAndNoneOnlyWhenTheViewIsEmpty() {
        int named = 0;
        List<TrafficReport> reports = reports(cameras(2_000, PEAK), 20);
        List<VehicleTelemetry> telemetry = telemetry(
                reports.getFirst().timestamp(), reports.getLast().timestamp().plusSeconds(1));
        for (TrafficReport report : reports) {
            Map<String, Double> aheadOf = aheadOf(report, telemetry);
            if (report.vehicleId() == null) {
                assertThat(aheadOf.values())
                        .as("%s at %s", report.cameraId(), report.timestamp())
                        .noneMatch(ahead -> ahead > 21 + 61 && ahead < 171 - 16);
            } else {
                assertThat(aheadOf.get(report.vehicleId()))
                        .as("%s at %s", report.cameraId(), report.timestamp())
                        .isBetween(21 - 16.0, 171 + 61.0);
                named++;
            }
        }
        assertThat(named).isBetween(3, 18);
    }

    private List<VehicleTelemetry> telemetry(Instant from, Instant until) {
        Fleet fleet = fleet(2_000, from);
        List<VehicleTelemetry> telemetry = new ArrayList<>();
        while (fleet.nextDue().isBefore(until)) {
            telemetry.add((VehicleTelemetry) fleet.next().getFirst());
        }
        return telemetry;
    }

    /// How far ahead of the camera each vehicle of its carriageway is within a second after the report.
    private Map<String, Double> aheadOf(TrafficReport report, List<VehicleTelemetry> telemetry) {
        Instant reported = report.timestamp();
        double unit = ROAD.chainageNear(report.location());
        Map<String, Double> aheadOf = new HashMap<>();
        for (VehicleTelemetry vehicle : telemetry) {
            boolean now = !vehicle.timestamp().isBefore(reported)
                    && vehicle.timestamp().isBefore(reported.plusSeconds(1));
            double north = vehicle.location().latitude() - report.location().latitude();
            if (!now || Math.abs(north) > 0.01) {
                continue; // another time, or more than a kilometre away
            }
            double place = ROAD.chainageNear(vehicle.location());
            double heading = ROAD.headingAt(place, report.carriageway());
            if (Math.abs(Math.IEEEremainder(heading - vehicle.motion().headingDegrees(), 360)) < 90) {
                double ahead = report.carriageway() == Carriageway.NORTHBOUND ? place - unit : unit - place;
                aheadOf.put(vehicle.deviceId(), ahead);
            }
        }
        return aheadOf;
    }

    @Test
    void snapshotsDecodeAndAreDarkAtNightAndBrightByDay() throws IOException {
        BufferedImage night = image(
                reports(cameras(1, Instant.parse("2026-11-23T00:30:00Z")), 1).getFirst());
        BufferedImage day = image(
                reports(cameras(1, Instant.parse("2026-11-23T12:30:00Z")), 1).getFirst());

        assertThat(night.getWidth()).isEqualTo(320);
        assertThat(night.getHeight()).isEqualTo(180);
        assertThat(brightness(night)).isLessThan(60);
        assertThat(brightness(day)).isGreaterThan(100);
    }

    @Test
    void camerasThatStartLaterContinueWithTheSameReports() {
        List<TrafficReport> all = reports(cameras(50, PEAK), 100);

        List<TrafficReport> late = reports(cameras(50, all.get(60).timestamp()), 40);

        for (int i = 0; i < 40; i++) {
            assertThat(late.get(i))
                    .as("report %s", i)
                    .usingRecursiveComparison()
                    .ignoringFields("snapshot")
                    .isEqualTo(all.get(60 + i));
            assertThat(late.get(i).snapshot().png())
                    .as("snapshot %s", i)
                    .isEqualTo(all.get(60 + i).snapshot().png());
        }
    }

    @Test
    void refusesAnIntervalBelowASecond() {
        RoadsideCameras.ObservedRoad observed = new RoadsideCameras.ObservedRoad(ROAD, traffic, fleet(1, PEAK));

        assertThatThrownBy(() -> new RoadsideCameras(seed, observed, Duration.ofMillis(999), PEAK))
                .hasMessage("interval must be within [PT1S, PT1H] but was PT0.999S");
    }

    private RoadsideCameras cameras(int vehicles, Instant from) {
        return new RoadsideCameras(
                seed,
                new RoadsideCameras.ObservedRoad(ROAD, traffic, fleet(vehicles, from)),
                Duration.ofMinutes(1),
                from);
    }

    private Fleet fleet(int vehicles, Instant from) {
        return new Fleet(seed, ROAD, traffic, new Fleet.Size(vehicles, Duration.ofSeconds(1)), from);
    }

    private static List<TrafficReport> reports(RoadsideCameras cameras, int count) {
        List<TrafficReport> reports = new ArrayList<>();
        while (reports.size() < count) {
            for (Event event : cameras.next()) {
                reports.add((TrafficReport) event);
            }
        }
        return reports;
    }

    private static BufferedImage image(TrafficReport report) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(report.snapshot().png()));
    }

    /// Mean of the lower half, where the road is.
    private static double brightness(BufferedImage image) {
        double sum = 0;
        for (int y = 90; y < 180; y++) {
            for (int x = 0; x < 320; x++) {
                int rgb = image.getRGB(x, y);
                sum += ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3.0;
            }
        }
        return sum / (90 * 320);
    }
}
