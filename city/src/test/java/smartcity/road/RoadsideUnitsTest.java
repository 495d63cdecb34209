package smartcity.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoadsideUnitsTest {
    private static final Road ROAD = Road.londonToBirmingham();

    private final RoadsideUnits units = new RoadsideUnits(ROAD);

    /// 39 units on 138.4 km: one every 3.55 km, the first and the last half of that from the ends.
    @Test
    void areSpreadEvenlyOverTheM40() {
        List<RoadsideUnit> all = units.all();

        assertThat(all).hasSize(39);
        assertThat(all.getFirst().chainageMetres())
                .isCloseTo(ROAD.junction("M40", "J1").chainageMetres() + 1774, within(50.0));
        assertThat(all.getLast().chainageMetres())
                .isCloseTo(ROAD.junction("M42", "J3A").chainageMetres() - 1774, within(50.0));
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).chainageMetres() - all.get(i - 1).chainageMetres())
                    .as("distance before unit %s", i)
                    .isCloseTo(3549, within(50.0));
        }
    }

    @Test
    void areNamedByRoadAndKilometre() {
        assertThat(units.all()).allSatisfy(unit -> {
            assertThat(unit.id()).matches("M40-\\d{3}\\.\\d");
            assertThat(Double.parseDouble(unit.id().substring("M40-".length())))
                    .isCloseTo(unit.chainageMetres() / 1000, within(0.051));
        });
        assertThat(units.all()).extracting(RoadsideUnit::id).doesNotHaveDuplicates();
    }

    @Test
    void theNearestIsTheOneAtTheLeastDistanceAnywhereOnTheRoad() {
        for (double chainage = 0; chainage <= ROAD.lengthMetres(); chainage += 97) {
            double here = chainage;

            RoadsideUnit nearest = units.nearest(here);

            assertThat(nearest)
                    .as("at %s m", here)
                    .isEqualTo(units.all().stream()
                            .min(Comparator.comparingDouble(unit -> Math.abs(unit.chainageMetres() - here)))
                            .orElseThrow());
        }
    }
}
