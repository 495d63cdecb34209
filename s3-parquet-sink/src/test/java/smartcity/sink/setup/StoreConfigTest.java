package smartcity.sink.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import smartcity.sink.setup.StoreConfig.Encrypter;
import smartcity.sink.store.ObjectEncryption;
import smartcity.sink.store.ObjectSettings;
import smartcity.sink.store.ObjectTransfer;

class StoreConfigTest {
    private static StoreConfig config(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(StoreConfig.class)
                .build();
        return config.getConfigMapping(StoreConfig.class);
    }

    @Test
    void hasADefaultForEverySetting() {
        StoreConfig store = config(Map.of());

        assertThat(store.partSize().asLongValue()).isEqualTo(16_777_216);
        assertThat(store.requestTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(store.conditionalWrites()).isTrue();
        assertThat(store.checksums()).isTrue();
        assertThat(store.encryption()).isEmpty();
        assertThat(store.kmsKey()).isEmpty();
        assertThat(store.bucketKey()).isTrue();
        assertThat(store.storageClass()).isEmpty();
        assertThat(store.tags()).isEmpty();
        assertThat(StoreSetup.settings(store)).isEqualTo(ObjectSettings.DEFAULT);
    }

    @Test
    void readsEverySetting() {
        StoreConfig store = config(Map.of(
                "sink.s3.part-size", "8M",
                "sink.s3.request-timeout", "PT2M",
                "sink.s3.conditional-writes", "false",
                "sink.s3.checksums", "false",
                "sink.s3.encryption", "sse-kms",
                "sink.s3.kms-key", "alias/lake",
                "sink.s3.bucket-key", "false",
                "sink.s3.storage-class", "STANDARD_IA",
                "sink.s3.tags", "team=roads, env=prod"));

        assertThat(store.requestTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(store.encryption()).contains(Encrypter.SSE_KMS);
        assertThat(StoreSetup.settings(store))
                .isEqualTo(new ObjectSettings(
                        new ObjectTransfer(8 << 20, 8 << 20, false, false),
                        new ObjectEncryption.ByKms(Optional.of("alias/lake"), false),
                        Optional.of("STANDARD_IA"),
                        Map.of("team", "roads", "env", "prod")));
    }

    @Test
    void rejectsAMisspeltKey() {
        assertThatThrownBy(() -> config(Map.of("sink.s3.part-sise", "8M"))).hasMessageContaining("sink.s3.part-sise");
    }

    @Test
    void refusesAKmsKeyWithoutSseKms() {
        StoreConfig store = config(Map.of("sink.s3.encryption", "sse-s3", "sink.s3.kms-key", "alias/lake"));

        assertThatThrownBy(() -> StoreSetup.settings(store))
                .hasMessage("sink.s3.kms-key must come with sink.s3.encryption=sse-kms but was alias/lake");
    }

    @Test
    void refusesATagWithoutAName() {
        StoreConfig store = config(Map.of("sink.s3.tags", "team=roads,prod"));

        assertThatThrownBy(() -> StoreSetup.settings(store)).hasMessage("sink.s3.tags must be name=value but was prod");
    }

    @Test
    void refusesPartSizesBeyondTheLimitsOfS3() {
        StoreConfig small = config(Map.of("sink.s3.part-size", "4M"));
        StoreConfig large = config(Map.of("sink.s3.part-size", "6G"));

        assertThatThrownBy(() -> StoreSetup.settings(small))
                .hasMessageContaining("within [5 MiB, 5 GiB] but was 4194304");
        assertThatThrownBy(() -> StoreSetup.settings(large))
                .hasMessageContaining("within [0, 5 GiB] but was 6442450944");
    }
}
