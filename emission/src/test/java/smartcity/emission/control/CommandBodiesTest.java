package smartcity.emission.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.junit.jupiter.api.Test;
import smartcity.emission.fault.FaultKind;
import smartcity.emission.fault.FaultRates;

class CommandBodiesTest {
    @Test
    void readsWhatItWrites() throws Exception {
        FactorRequest factor = new FactorRequest(60);
        RunningRequest running = new RunningRequest(false);
        FaultRequest faults = new FaultRequest(
                Map.of(FaultKind.OUT_OF_ORDER, 0.25), Optional.of(Duration.ofSeconds(10)), Optional.empty());

        assertThat(FactorRequest.of(factor.toJson())).isEqualTo(factor);
        assertThat(RunningRequest.of(running.toJson())).isEqualTo(running);
        assertThat(FaultRequest.of(faults.toJson())).isEqualTo(faults);
    }

    @Test
    void refusesFieldsByName() {
        assertThatThrownBy(() -> FactorRequest.of(json("{\"factor\": 0}")))
                .hasMessage("factor must be a number within [0.1, 3600.0] but was 0");
        assertThatThrownBy(() -> FactorRequest.of(json("{\"factor\": 1, \"unit\": \"s\"}")))
                .hasMessage("unit must be one of [factor] but was s");
        assertThatThrownBy(() -> IntervalRequest.of(json("{\"interval\": \"PT0.0015S\"}")))
                .hasMessage("interval must be in whole milliseconds but was PT0.0015S");
        assertThatThrownBy(() -> FaultRequest.of(json("{\"late\": 1.5}")))
                .hasMessage("late must be a number within [0.0, 1.0] but was 1.5");
    }

    @Test
    void takesTheConfiguredDurationsWhereTheRequestHasNone() throws Exception {
        FaultRates configured =
                new FaultRates(Map.of(FaultKind.LATE, 0.5), Duration.ofSeconds(30), Duration.ofMinutes(2));

        FaultRates requested =
                FaultRequest.of(json("{\"burst\": 0.1, \"episode\": \"PT1M\"}")).over(configured);

        assertThat(requested)
                .isEqualTo(new FaultRates(Map.of(FaultKind.BURST, 0.1), Duration.ofSeconds(30), Duration.ofMinutes(1)));
    }

    @Test
    void showsFaultsInTheFormThatSetsThem() throws Exception {
        FaultRates inEffect =
                new FaultRates(Map.of(FaultKind.LATE, 0.5), Duration.ofSeconds(30), Duration.ofMinutes(2));

        String shown = new ObjectMapper().writeValueAsString(FaultRequest.of(inEffect));

        assertThat(shown)
                .isEqualTo("{\"late\":0.5,\"out-of-order\":0.0,\"duplicate\":0.0,\"dropped\":0.0,\"malformed\":0.0,"
                        + "\"missing-field\":0.0,\"null-field\":0.0,\"gps-outage\":0.0,\"frozen-sensor\":0.0,"
                        + "\"clock-skew\":0.0,\"burst\":0.0,\"late-median\":\"PT30S\",\"episode\":\"PT2M\"}");
        assertThat(FaultRequest.of(json(shown))).isEqualTo(FaultRequest.of(inEffect));
    }

    @Test
    void describesEachFieldThatItReads() {
        SchemaProperty[] described =
                FaultRequest.class.getAnnotation(Schema.class).properties();

        assertThat(described).extracting(SchemaProperty::name).hasSize(FaultKind.values().length + 2);
        assertThatThrownBy(() -> FaultRequest.of(json("{\"x\": 1}")))
                .satisfies(refused -> assertThat(described)
                        .extracting(SchemaProperty::name)
                        .allSatisfy(name -> assertThat(refused.getMessage()).contains(name)));
    }

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) new ObjectMapper().readTree(text);
    }
}
