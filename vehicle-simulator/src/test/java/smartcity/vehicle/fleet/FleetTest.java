package smartcity.vehicle.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.event.Event;
import smartcity.event.GpsFix;
import smartcity.event.VehicleTelemetry;
import smartcity.road.Road;
import smartcity.vehicle.traffic.TrafficField;

class FleetTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final Instant MORNING = Instant.parse("2026-11-23T07:00:00Z");

    private final Seed seed = new Seed(3);
    private final TrafficField traffic = new TrafficField(seed, ROAD);

    @ParameterizedTest
    @ValueSource(longs = {500, 1_000, 2_500, 60_000})
    void everyVehicleReportsOnceAnInterval(long millis) {
        Fleet fleet = fleet(40, Duration.ofMillis(millis), MORNING);

        Map<String, List<Instant>> instants = new HashMap<>();
        Instant last = MORNING;
        for (int i = 0; i < 40 * 5; i++) {
            Instant due = fleet.nextDue();
            Event event = fleet.next().getFirst();
            assertThat(event.timestamp()).as("event %s", i).isEqualTo(due).isAfterOrEqualTo(last);
            last = due;
            instants.computeIfAbsent(event.deviceId(), ignored -> new ArrayList<>())
                    .add(due);
        }

        assertThat(instants).hasSize(40);
        assertThat(instants.values().stream().map(List::getFirst).distinct()).hasSize(40);
        assertThat(instants.values()).allSatisfy(own -> {
            for (int i = 1; i < 5; i++) {
                assertThat(own.get(i))
                        .as("report %s", i)
                        .isEqualTo(own.get(i - 1).plusMillis(millis));
            }
        });
    }

    @Test
    void telemetryAndFixOfAnInstantAgree() {
        Fleet fleet = fleet(200, Duration.ofSeconds(1), MORNING);
        int fixes = 0;
        for (int i = 0; i < 20_000; i++) {
            List<Event> events = fleet.next();

            VehicleTelemetry vehicle = (VehicleTelemetry) events.get(0);
            if (events.size() == 1) {
                continue; // below a bridge
            }
            fixes++;
            GpsFix fix = (GpsFix) events.get(1);
            assertThat(fix.deviceId()).as("report %s", i).isEqualTo(vehicle.deviceId());
            assertThat(fix.timestamp()).as("report %s", i).isEqualTo(vehicle.timestamp());
            assertThat(fix.vehicleType()).as("report %s", i).isEqualTo(vehicle.vehicleType());
            assertThat(fix.motion().speedKmh())
                    .as("report %s", i)
                    .isCloseTo(vehicle.motion().speedKmh(), within(1.5));
            assertThat(fix.location().latitude())
                    .as("report %s", i)
                    .isCloseTo(vehicle.location().latitude(), within(6 * fix.accuracyMetres() / 111_195));
        }
        assertThat(fixes).isBetween(19_000, 19_900);
    }

    @Test
    void headingIsTheTangentOfTheRoadInTheDirectionOfTravel() {
        Fleet fleet = fleet(100, Duration.ofSeconds(1), MORNING);
        Map<String, VehicleTelemetry> before = new HashMap<>();
        int compared = 0;
        for (int i = 0; i < 100 * 30; i++) {
            VehicleTelemetry now = (VehicleTelemetry) fleet.next().getFirst();
            VehicleTelemetry then = before.put(now.deviceId(), now);
            if (then != null && now.motion().speedKmh() > 30) {
                double north = now.location().latitude() - then.location().latitude();
                double east = (now.location().longitude() - then.location().longitude())
                        * Math.cos(Math.toRadians(now.location().latitude()));
                double travelled = Math.toDegrees(Math.atan2(east, north));
                double difference = Math.IEEEremainder(travelled - now.motion().headingDegrees(), 360);
                assertThat(difference)
                        .as("%s at %s", now.deviceId(), now.timestamp())
                        .isBetween(-6.0, 6.0);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    /// A vehicle that leaves a junction in the opposite direction turns while it moves, with a lateral acceleration
    /// below 0.8 g; bends of the polyline are no sharper. Within the last 5 mm of a journey the road may bend a
    /// little.
    @Test
    void noVehicleTurnsAtStandstillOrFasterThanItsTyresAllow() {
        Fleet fleet = fleet(200, Duration.ofSeconds(1), MORNING);
        Map<String, VehicleTelemetry> before = new HashMap<>();
        Map<String, Double> sideways = new HashMap<>();
        int turns = 0;
        for (int i = 0; i < 200 * 3_600; i++) {
            VehicleTelemetry now = (VehicleTelemetry) fleet.next().getFirst();
            VehicleTelemetry then = before.put(now.deviceId(), now);
            if (then != null) {
                double turn = Math.abs(Math.IEEEremainder(
                        now.motion().headingDegrees() - then.motion().headingDegrees(), 360));
                double speed = now.motion().speedKmh() / 3.6;
                double mean = (speed + then.motion().speedKmh() / 3.6) / 2;
                assertThat(Math.toRadians(turn) * mean)
                        .as("%s at %s", now.deviceId(), now.timestamp())
                        .isLessThan(7.9);
                if (mean == 0) {
                    assertThat(turn)
                            .as("%s at %s", now.deviceId(), now.timestamp())
                            .isLessThan(0.5);
                    turns += sideways.getOrDefault(now.deviceId(), 0.0) > 150 ? 1 : 0;
                    sideways.put(now.deviceId(), 0.0);
                } else if (speed < 9) {
                    sideways.merge(now.deviceId(), turn, Double::sum);
                }
            }
        }
        assertThat(turns).isGreaterThan(20);
    }

    /// As consumers check it: great-circle distances between records equal the integral of the speeds.
    @Test
    void distanceBetweenRecordsIsTheIntegralOfTheSpeedTheyState() {
        Fleet fleet = fleet(50, Duration.ofSeconds(1), MORNING);
        Map<String, VehicleTelemetry> before = new HashMap<>();
        Map<String, double[]> sums = new HashMap<>();
        for (int i = 0; i < 50 * 600; i++) {
            VehicleTelemetry now = (VehicleTelemetry) fleet.next().getFirst();
            VehicleTelemetry then = before.put(now.deviceId(), now);
            if (then != null) {
                double[] sum = sums.computeIfAbsent(now.deviceId(), ignored -> new double[2]);
                sum[0] += metres(then, now);
                sum[1] += (then.motion().speedKmh() + now.motion().speedKmh()) / 2 / 3.6;
            }
        }

        assertThat(sums.values())
                .filteredOn(sum -> sum[1] > 1_000)
                .hasSizeGreaterThan(20)
                .allSatisfy(sum -> assertThat(sum[0]).isCloseTo(sum[1], within(sum[1] * 0.001)));
    }

    @Test
    void fleetThatStartsLaterContinuesWithTheSameRecords() {
        Fleet continued = fleet(100, Duration.ofSeconds(1), MORNING);
        List<Event> all = new ArrayList<>();
        Instant later = MORNING.plusSeconds(600);
        while (continued.nextDue().isBefore(later)) {
            all.addAll(continued.next());
        }

        Fleet restarted = fleet(100, Duration.ofSeconds(1), later);

        assertThat(all).hasSizeGreaterThan(100_000);
        for (int i = 0; i < 1_000; i++) {
            assertThat(restarted.next()).as("report %s", i).isEqualTo(continued.next());
        }
    }

    @Test
    void findsTheVehiclesOnAPartOfTheRoad() {
        Fleet fleet = fleet(500, Duration.ofSeconds(1), MORNING);

        List<VehicleSighting> sightings = fleet.sightings(Carriageway.NORTHBOUND, 50_000, 80_000, MORNING);

        assertThat(sightings)
                .hasSizeBetween(15, 60)
                .allSatisfy(sighting -> assertThat(sighting.chainageMetres()).isBetween(50_000.0, 80_000.0));
    }

    /// A new fleet has no positions, and examines all of its vehicles.
    @Tag("long")
    @Test
    void findsTheSameVehiclesAsANewFleet() {
        Fleet reused = fleet(400, Duration.ofMinutes(10), MORNING);
        List<String> compared = new ArrayList<>();
        for (int minute = 0; minute < 240; minute++) {
            Instant instant = MORNING.plusSeconds(minute * 60L);
            double from = minute * 7_919 % (int) (ROAD.lengthMetres() - 5_000);
            Carriageway carriageway = minute % 2 == 0 ? Carriageway.NORTHBOUND : Carriageway.SOUTHBOUND;

            List<VehicleSighting> sightings = reused.sightings(carriageway, from, from + 5_000, instant);

            if (minute % 10 == 9) {
                assertThat(sightings)
                        .as("at %s from %s m", instant, from)
                        .isEqualTo(fleet(400, Duration.ofMinutes(10), instant)
                                .sightings(carriageway, from, from + 5_000, instant));
                sightings.forEach(sighting -> compared.add(sighting.deviceId()));
            }
        }
        assertThat(compared).hasSizeGreaterThan(40);
    }

    @Test
    void refusesAnEmptyFleetAndAnIntervalBelowATenth() {
        assertThatThrownBy(() -> new Fleet.Size(0, Duration.ofSeconds(1)))
                .hasMessage("vehicles must be within [1, 1000000] but was 0");
        assertThatThrownBy(() -> new Fleet.Size(1, Duration.ofMillis(99)))
                .hasMessage("interval must be within [PT0.1S, PT1H] but was PT0.099S");
    }

    private Fleet fleet(int vehicles, Duration interval, Instant from) {
        return new Fleet(seed, ROAD, traffic, new Fleet.Size(vehicles, interval), from);
    }

    /// Great-circle distance by the haversine formula on a sphere of 6,371,008.8 m.
    private static double metres(VehicleTelemetry from, VehicleTelemetry to) {
        double lat = Math.toRadians(to.location().latitude() - from.location().latitude());
        double lon = Math.toRadians(to.location().longitude() - from.location().longitude());
        double a = Math.pow(Math.sin(lat / 2), 2)
                + Math.cos(Math.toRadians(from.location().latitude()))
                        * Math.cos(Math.toRadians(to.location().latitude()))
                        * Math.pow(Math.sin(lon / 2), 2);
        return 2 * 6_371_008.8 * Math.asin(Math.sqrt(a));
    }
}
