package smartcity.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.emission.fault.FaultKind;
import smartcity.emission.fault.FaultRates;

class FaultConfigTest {
    @Test
    void injectsNothingUnlessSetOtherwise() {
        FaultConfig config = read(Map.of());

        assertThat(config.rates().none()).isTrue();
        assertThat(config.lateMedian()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.episode()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.header()).isTrue();
    }

    @Test
    void takesEverySetting() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "fault.late-median", "PT5S",
                "fault.episode", "PT10M",
                "fault.header", "false"));
        Map<FaultKind, Double> expected = new HashMap<>();
        for (FaultKind kind : FaultKind.values()) {
            double rate = 1.0 / (expected.size() + 2);
            settings.put("fault." + kind.word(), String.valueOf(rate));
            expected.put(kind, rate);
        }

        FaultConfig config = read(settings);

        assertThat(config.rates()).isEqualTo(new FaultRates(expected, Duration.ofSeconds(5), Duration.ofMinutes(10)));
        assertThat(config.header()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void refusesARateThatIsNoShare(FaultKind kind) {
        assertThatThrownBy(() -> read(Map.of("fault." + kind.word(), "1.01")).rates())
                .hasMessage("fault.%s must be within [0, 1] but was 1.01", kind.word());
    }

    @Test
    void refusesAnEpisodeOfNoLength() {
        assertThatThrownBy(() -> read(Map.of("fault.episode", "PT0S")).rates())
                .hasMessage("fault.episode must be positive but was PT0S");
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> read(Map.of("fault.lates", "0.1"))).hasMessageContaining("fault.lates");
    }

    private static FaultConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(FaultConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 1000))
                .withValidateUnknown(true)
                .build()
                .getConfigMapping(FaultConfig.class);
    }
}
