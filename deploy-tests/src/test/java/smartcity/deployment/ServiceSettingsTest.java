package smartcity.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {
    private static final ServiceSettings SINK = ServiceSettings.of("s3-parquet-sink");
    private static final ServiceSettings VEHICLE = ServiceSettings.of("vehicle-simulator");

    @Test
    void knowsTheSettingsOfTheServiceAndItsLibraries() {
        Map<String, String> environment = Map.ofEntries(
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"),
                Map.entry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL"),
                Map.entry("VEHICLE_TOPIC", "vehicles"),
                Map.entry("SINK_BUCKET", "lake"),
                Map.entry("SINK_ROLLOVER_MAX_AGE", "PT1M"),
                Map.entry("SINK_TOPIC_ORDER_LINES_WINDOW", "PT1H"),
                Map.entry("QUARKUS_HTTP_HOST", "0.0.0.0"),
                Map.entry("QUARKUS_LOG_CATEGORY__SMARTCITY__LEVEL", "DEBUG"),
                Map.entry("QUARKUS_S3_ENDPOINT_OVERRIDE", "http://s3:9000"),
                Map.entry("AWS_REGION", "eu-west-2"),
                Map.entry("AWS_WEB_IDENTITY_TOKEN_FILE", "/var/run/secrets/token"),
                Map.entry("JDK_JAVA_OPTIONS", "-Xmx64m"));

        assertThat(SINK.problems(environment)).isEmpty();
    }

    @Test
    void knowsTheChannelsOfASimulator() {
        List<String> variables = List.of(
                "MP_MESSAGING_OUTGOING_CITY_LINGER_MS",
                "MP_MESSAGING_INCOMING_WEATHER_DATA_SESSION_TIMEOUT_MS",
                "VEHICLE_COUNT",
                "SHARDS_COUNT");

        assertThat(VEHICLE.unknown(variables)).isEmpty();
    }

    @Test
    void refusesWhatSetsNothing() {
        List<String> variables =
                List.of("SINK_BUKET", "KAFKA_BOOTSTRAP_SERVER", "QUARKUS_HTTP_PROT", "AWS_REGOIN", "VEHICLE_COUNT");

        assertThat(SINK.unknown(variables))
                .containsExactly(
                        "s3-parquet-sink: AWS_REGOIN is no setting",
                        "s3-parquet-sink: KAFKA_BOOTSTRAP_SERVER is no setting",
                        "s3-parquet-sink: QUARKUS_HTTP_PROT is no setting",
                        "s3-parquet-sink: SINK_BUKET is no setting",
                        "s3-parquet-sink: VEHICLE_COUNT is no setting");
    }

    @Test
    void refusesAValueThatOnlyABuildCanSet() {
        assertThat(SINK.unknown(List.of("QUARKUS_HTTP_ROOT_PATH")))
                .containsExactly("s3-parquet-sink: QUARKUS_HTTP_ROOT_PATH must be set when the service is built");
    }

    @Test
    void refusesAValueOfAnotherType() {
        assertThat(SINK.problems(Map.of("SINK_ROLLOVER_MAX_AGE", "a minute", "SINK_FILES", "small")))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("sink.rollover.max-age"))
                .anyMatch(problem -> problem.contains("sink.files"));
    }

    @Test
    void knowsNoOtherServices() {
        assertThatThrownBy(() -> ServiceSettings.of("sink"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but was sink");
    }
}
