package smartcity.emission.kafka.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeviceShardsTest {
    @Test
    void holdAboutTheSameNumberOfDevicesEach() {
        DeviceShards shards = new DeviceShards(64);

        Map<Integer, Long> devices = IntStream.range(0, 12_000)
                .mapToObj("vehicle-%05d"::formatted)
                .map(shards::of)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        // 187.5 on average; chance alone would leave one shard in a thousand beyond 4.5 standard deviations of 13.6
        assertThat(devices).hasSize(64).allSatisfy((shard, count) -> {
            assertThat(shard).isBetween(0, 63);
            assertThat(count).isBetween(126L, 249L);
        });
    }

    @Test
    void ofOneHoldsEverything() {
        assertThat(new DeviceShards(1).of("weather-a")).isZero();
    }

    @Test
    void refusesNone() {
        assertThatThrownBy(() -> new DeviceShards(0)).hasMessage("shards must be within [1, 10000] but was 0");
    }
}
