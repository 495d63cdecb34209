package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeapSizesTest {
    @Test
    void growsWithTheFleetWhereVehiclesAreHeld() {
        HeapSizes heap = new HeapSizes(12_000, 1);

        assertThat(heap.flag(CityService.VEHICLE)).isEqualTo("-Xmx200m");
        assertThat(heap.flag(CityService.WEATHER)).isEqualTo("-Xmx128m");
        assertThat(heap.flag(CityService.VIEW)).isEqualTo("-Xmx48m");
    }

    @Test
    void refusesAFleetThatDoesNotFitIntoTheMachine() {
        // 128 + 1,000 * 6 MiB twice, and 1,536 MiB for the others
        HeapSizes heap = new HeapSizes(1_000_000, 2);

        heap.requireRoom(13_792);

        assertThatThrownBy(() -> heap.requireRoom(13_791))
                .hasMessage(
                        "1,000,000 vehicles in 2 processes need 13,792 MiB and this machine has 13,791: choose fewer"
                                + " with --vehicles, --rate or --replicas");
    }
}
