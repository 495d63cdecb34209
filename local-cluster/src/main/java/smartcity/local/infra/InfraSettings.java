package smartcity.local.infra;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Where Kafka and S3 listen and keep their data.
///
/// @param data folder of everything, made when missing
/// @param kafkaPort loopback port of the broker
/// @param s3Port loopback port of S3
public record InfraSettings(Path data, LoopbackPort kafkaPort, LoopbackPort s3Port) {
    /// The bucket of the lake.
    public static final String BUCKET = "smart-city";

    private static final String S3 = "s3";
    static final String ACCESS_KEY = "smart-city";
    /// Known to all: S3 listens on loopback only, and the files lie open in the data folder anyway.
    static final String SECRET_KEY = "smart-city-local";

    public InfraSettings {
        data = data.toAbsolutePath().normalize();
    }

    public static InfraSettings of(Path data, int kafkaPort, int s3Port) {
        return new InfraSettings(
                data,
                new LoopbackPort(kafkaPort, "Kafka", "--kafka-port"),
                new LoopbackPort(s3Port, "S3", "--s3-port"));
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort.number();
    }

    public URI s3Endpoint() {
        return URI.create("http://127.0.0.1:" + s3Port.number());
    }

    public Path logs() {
        return data.resolve("logs");
    }

    Path kafkaFolder() {
        return data.resolve("kafka");
    }

    Path s3Folder() {
        return data.resolve(S3);
    }

    /// The folder whose sub-folders are the topics' objects, as plain files.
    public Path lake() {
        return lake(data);
    }

    /// The lake in a data folder.
    public static Path lake(Path data) {
        return data.resolve(S3).resolve(BUCKET).resolve("data");
    }

    /// What a Quarkus service with the S3 extension needs to reach this S3.
    public Map<String, String> s3Environment() {
        return new TreeMap<>(Map.of(
                "QUARKUS_S3_ENDPOINT_OVERRIDE",
                s3Endpoint().toString(),
                "QUARKUS_S3_PATH_STYLE_ACCESS",
                "true",
                "QUARKUS_S3_AWS_REGION",
                "us-east-1",
                "QUARKUS_S3_AWS_CREDENTIALS_TYPE",
                "static",
                "QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_ACCESS_KEY_ID",
                ACCESS_KEY,
                "QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_SECRET_ACCESS_KEY",
                SECRET_KEY));
    }
}
