package smartcity.validation.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import smartcity.demand.RoadLink;
import smartcity.event.Location;
import smartcity.road.Road;

class CountingPlacesTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final double STEP_METRES = 500;

    private final CountingPlaces places = new CountingPlaces(ROAD);

    @Test
    void aDriveToBirminghamPassesEachCountedLinkOnce() {
        List<RoadLink> passed = new ArrayList<>();
        for (double metres = 0; metres + STEP_METRES < ROAD.lengthMetres(); metres += STEP_METRES) {
            places.passed(ROAD.locationAt(metres), ROAD.locationAt(metres + STEP_METRES))
                    .ifPresent(passed::add);
        }

        assertThat(passed).containsExactlyElementsOf(RoadLink.counted());
    }

    @Test
    void aDriveToLondonPassesThePlaceToo() {
        double middle = RoadLink.J9_J10.middleMetres(ROAD);
        Location behind = ROAD.locationAt(middle - 1000);
        Location ahead = ROAD.locationAt(middle + 1000);

        assertThat(places.passed(ahead, behind)).contains(RoadLink.J9_J10);
    }

    @Test
    void aVehicleThatStaysOnOneSidePassesNoPlace() {
        double middle = RoadLink.J9_J10.middleMetres(ROAD);

        assertThat(places.passed(ROAD.locationAt(middle - 1000), ROAD.locationAt(middle - 1)))
                .isEmpty();
    }
}
