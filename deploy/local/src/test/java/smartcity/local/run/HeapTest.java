package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeapTest {
    @Test
    void growsWithTheFleetOfTheVehicleSimulatorAlone() {
        Heap heap = new Heap(12_000, 1);

        assertThat(heap.flag(Service.VEHICLE)).isEqualTo("-Xmx200m");
        assertThat(heap.flag(Service.WEATHER)).isEqualTo("-Xmx128m");
    }

    @Test
    void refusesAFleetThatDoesNotFitIntoTheMachine() {
        // 128 + 1,000 * 6 MiB twice, and 1,536 MiB for the others
        Heap heap = new Heap(1_000_000, 2);

        heap.requireRoom(13_792);

        assertThatThrownBy(() -> heap.requireRoom(13_791))
                .hasMessage(
                        "1,000,000 vehicles in 2 processes need 13,792 MiB and this machine has 13,791: choose fewer"
                                + " with --vehicles, --rate or --replicas");
    }
}
