package smartcity.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.event.Carriageway;
import smartcity.event.Location;

class RoadTest {
    private static final Road ROAD = Road.londonToBirmingham();

    @Test
    void isALittleLongerThanTheDistancesOfItsPoints() {
        assertThat(ROAD.lengthMetres()).isBetween(195_000.0, 198_000.0);
    }

    @Test
    void givesTheM40ThePublishedLengthWithinThreePercent() {
        double metres = ROAD.junction("M42", "J3A").chainageMetres()
                - ROAD.junction("M40", "J1").chainageMetres();

        assertThat(metres).isCloseTo(143_000, within(143_000 * 0.03));
    }

    @ParameterizedTest
    @CsvSource({"M40, J9, 51.8688, -1.1985", "A40, Hanger, 51.5306, -0.2936", "M6, J5, 52.5092, -1.7905"})
    void passesThroughTheSurveyedPoints(String road, String name, double latitude, double longitude) {
        Location there = ROAD.locationAt(ROAD.junction(road, name).chainageMetres());

        assertThat(there.latitude()).isCloseTo(latitude, within(1e-6));
        assertThat(there.longitude()).isCloseTo(longitude, within(1e-6));
    }

    @Test
    void measuresChainageAlongTheRoad() {
        for (double chainage = 0; chainage < ROAD.lengthMetres() - 100; chainage += 997) {
            double chord = metresBetween(ROAD.locationAt(chainage), ROAD.locationAt(chainage + 100));

            assertThat(chord).as("at %s m", chainage).isBetween(98.0, 100.2);
        }
    }

    @Test
    void headsInTheDirectionOfItsCourse() {
        for (double chainage = 10; chainage < ROAD.lengthMetres() - 10; chainage += 991) {
            double bearing = bearing(ROAD.locationAt(chainage - 10), ROAD.locationAt(chainage + 10));

            double heading = ROAD.headingAt(chainage, Carriageway.NORTHBOUND);

            assertThat(Math.abs(Math.IEEEremainder(heading - bearing, 360)))
                    .as("at %s m", chainage)
                    .isLessThan(2);
        }
    }

    @Test
    void turnsSmoothly() {
        for (double chainage = 0; chainage < ROAD.lengthMetres() - 10; chainage += 10) {
            double turn = ROAD.headingAt(chainage + 10, Carriageway.NORTHBOUND)
                    - ROAD.headingAt(chainage, Carriageway.NORTHBOUND);

            assertThat(Math.abs(Math.IEEEremainder(turn, 360)))
                    .as("at %s m", chainage)
                    .isLessThan(3);
        }
    }

    @Test
    void hasTheOppositeHeadingOnTheOtherCarriageway() {
        double north = ROAD.headingAt(100_000, Carriageway.NORTHBOUND);
        double south = ROAD.headingAt(100_000, Carriageway.SOUTHBOUND);

        assertThat(Math.abs(north - south)).isCloseTo(180, within(1e-9));
    }

    @Test
    void hasSectionsWithoutGaps() {
        List<RoadSection> sections = ROAD.sections();

        assertThat(sections.getFirst().fromMetres()).isZero();
        assertThat(sections.getLast().toMetres()).isEqualTo(ROAD.lengthMetres());
        for (int i = 1; i < sections.size(); i++) {
            assertThat(sections.get(i).fromMetres())
                    .as("section %s", i)
                    .isEqualTo(sections.get(i - 1).toMetres());
        }
    }

    @ParameterizedTest
    @CsvSource({"M40, J1A, 4", "M40, J4, 2", "M40, J9, 3"})
    void hasTheLanesOfTheM40(String road, String junction, int lanes) {
        double justAfter = ROAD.junction(road, junction).chainageMetres() + 1;

        assertThat(ROAD.sectionAt(justAfter).lanes()).isEqualTo(lanes);
    }

    @Test
    void findsThePlaceNearestToALocation() {
        double chainage = ROAD.chainageNear(ROAD.locationAt(123_456));

        assertThat(chainage).isCloseTo(123_456, within(8.0));
    }

    @Test
    void distinguishesJunctionsOfSimilarNames() {
        assertThat(ROAD.junction("M40", "J8").name()).isEqualTo("J8");
        assertThat(ROAD.junction("M40", "J8A").name()).isEqualTo("J8A Oxford services");
    }

    @Test
    void refusesAPlaceBeyondItsEnds() {
        assertThatThrownBy(() -> ROAD.locationAt(-0.1)).hasMessageContaining("chainageMetres must be within [0, ");
        assertThatThrownBy(() -> ROAD.sectionAt(ROAD.lengthMetres() + 1)).hasMessageContaining("but was");
        assertThatThrownBy(() -> ROAD.headingAt(Double.NaN, Carriageway.NORTHBOUND))
                .hasMessageContaining("but was NaN");
    }

    @Test
    void refusesAJunctionItDoesNotHave() {
        assertThatThrownBy(() -> ROAD.junction("M40", "J99"))
                .hasMessage("name must be a junction of the M40 but was 'J99'");
    }

    /// Flat-Earth distance, exact enough over a hundred metres [m].
    private static double metresBetween(Location from, Location to) {
        return Math.hypot(north(from, to), east(from, to));
    }

    private static double bearing(Location from, Location to) {
        return Math.toDegrees(Math.atan2(east(from, to), north(from, to)));
    }

    private static double north(Location from, Location to) {
        return (to.latitude() - from.latitude()) * 111_195;
    }

    private static double east(Location from, Location to) {
        return (to.longitude() - from.longitude()) * 111_195 * Math.cos(Math.toRadians(from.latitude()));
    }
}
