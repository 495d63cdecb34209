package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.LoopbackPort;

/// `./smartcity up --infra-only` as a process of its own, with a real Kafka and a real S3.
class UpInfraIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final BuiltProject project = new BuiltProject(Path.of(".."));
    private final List<ChildProcess> started = new ArrayList<>();

    @TempDir
    private Path temporary;

    @BeforeAll
    static void silenceTheClient() {
        LogManager.getLogManager().reset();
    }

    @AfterEach
    void leaveNothing() {
        started.forEach(ChildProcess::kill);
    }

    private ChildProcess start(ChildProcess child) {
        started.add(child);
        return child;
    }

    private ChildProcess up(int kafkaPort) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xmx128m",
                "-Dsmartcity.home=" + project.home(),
                "-cp",
                UpProcess.classPath(),
                SmartCityCli.class.getName(),
                "up",
                "--infra-only",
                "--data=" + temporary.resolve("a city"),
                "--kafka-port=" + kafkaPort,
                "--s3-port=" + LoopbackPort.anyFree());
        return start(ChildProcess.start(new ChildProgram("launcher", command, Map.of()), temporary));
    }

    /// What it has printed, without the note of the JVM on the flags that it was given for the test.
    private static List<String> output(ChildProcess launcher) {
        return launcher.lastLines(50).stream()
                .filter(line -> !line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS"))
                .toList();
    }

    private static void awaitReady(ChildProcess launcher) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(launcher.lastLines(50)).contains("Ctrl-C stops in order"));
    }

    /// Kafka and S3, each followed by the shell of its watchdog; the launcher's own watchdog is not its child's.
    private static List<ProcessHandle> childrenOf(ChildProcess launcher) {
        return ProcessHandle.of(launcher.pid())
                .orElseThrow()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .flatMap(child -> Stream.concat(Stream.of(child), child.descendants()))
                .toList();
    }

    private static void awaitEndOf(List<ProcessHandle> children) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void leavesNoOrphanWhenTheLauncherIsKilled() {
        ChildProcess launcher = up(LoopbackPort.anyFree());
        awaitReady(launcher);
        List<ProcessHandle> children = childrenOf(launcher);
        assertThat(children).hasSize(4).allMatch(ProcessHandle::isAlive);

        launcher.kill();

        awaitEndOf(children);
    }

    @Tag("long")
    @Test
    void stopsInOrderOnRequest() {
        ChildProcess launcher = up(LoopbackPort.anyFree());
        awaitReady(launcher);
        List<ProcessHandle> children = childrenOf(launcher);

        launcher.stop(TIMEOUT);

        assertThat(launcher.exitCode()).isZero();
        assertThat(launcher.lastLines(2)).containsExactly("Stopping s3", "Stopping kafka");
        awaitEndOf(children);
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ChildProcess launcher = up(taken.getLocalPort());

            launcher.endsWithin(TIMEOUT);

            assertThat(launcher.exitCode()).isEqualTo(1);
            assertThat(output(launcher))
                    .containsExactly(
                            "Port " + taken.getLocalPort() + ", which Kafka needs, is taken by another program:"
                                    + " stop that program or choose another port with --kafka-port");
        }
    }

    @Tag("long")
    @Test
    void saysWhichProcessEndedAndStopsTheRest() {
        ChildProcess launcher = up(LoopbackPort.anyFree());
        awaitReady(launcher);
        List<ProcessHandle> children = childrenOf(launcher);
        ProcessHandle s3 = children.stream()
                .filter(child -> child.info().commandLine().orElse("").contains("s3proxy"))
                .findFirst()
                .orElseThrow();

        s3.destroyForcibly();
        launcher.endsWithin(TIMEOUT);

        assertThat(launcher.exitCode()).isEqualTo(1);
        assertThat(launcher.lastLines(50))
                .anyMatch(line -> line.startsWith("s3 ended with exit code 137; the end of its log "));
        awaitEndOf(children);
    }
}
