package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.sink.LandedObjects.Landed;

/// The packaged sink and a topic that is deleted and created again under it, beside one that is not.
class TopicRecreationIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String TOPIC = "again_weather";
    private static final String OTHER = "steady_gps";
    private static final String MISMATCH = "topic " + TOPIC + " must be topic ID ";

    private final TestKafka kafka = TestKafka.shared();
    private final LocalBucket bucket = LocalBucket.create();

    @TempDir
    private Path folder;

    @Test
    void landsNothingOfTheNewTopicBeforeAnOperatorOpensAnEra() throws Exception {
        kafka.create(List.of(TOPIC, OTHER));
        try (SinkProcess sink = start(Map.of())) {
            sendWeather(100);
            sendGps(100);
            await().atMost(SOON).untilAsserted(() -> assertThat(landed(TOPIC)).isEqualTo(new Landed(100, 100)));
            kafka.recreate(TOPIC);
            sendWeather(150);
            sendGps(50);

            await().atMost(SOON).untilAsserted(() -> assertThat(sink.status()).contains(MISMATCH));
            await().atMost(SOON).untilAsserted(() -> assertThat(landed(OTHER)).isEqualTo(new Landed(150, 150)));
            assertThat(sink.process().isAlive()).isTrue();
            assertThat(sink.request("GET", "/q/health/ready").body()).contains(MISMATCH);
        }
        try (SinkProcess sink = start(Map.of())) {
            await().atMost(SOON).untilAsserted(() -> assertThat(sink.status()).contains(MISMATCH));
            assertThat(landed(TOPIC)).isEqualTo(new Landed(100, 100));
        }
        try (SinkProcess sink = start(Map.of("sink.topic." + TOPIC + ".era", "1"))) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    LandedObjects.query("select count(*) from " + LandedObjects.files(objectsOfEra(1))))
                            .isEqualTo(150));
            assertThat(sink.status()).doesNotContain(MISMATCH);
        }
    }

    private List<String> objectsOfEra(int era) throws Exception {
        List<String> objects = new LandedObjects(bucket)
                .objects("data/" + TOPIC + "/").stream()
                        .filter(name -> name.contains("-e" + era + "-"))
                        .toList();
        assertThat(objects).isNotEmpty();
        return objects;
    }

    private Landed landed(String topic) throws Exception {
        return new LandedObjects(bucket).landed(topic);
    }

    private void sendWeather(int records) {
        for (int i = 0; i < records; i++) {
            kafka.send(TOPIC, i, TestRecords.weather(i));
        }
        kafka.flush();
    }

    private void sendGps(int records) {
        for (int i = 0; i < records; i++) {
            kafka.send(OTHER, i, TestRecords.gps(i));
        }
        kafka.flush();
    }

    private SinkProcess start(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "sink.group",
                "again",
                "sink.rollover.max-age",
                "PT1S",
                "sink.city.weather",
                TOPIC,
                "sink.city.gps",
                OTHER));
        settings.putAll(more);
        return SinkProcess.start(kafka.servers(), bucket, folder.resolve("sink.log"), settings);
    }
}
