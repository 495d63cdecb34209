package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaCountsTest {
    @Test
    void takesANumberForAllSimulatorsAndForOne() {
        ReplicaCounts replicas = ReplicaCounts.parse(List.of("2", "vehicle-simulator=3"));

        assertThat(replicas.of(CityService.SINK)).isEqualTo(1);
        assertThat(replicas.of(CityService.WEATHER)).isEqualTo(2);
        assertThat(replicas.of(CityService.INCIDENT)).isEqualTo(2);
        assertThat(replicas.of(CityService.VEHICLE)).isEqualTo(3);
    }

    @Test
    void runsOneOfEachUnlessAsked() {
        List<ServiceReplica> line = ReplicaCounts.parse(List.of()).withPorts(8081, _ -> true);

        assertThat(line)
                .extracting(ServiceReplica::name)
                .containsExactly("s3-parquet-sink", "weather-simulator", "incident-simulator", "vehicle-simulator");
        assertThat(line).extracting(replica -> replica.port().number()).containsExactly(8084, 8082, 8083, 8081);
    }

    @Test
    void givesFurtherProcessesNumbersAndTheNextFreePorts() {
        List<ServiceReplica> line = ReplicaCounts.parse(List.of("vehicle-simulator=3", "weather-simulator=2"))
                .withPorts(8081, port -> port != 8086);

        assertThat(line.stream().map(replica -> replica.name() + " " + replica.status()))
                .containsExactly(
                        "s3-parquet-sink http://127.0.0.1:8084/sink/status",
                        "weather-simulator http://127.0.0.1:8082/simulator/status",
                        "weather-simulator-2 http://127.0.0.1:8085/simulator/status",
                        "incident-simulator http://127.0.0.1:8083/simulator/status",
                        "vehicle-simulator http://127.0.0.1:8081/simulator/status",
                        "vehicle-simulator-2 http://127.0.0.1:8087/simulator/status",
                        "vehicle-simulator-3 http://127.0.0.1:8088/simulator/status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "vehicle-simulator", "vehicle-simulator=", "=3", "-1", "1.5"})
    void refusesAnotherForm(String text) {
        assertThatThrownBy(() -> ReplicaCounts.parse(List.of(text)))
                .hasMessage("Expected --replicas with a number or with a service and a number such as"
                        + " vehicle-simulator=3, got: " + text);
    }

    @Test
    void refusesAServiceThatIsNoSimulator() {
        assertThatThrownBy(() -> ReplicaCounts.parse(List.of("s3-parquet-sink=2")))
                .hasMessage(
                        "--replicas must name one of weather-simulator, incident-simulator, vehicle-simulator but was"
                                + " s3-parquet-sink");
    }

    @Test
    void refusesNoneAndMoreThanThereAreShards() {
        assertThatThrownBy(() -> ReplicaCounts.parse(List.of("0")))
                .hasMessage("--replicas must be within [1, 64] but was 0");
        assertThatThrownBy(() -> ReplicaCounts.parse(List.of("65")))
                .hasMessage("--replicas must be within [1, 64] but was 65");
    }
}
