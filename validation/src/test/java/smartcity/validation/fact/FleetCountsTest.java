package smartcity.validation.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import smartcity.demand.RoadLink;
import smartcity.event.Event;
import smartcity.event.EventSource;
import smartcity.event.FuelType;
import smartcity.event.Motion;
import smartcity.event.VehicleTelemetry;
import smartcity.event.VehicleType;
import smartcity.road.Road;
import smartcity.validation.day.TimePeriod;

/// Counts of handmade vehicle_data records.
class FleetCountsTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final TimePeriod DAY = TimePeriod.day("2026-11-10");
    private static final double BEFORE_J9_J10 = RoadLink.J9_J10.middleMetres(ROAD) - 1000;
    private static final double BEFORE_J4_J5 = RoadLink.J4_J5.middleMetres(ROAD) - 1000;

    private final HandmadeRecords records = new HandmadeRecords();

    @Test
    void sharesOfLinksAreThoseOfTheVehiclesThatPass() {
        records.drive("a", VehicleType.CAR, BEFORE_J9_J10, 0, 90);
        records.drive("b", VehicleType.CAR, BEFORE_J9_J10, 10, 90);
        records.drive("c", VehicleType.CAR, BEFORE_J9_J10, 20, 90);
        records.drive("d", VehicleType.CAR, BEFORE_J4_J5, 30, 90);

        FleetCounts counts = FleetCounts.of(records, ROAD, DAY);

        assertThat(counts.percentOn(RoadLink.J9_J10)).isEqualTo(75);
        assertThat(counts.percentOn(RoadLink.J4_J5)).isEqualTo(25);
        assertThat(counts.percentOn(RoadLink.J1A_J2)).isZero();
    }

    @Test
    void sharesOfTypesAreThoseOfTheVehiclesThatPassTheLink() {
        records.drive("a", VehicleType.CAR, BEFORE_J9_J10, 0, 90);
        records.drive("b", VehicleType.LORRY, BEFORE_J9_J10, 10, 80);
        records.drive("c", VehicleType.LORRY, BEFORE_J4_J5, 20, 80);

        FleetCounts counts = FleetCounts.of(records, ROAD, DAY);

        assertThat(counts.percentOf(VehicleType.LORRY, RoadLink.J9_J10)).isEqualTo(50);
        assertThat(counts.percentOf(VehicleType.VAN, RoadLink.J9_J10)).isZero();
    }

    @Test
    void lorriesAreComparedWhereTheirShareIsNotPutIn() {
        records.drive("a", VehicleType.LORRY, BEFORE_J9_J10, 0, 80);
        records.drive("b", VehicleType.LORRY, BEFORE_J4_J5, 10, 80);
        records.drive("c", VehicleType.CAR, BEFORE_J4_J5, 20, 90);
        records.drive("d", VehicleType.CAR, BEFORE_J4_J5, 30, 90);
        records.drive("e", VehicleType.VAN, BEFORE_J4_J5, 40, 90);

        assertThat(FleetCounts.of(records, ROAD, DAY).lorriesSimulated()).isEqualTo(25);
    }

    @Test
    void meanSpeedIsDistanceByDrivingTimeWithoutRests() {
        records.drive("a", VehicleType.CAR, BEFORE_J9_J10, 0, 120);
        records.rest("a", BEFORE_J9_J10 + 4000, 240);
        records.rest("a", BEFORE_J9_J10 + 4000, 300);
        records.drive("b", VehicleType.CAR, BEFORE_J9_J10, 310, 60);

        FleetCounts counts = FleetCounts.of(records, ROAD, DAY);

        assertThat(counts.meanMph()).isCloseTo(90 / 1.609344, within(0.5));
    }

    @Test
    void aFleetThatLeavesOutALinkIsOutsideTheTolerance() {
        for (RoadLink link : RoadLink.counted()) {
            if (link != RoadLink.J9_J10) {
                records.drive(link.title(), VehicleType.CAR, link.middleMetres(ROAD) - 1000, 0, 90);
            }
        }

        List<FactComparison> rows =
                FleetCounts.of(records, ROAD, DAY).groups().getFirst().rows();

        assertThat(rows)
                .filteredOn(row -> row.quantity().contains("J9-J10"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.withinTolerance()).as(row.row()).isFalse());
    }

    @Test
    void aFleetOfLorriesIsOutsideTheTolerances() {
        records.drive("a", VehicleType.LORRY, BEFORE_J4_J5, 0, 40);

        List<FactGroup> groups = FleetCounts.of(records, ROAD, DAY).groups();

        assertThat(groups.subList(1, 3))
                .flatExtracting(FactGroup::rows)
                .hasSize(2)
                .allSatisfy(
                        row -> assertThat(row.withinTolerance()).as(row.row()).isFalse());
    }

    /// Records in the order in which they are added.
    private static final class HandmadeRecords implements EventSource {
        private final Deque<VehicleTelemetry> records = new ArrayDeque<>();

        /// Two reports, two minutes apart, of a vehicle that drives towards Birmingham.
        void drive(String vehicle, VehicleType type, double fromMetres, long second, double speedKmh) {
            double driven = speedKmh / 3.6 * 120;
            report(vehicle, type, fromMetres, second, speedKmh);
            report(vehicle, type, fromMetres + driven, second + 120, speedKmh);
        }

        void rest(String vehicle, double metres, long second) {
            report(vehicle, VehicleType.CAR, metres, second, 0);
        }

        private void report(String vehicle, VehicleType type, double metres, long second, double speedKmh) {
            Instant instant = DAY.from().plus(Duration.ofSeconds(second));
            records.add(new VehicleTelemetry(
                    new UUID(1, second),
                    vehicle,
                    instant,
                    ROAD.locationAt(metres),
                    new Motion(speedKmh, 0),
                    "Ford",
                    "Focus",
                    2020,
                    FuelType.PETROL,
                    type,
                    metres / 1000,
                    0.5,
                    "M40"));
        }

        @Override
        public Instant nextDue() {
            return records.isEmpty() ? Instant.MAX : records.element().timestamp();
        }

        @Override
        public List<Event> next() {
            return List.of(records.remove());
        }
    }
}
