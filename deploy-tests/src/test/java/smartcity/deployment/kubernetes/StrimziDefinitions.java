package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The definitions of Strimzi's resources, as its own generator makes them of its model.
final class StrimziDefinitions {
    private static final List<Class<?>> KINDS =
            List.of(Kafka.class, KafkaNodePool.class, KafkaTopic.class, KafkaUser.class);

    private StrimziDefinitions() {}

    /// Writes one file for each kind into the folder. The generator ends its process, so it has one of its own.
    static List<Path> write(Path folder) throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.strimzi.crdgenerator.CrdGenerator",
                "--yaml",
                "--target-kube",
                "1.27+",
                "--crd-api-version",
                "v1"));
        for (Class<?> kind : KINDS) {
            Path file = folder.resolve(kind.getSimpleName() + ".yaml");
            files.add(file);
            command.add(kind.getName() + "=" + file);
        }
        Path log = folder.resolve("generator.log");
        Process generator = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(generator.waitFor()).as(Files.readString(log)).isZero();
        return files;
    }
}
