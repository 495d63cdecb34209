package smartcity.view.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import smartcity.event.Carriageway;
import smartcity.event.Location;
import smartcity.road.Road;

class RoadMatcherTest {
    private static final Road ROAD = Road.londonToBirmingham();

    private final RoadMatcher matcher = new RoadMatcher(ROAD);

    @Test
    void findsAnyPlaceOnTheRoadWhetherOrNotTheLastOneIsKnown() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            double chainage = random.nextDouble() * ROAD.lengthMetres();
            Location place = ROAD.locationAt(chainage);
            double before = Math.max(0, chainage - 40);

            double found = matcher.chainage(place.latitude(), place.longitude(), Double.NaN)
                    .orElseThrow();
            double foundFromBefore = matcher.chainage(place.latitude(), place.longitude(), before)
                    .orElseThrow();

            assertThat(found).as("without a place before").isCloseTo(chainage, within(3.0));
            assertThat(foundFromBefore).as("from %s m", before).isCloseTo(chainage, within(3.0));
        }
    }

    @Test
    void findsAVehicleThatHasGoneFarSinceItsLastReport() {
        Location place = ROAD.locationAt(150_000);

        assertThat(matcher.chainage(place.latitude(), place.longitude(), 20_000).orElseThrow())
                .isCloseTo(150_000, within(3.0));
    }

    @Test
    void placesFarFromTheRoadAreNotOnIt() {
        assertThat(matcher.chainage(52.2, -0.1, Double.NaN)).isEmpty();
    }

    @Test
    void knowsTheCarriagewayByTheHeading() {
        for (double chainage = 0; chainage < ROAD.lengthMetres(); chainage += 1_000) {
            assertThat(matcher.leadsNorth(chainage, ROAD.headingAt(chainage, Carriageway.NORTHBOUND)))
                    .as("northbound at %s m", chainage)
                    .isTrue();
            assertThat(matcher.leadsNorth(chainage, ROAD.headingAt(chainage, Carriageway.SOUTHBOUND)))
                    .as("southbound at %s m", chainage)
                    .isFalse();
        }
    }

    @Test
    void aVehicleThatStandsAtAJunctionIsParkedAndOneInAQueueIsNot() {
        RestPlaces rests = new RestPlaces(ROAD);
        double junction = ROAD.junction("M40", "J9").chainageMetres();

        assertThat(rests.isParked(junction + 10, 0)).isTrue();
        assertThat(rests.isParked(junction + 10, 12)).isFalse();
        assertThat(rests.isParked(junction + 1_500, 0)).isFalse();
    }
}
