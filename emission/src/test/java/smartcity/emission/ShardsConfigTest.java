package smartcity.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smartcity.emission.kafka.shard.ShardGroup;

class ShardsConfigTest {
    @Test
    void dividesInto64UnlessSetOtherwise() {
        ShardsConfig config = read(Map.of());

        assertThat(config.count()).isEqualTo(64);
        assertThat(config.commitInterval()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.resumeWithin()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void takesEverySetting() {
        ShardsConfig config =
                read(Map.of("shards.count", "8", "shards.commit-interval", "PT1S", "shards.resume-within", "PT5M"));

        assertThat(config.count()).isEqualTo(8);
        assertThat(config.commitInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.resumeWithin()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> read(Map.of("shards.number", "8"))).hasMessageContaining("shards.number");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> member(Map.of("shards.commit-interval", "PT6S")))
                .hasMessage("shards.commit-interval must be within [PT0.01S, PT5S] but was PT6S");
        assertThatThrownBy(() -> member(Map.of("shards.resume-within", "PT-1S")))
                .hasMessage("shards.resume-within must not be negative but was PT-1S");
        assertThatThrownBy(() -> member(Map.of("shards.count", "0")).topics())
                .hasMessage("shards must be within [1, 10000] but was 0");
    }

    @Test
    void namesTheTopicAfterTheService() {
        assertThat(member(Map.of()).topics()).isEqualTo(Map.of("some-simulator_shards", 64));
    }

    private static GroupMembership member(Map<String, String> settings) {
        return new GroupMembership(new ShardGroup(), read(settings), "some-simulator");
    }

    private static ShardsConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(ShardsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 1000))
                .withValidateUnknown(true)
                .build()
                .getConfigMapping(ShardsConfig.class);
    }
}
