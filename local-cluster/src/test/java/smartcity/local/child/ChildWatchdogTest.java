package smartcity.local.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a child when its launcher is killed, and of its watchdog when the child ends.
class ChildWatchdogTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    private Path logs;

    private ChildProcess launcher;
    private ProcessHandle worker;
    private ProcessHandle watchdog;

    /// A launcher with one child, which never ends by itself.
    static final class Launcher {
        private Launcher() {}

        static void main(String[] args) throws InterruptedException {
            ChildProgram worker = new ChildProgram("worker", List.of("sleep", "600"), Map.of());
            System.out.println(
                    "worker " + ChildProcess.start(worker, Path.of(args[0])).pid());
            new CountDownLatch(1).await();
        }
    }

    @BeforeEach
    void startALauncherWithAChild() {
        List<String> main =
                List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName(), logs.toString());
        launcher = ChildProcess.start(JavaCommand.program("launcher", List.of("-Xmx32m"), main, Map.of()), logs);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(launcher.lastLines(1)).anyMatch(line -> line.startsWith("worker ")));
        worker = ProcessHandle.of(
                        Long.parseLong(launcher.lastLines(1).getFirst().substring("worker ".length())))
                .orElseThrow();
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(worker.children()).hasSize(1));
        watchdog = worker.children().findFirst().orElseThrow();
    }

    @AfterEach
    void leaveNothing() {
        launcher.kill();
        worker.destroyForcibly();
        watchdog.destroyForcibly();
    }

    private static void awaitEndOf(ProcessHandle process) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(process.isAlive()).isFalse());
    }

    private static void signal(String signal, ProcessHandle process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    @Test
    void endsTheChildOfALauncherThatWasKilled() {
        launcher.kill();

        awaitEndOf(worker);
        awaitEndOf(watchdog);
    }

    @Test
    void endsAChildThatIsStopped() throws IOException, InterruptedException {
        signal("STOP", worker);

        launcher.kill();

        awaitEndOf(worker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "HUP", "TERM", "QUIT"})
    void holdsAfterASignalToTheWholeGroup(String signal) throws IOException, InterruptedException {
        signal(signal, watchdog);

        launcher.kill();

        awaitEndOf(worker);
    }

    @Test
    void endsWithAChildThatWasKilled() {
        worker.destroyForcibly();

        awaitEndOf(watchdog);
        assertThat(launcher.isAlive()).isTrue();
    }

    @Test
    void endsWithAChildThatEnds() {
        worker.destroy();

        awaitEndOf(watchdog);
        assertThat(launcher.isAlive()).isTrue();
    }
}
