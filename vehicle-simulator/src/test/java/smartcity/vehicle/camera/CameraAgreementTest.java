package smartcity.vehicle.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.disturbance.Disturbances;
import smartcity.disturbance.LaneClosure;
import smartcity.disturbance.RoadWeather;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyType;
import smartcity.event.TrafficFlow;
import smartcity.event.TrafficReport;
import smartcity.road.Road;
import smartcity.vehicle.fleet.Fleet;
import smartcity.vehicle.motion.DriveState;
import smartcity.vehicle.motion.RouteNetwork;
import smartcity.vehicle.motion.Vehicle;
import smartcity.vehicle.motion.VehicleDrive;
import smartcity.vehicle.traffic.TrafficField;
import smartcity.vehicle.traffic.TrafficState;

/// Cameras, traffic field and vehicles agree about the same road, also upstream of a closure. More than 200 lines, as
/// one closure and its drives serve all comparisons.
class CameraAgreementTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final Carriageway NORTH = Carriageway.NORTHBOUND;
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final boolean ALL = "all".equals(System.getProperty("smartcity.test.scale"));
    private static final int MANY = 40;
    private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");

    /// A closure with its period, and a weather up to a distance from a place, always; elsewhere it is fine.
    private record OneClosure(LaneClosure closure, Instant from, int minutes, LocalWeather weather)
            implements Disturbances {
        @Override
        public RoadWeather weatherAt(double chainageMetres, long minute) {
            return weather.at(chainageMetres);
        }

        @Override
        public List<LaneClosure> closuresAt(Carriageway carriageway, long minute) {
            long since = minute - from.getEpochSecond() / 60;
            return carriageway == closure.carriageway() && since >= 0 && since < minutes ? List.of(closure) : List.of();
        }

        /// Distance of a camera upstream of the closure [m]; negative downstream of it.
        double upstreamMetres(Camera camera) {
            return camera.aheadMetres(closure.chainageMetres());
        }
    }

    private record LocalWeather(RoadWeather inside, double centreMetres, double reachMetres) {
        RoadWeather at(double chainageMetres) {
            return Math.abs(chainageMetres - centreMetres) <= reachMetres ? inside : RoadWeather.FINE;
        }
    }

    /// A fire at km 97.5 that closes all three lanes, in effect from 08:06 to 08:50.
    private final OneClosure fire = new OneClosure(
            new LaneClosure(new UUID(0, 1), NORTH, 97_500, 3, 3, EmergencyType.FIRE),
            EIGHT.plusSeconds(360),
            44,
            new LocalWeather(RoadWeather.FINE, 0, 0));

    @Test
    void camerasInAStandingQueueReportThatAllStands() {
        TrafficField field = new TrafficField(new Seed(42), ROAD, fire);

        List<TrafficReport> near =
                reports(new Seed(42), field, "M40-097.2-A", Duration.ofMinutes(1), EIGHT.plusSeconds(12 * 60), 38);
        List<TrafficReport> far =
                reports(new Seed(42), field, "M40-093.6-A", Duration.ofMinutes(1), EIGHT.plusSeconds(26 * 60), 24);

        // 3 lanes, 190 passenger cars a mile, 11 % of lorries of 2.5 cars: about 300 vehicles a kilometre
        for (TrafficReport report : concat(near, far)) {
            assertThat(report.flow().congested())
                    .as("congested of %s", name(report))
                    .isTrue();
            assertThat(report.flow().densityPerKm())
                    .as("density of %s", name(report))
                    .isBetween(270.0, 340.0);
            assertThat(report.flow().averageSpeedKmh())
                    .as("speed of %s", name(report))
                    .isLessThan(2);
            assertThat(report.flow().occupancy())
                    .as("occupancy of %s", name(report))
                    .isBetween(0.6, 1.0);
            assertThat(report.flow().intensityPerHour())
                    .as("flow of %s", name(report))
                    .isLessThan(400);
        }
        assertThat(near).hasSize(38);
        assertThat(far).hasSize(24);
    }

    @Test
    void camerasFieldAndVehiclesAgreeAroundAnyClosure() {
        Agreement agreement = agreement(ALL ? MANY : 6);

        assertThat(agreement.reports).as("reports").isGreaterThan(ALL ? 1_250 : 150);
        assertThat(agreement.standing).as("standing vehicles in view").isGreaterThan(ALL ? 50 : 0);
        assertThat(agreement.driving).as("driving vehicles in view").isGreaterThan(ALL ? 25 : 0);
        assertThat(agreement.nights).as("closures at night").isGreaterThan(ALL ? MANY / 5 : 0);
    }

    private static Agreement agreement(int seeds) {
        Agreement agreement = new Agreement();
        for (int index = 0; index < seeds; index++) {
            agreement.check(new Seed(index), closure(new SplittableRandom(index)));
        }
        return agreement;
    }

    /// Some kilometres ahead of a camera, at any time of the day, with any weather on some kilometres around it.
    private static OneClosure closure(RandomGenerator random) {
        List<Camera> cameras = Camera.onTheM40(ROAD);
        Camera camera = cameras.get(random.nextInt(cameras.size()));
        double ahead = 300 + 3_000 * random.nextDouble();
        double place =
                camera.carriageway() == NORTH ? camera.chainageMetres() + ahead : camera.chainageMetres() - ahead;
        int lanes = ROAD.sectionAt(place).lanes();
        int closed = random.nextBoolean() ? lanes : 1 + random.nextInt(lanes);
        Instant from = Instant.parse("2026-01-12T00:00:00Z")
                .plus(random.nextInt(300), ChronoUnit.DAYS)
                .plus(random.nextInt(24 * 60), ChronoUnit.MINUTES);
        RoadWeather weather = new RoadWeather(
                random.nextBoolean() ? 12 * random.nextDouble() : 0,
                random.nextBoolean() ? 2 * random.nextDouble() : 0,
                200 + 20_000 * random.nextDouble(),
                5);
        return new OneClosure(
                new LaneClosure(new UUID(0, 1), camera.carriageway(), place, closed, lanes, EmergencyType.ACCIDENT),
                from,
                20 + random.nextInt(40),
                new LocalWeather(weather, place + 4_000 * (random.nextDouble() - 0.5), 10_000 * random.nextDouble()));
    }

    /// What was compared, and how often.
    private static final class Agreement {
        private int reports;
        private int standing;
        private int driving;
        private int nights;

        void check(Seed seed, OneClosure disturbance) {
            int hour = disturbance.from().atOffset(ZoneOffset.UTC).getHour();
            nights += hour < 6 || hour >= 21 ? 1 : 0;
            TrafficField field = new TrafficField(seed, ROAD, disturbance);
            List<List<DriveState>> drives = drives(seed, field, disturbance);
            for (Camera camera : Camera.onTheM40(ROAD)) {
                double upstream = disturbance.upstreamMetres(camera);
                if (camera.carriageway() != disturbance.closure().carriageway()
                        || upstream < -1_500
                        || upstream > 4_000) {
                    continue;
                }
                for (TrafficReport report : reports(
                        seed,
                        field,
                        camera.cameraId(),
                        Duration.ofMinutes(2),
                        disturbance.from().plusSeconds(120),
                        disturbance.minutes())) {
                    TrafficState state = field.stateAt(
                            camera.chainageMetres(),
                            camera.carriageway(),
                            middle(report).toEpochMilli() / 1e3);
                    againstField(report, state);
                    int at = (int) Duration.between(disturbance.from(), report.timestamp())
                            .dividedBy(STEP);
                    drives.forEach(states -> againstVehicle(camera, report, state, states.subList(at - 6, at + 1)));
                }
            }
        }

        /// The states of vehicles every [#STEP] from the beginning of the disturbance.
        private static List<List<DriveState>> drives(Seed seed, TrafficField field, OneClosure disturbance) {
            RouteNetwork routes = new RouteNetwork(seed, ROAD, field);
            return IntStream.range(0, 250)
                    .mapToObj(index -> new VehicleDrive(new Vehicle(seed, index), routes, disturbance.from()))
                    .map(drive -> IntStream.range(0, 6 * (disturbance.minutes() + 3))
                            .mapToObj(step -> drive.at(micros(disturbance.from().plus(STEP.multipliedBy(step)))))
                            .toList())
                    .toList();
        }

        /// Counts are within five deviations of a Poisson count.
        private void againstField(TrafficReport report, TrafficState state) {
            TrafficFlow flow = report.flow();
            double passing = state.flowPerHour() / 60;
            double noise = 5 / Math.sqrt(Math.max(1, state.densityPerKm() * 0.15 + passing));
            assertThat(passing * 60)
                    .as("field at %s", name(report))
                    .isLessThan(state.criticalDensityPerKm() * state.speedAtCapacityKmh() * 1.03);
            assertThat(flow.intensityPerHour() / 60)
                    .as("count of %s", name(report))
                    .isCloseTo(passing, within(5 * Math.sqrt(passing) + 3));
            assertThat(flow.densityPerKm() * flow.averageSpeedKmh())
                    .as("figures of %s", name(report))
                    .isCloseTo(flow.intensityPerHour(), within(1e-6));
            assertThat(flow.densityPerKm())
                    .as("density of %s", name(report))
                    .isCloseTo(state.densityPerKm(), within(noise * state.densityPerKm() + 1));
            if (state.densityPerKm() > 1.5 * state.criticalDensityPerKm()) {
                assertThat(flow.congested()).as("congested of %s", name(report)).isTrue();
            } else if (state.densityPerKm() < 0.5 * state.criticalDensityPerKm()) {
                assertThat(flow.congested()).as("congested of %s", name(report)).isEqualTo(state.congested());
            }
            reports++;
        }

        /// A vehicle that stands in view for the minute is in a queue that the camera reports, and one that drives
        /// fast through the view drives on a road that the camera reports as flowing.
        ///
        /// @param minute the states of a vehicle during the minute of the report
        private void againstVehicle(
                Camera camera, TrafficReport report, TrafficState traffic, List<DriveState> minute) {
            boolean inView = minute.stream()
                    .allMatch(state -> !state.parked()
                            && state.carriageway() == camera.carriageway()
                            && camera.aheadMetres(state.chainageMetres()) > 0
                            && camera.aheadMetres(state.chainageMetres()) < 171);
            double driven = Math.abs(
                    minute.getLast().chainageMetres() - minute.getFirst().chainageMetres());
            if (inView && driven < 2) {
                assertThat(report.flow().congested())
                        .as("queue in %s", name(report))
                        .isTrue();
                // A queue that has just begun fills a part of the view: others drive in the rest.
                boolean partly = traffic.densityPerKm() < traffic.criticalDensityPerKm();
                assertThat(report.flow().averageSpeedKmh())
                        .as("speed of %s", name(report))
                        .isLessThan(partly ? 15 : 5);
                standing++;
            }
            DriveState middle = minute.get(3);
            double ahead = camera.aheadMetres(middle.chainageMetres());
            if (!middle.parked()
                    && middle.carriageway() == camera.carriageway()
                    && ahead > -100
                    && ahead < 100
                    && middle.speedKmh() > 60) {
                assertThat(report.flow().averageSpeedKmh())
                        .as("speed of %s", name(report))
                        .isGreaterThan(25);
                driving++;
            }
        }
    }

    private static String name(TrafficReport report) {
        return report.cameraId() + " at " + report.timestamp();
    }

    private static List<TrafficReport> reports(
            Seed seed, TrafficField field, String cameraId, Duration interval, Instant from, int minutes) {
        Fleet fleet = new Fleet(seed, ROAD, field, new Fleet.Size(1, Duration.ofHours(1)), from);
        RoadsideCameras cameras =
                new RoadsideCameras(seed, new RoadsideCameras.ObservedRoad(ROAD, field, fleet), interval, from);
        List<TrafficReport> reports = new ArrayList<>();
        String unitId = cameraId.substring(0, cameraId.length() - 2);
        while (cameras.nextDue().isBefore(from.plusSeconds(60L * minutes))) {
            cameras.next((deviceId, _) -> deviceId.equals(unitId)).stream()
                    .map(TrafficReport.class::cast)
                    .filter(report -> report.cameraId().equals(cameraId))
                    .forEach(reports::add);
        }
        return reports;
    }

    private static List<TrafficReport> concat(List<TrafficReport> some, List<TrafficReport> others) {
        List<TrafficReport> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static Instant middle(TrafficReport report) {
        return report.timestamp().minusSeconds(30);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
