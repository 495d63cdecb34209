package smartcity.local.infra;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.child.FileFailure;
import smartcity.local.child.JavaCommand;
import smartcity.local.child.LaunchException;
import smartcity.local.child.ReadinessProbe;
import smartcity.local.child.StopRequest;

/// Starts Kafka and S3 on the data folder of the settings, new or old.
public final class LocalInfra {
    /// Generous: a cold start takes 3 to 6 s on two cores; recovering a large log after a crash takes longer.
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private static final List<String> KAFKA_FLAGS = List.of(
            "-Xms64m", "-Xmx256m", "-Djava.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$s %3$s %5$s%6$s%n");

    private final BuiltProject project;
    private final InfraSettings settings;

    public LocalInfra(BuiltProject project, InfraSettings settings) {
        this.project = project;
        this.settings = settings;
    }

    /// Starts the broker without waiting for it.
    ///
    /// @throws LaunchException if its port is taken
    public ChildProcess startKafka() {
        settings.kafkaPort().requireFree();
        Path file = write("kafka.properties", BrokerProperties.of(settings, LoopbackPort.anyFree()));
        List<String> main = List.of("-cp", project.brokerClassPath(), BrokerProgram.class.getName(), file.toString());
        return ChildProcess.start(JavaCommand.program("kafka", KAFKA_FLAGS, main, Map.of()), settings.logs());
    }

    /// Starts S3, with its bucket, without waiting for it.
    ///
    /// @throws LaunchException if its port is taken
    public ChildProcess startS3() {
        settings.s3Port().requireFree();
        createFolder(settings.s3Folder().resolve(InfraSettings.BUCKET));
        Path file = write("s3proxy.properties", s3Properties());
        List<String> main = List.of("-jar", project.s3Proxy().toString(), "--properties", file.toString());
        ChildProgram program = JavaCommand.program("s3", List.of("-Xmx128m"), main, Map.of());
        return ChildProcess.start(program, settings.logs());
    }

    /// Waits until S3 answers; it refuses a request without a signature, and that is an answer.
    ///
    /// @return false if a stop was requested first
    public boolean awaitS3(ChildProcess s3, StopRequest stop) {
        return new ReadinessProbe(settings.s3Endpoint(), status -> status < 500, START_LIMIT).await(s3, stop);
    }

    /// Waits until the broker serves requests.
    ///
    /// @return false if a stop was requested first
    public boolean awaitKafka(ChildProcess kafka, KafkaTopics topics, StopRequest stop) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!topics.brokerAnswers()) {
            if (!kafka.isAlive()) {
                throw new LaunchException(kafka.exitMessage());
            }
            if (System.nanoTime() > deadline) {
                throw new LaunchException(
                        "kafka is not ready after " + START_LIMIT.toSeconds() + " s; its log is " + kafka.log());
            }
            if (stop.awaitRequest(Duration.ofMillis(100))) {
                return false;
            }
        }
        return true;
    }

    private Properties s3Properties() {
        Properties properties = new Properties();
        properties.setProperty("s3proxy.endpoint", settings.s3Endpoint().toString());
        properties.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        properties.setProperty("s3proxy.identity", InfraSettings.ACCESS_KEY);
        properties.setProperty("s3proxy.credential", InfraSettings.SECRET_KEY);
        properties.setProperty("jclouds.provider", "filesystem-nio2");
        properties.setProperty("jclouds.filesystem.basedir", settings.s3Folder().toString());
        return properties;
    }

    private Path write(String name, Properties properties) {
        createFolder(settings.data());
        Path file = settings.data().resolve(name);
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, "Written at every start; changes here are lost");
            return file;
        } catch (IOException e) {
            throw new LaunchException("Failed to write " + file + ": " + FileFailure.reason(e), e);
        }
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LaunchException("Failed to create folder " + folder + ": " + FileFailure.reason(e), e);
        }
    }
}
