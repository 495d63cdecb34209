package smartcity.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceVariablesTest {
    private final ServiceVariables variables = new ServiceVariables(
            Set.of(
                    "simulation.seed",
                    "simulation.factor",
                    "fault.late",
                    "fault.late-median",
                    "view.hosts",
                    "view.hosts[*]",
                    "topics.vehicle",
                    "vehicle.count"),
            List.of("VEHICLE_TOPIC"));

    @ParameterizedTest
    @CsvSource({
        "SIMULATION_SEDE, SIMULATION_SEED",
        "SIMULATION_, SIMULATION_SEED",
        "FAULT_LAET, FAULT_LATE",
        "FAULT_LATEMEDIAN, FAULT_LATE_MEDIAN",
        "VEHICLE_TOPICS, VEHICLE_TOPIC",
        "VIEW_HOTS, VIEW_HOSTS",
    })
    void refusesAnUnknownVariableWithThePrefixOfASetting(String name, String nearest) {
        assertRefused(name, nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "FAULTS_LATE, FAULT_LATE",
        "FAULTS_LATE_MEDIAN, FAULT_LATE_MEDIAN",
        "SIMULATOR_SEED, SIMULATION_SEED",
        "TOPIC_VEHICLE, TOPICS_VEHICLE",
        "VIEWS_HOSTS, VIEW_HOSTS",
        "SIMULATON_SEED, SIMULATION_SEED",
        "VHICLE_TOPIC, VEHICLE_TOPIC",
    })
    void refusesAMisspeltPrefixToo(String name, String nearest) {
        assertRefused(name, nearest);
    }

    private void assertRefused(String name, String nearest) {
        assertThat(variables.refusal(name))
                .contains(name + " must be the variable of a setting; the nearest is " + nearest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SIMULATION_SEED",
                "VEHICLE_TOPIC",
                "VIEW_HOSTS_0_",
                "VIEW_HOSTS_1",
                "VEHICLE_SIMULATOR_SERVICE_HOST",
                "VEHICLE_SIMULATOR_SERVICE_PORT_HTTP",
                "VEHICLE_SIMULATOR_PORT",
                "VEHICLE_SIMULATOR_PORT_8081_TCP_ADDR",
                "VIEW_PORT_8080_TCP",
                "VIEWS",
                "VEHICLE",
                "REVIEW_HOST",
                "TOPIC",
                "DEFAULT_LATENCY",
                "_SIMULATION_SEED_OF_MINE",
                "JAVA_HOME",
                ""
            })
    void leavesWhatSetsSomethingAndWhatIsNotOfTheService(String name) {
        assertThat(variables.refusal(name)).isEmpty();
    }

    @Test
    void namesEachInOrder() {
        assertThat(variables.refusals(Set.of("VIEW_HOST_", "PATH", "FAULTS_LATE", "SIMULATION_SEED")))
                .containsExactly(
                        "FAULTS_LATE must be the variable of a setting; the nearest is FAULT_LATE",
                        "VIEW_HOST_ must be the variable of a setting; the nearest is VIEW_HOSTS");
    }
}
