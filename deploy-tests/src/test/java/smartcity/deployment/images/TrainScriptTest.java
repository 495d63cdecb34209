package smartcity.deployment.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.deployment.Tool;

/// The script that gives the sink's image an AOT cache refuses one that its JVM will not use. A program stands in the
/// place of Docker.
class TrainScriptTest {
    private static final String DOCKER = """
            #!/bin/sh
            case "$*" in
                "image inspect"*) echo '["java","-jar","/app/quarkus-run.jar"]' ;;
                compose*" stop "*) for folder in target/tmp.*/cache; do printf %s "$CACHE" > "$folder/sink.aot"; done ;;
                "run "*) echo "$ANSWER"; exit 1 ;;
            esac
            """;

    @TempDir
    private Path folder;

    @Test
    void takesACacheWithWhichTheSinkStarts() throws Exception {
        Outcome outcome = train("a cache", "No Kafka");

        assertThat(outcome.code()).as(outcome.output()).isZero();
    }

    @Test
    void refusesACacheThatTheJvmDoesNotUse() throws Exception {
        Outcome outcome = train("a cache", "Unable to use AOT cache.");

        assertThat(outcome.code()).isOne();
        assertThat(outcome.output()).contains("The cache of city/sink:1-aot does not fit its image");
    }

    @Test
    void refusesACacheThatWasNotWritten() throws Exception {
        Outcome outcome = train("", "No Kafka");

        assertThat(outcome.code()).isOne();
        assertThat(outcome.output()).contains("The sink of city/sink:1 ended before it had written its cache");
    }

    private record Outcome(int code, String output) {}

    private Outcome train(String cache, String answer) throws IOException, InterruptedException {
        Path docker = Files.writeString(folder.resolve("docker"), DOCKER);
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder script = new ProcessBuilder("deploy/images/train", "city/sink:1", "city/sink:1-aot")
                .directory(Tool.REPOSITORY.toFile())
                .redirectErrorStream(true);
        script.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        script.environment().put("TRAINING_SECONDS", "0");
        script.environment().put("CACHE", cache);
        script.environment().put("ANSWER", answer);
        Process process = script.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
