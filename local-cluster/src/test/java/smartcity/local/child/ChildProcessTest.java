package smartcity.local.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    private Path logs;

    private ChildProcess child;

    @BeforeEach
    void startNothing() {
        child = shell("true");
    }

    private ChildProcess shell(String script) {
        return new ShellProgram("worker", script).start(logs);
    }

    @AfterEach
    void endTheChild() {
        child.kill();
    }

    private void awaitOutput(String line) {
        await().untilAsserted(() -> assertThat(child.lastLines(100)).contains(line));
    }

    @Test
    void letsAProcessEndInItsOwnWay() {
        child = shell("trap 'echo landed; exit 0' TERM; echo ready; while :; do sleep 0.1; done");
        awaitOutput("ready");

        boolean byItself = child.stop(TIMEOUT);

        assertThat(byItself).isTrue();
        assertThat(child.exitCode()).isZero();
        assertThat(child.lastLines(1)).containsExactly("landed");
    }

    @Test
    void keepsTheInputOfAStoppingProcessOpen() {
        // A process with a watchdog ends at once when its input ends, without landing what it holds.
        child = shell(
                "exec 3<&0; (cat <&3; echo cut) & trap 'sleep 0.5; echo landed; exit 0' TERM; echo ready; while :; do sleep 0.1; done");
        awaitOutput("ready");

        child.stop(TIMEOUT);

        // Once it has ended, its input ends too, and what still reads it may write.
        assertThat(child.lastLines(10)).startsWith("ready", "landed");
    }

    @Test
    void killsAProcessThatDoesNotEnd() {
        child = shell("trap '' TERM; echo ready; while :; do sleep 0.1; done");
        awaitOutput("ready");

        boolean byItself = child.stop(Duration.ofMillis(200));

        assertThat(byItself).isFalse();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void ignoresCtrlC() throws IOException, InterruptedException {
        child = shell("echo ready; read line");
        awaitOutput("ready");

        new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();
        new ProcessBuilder("kill", "-HUP", Long.toString(child.pid())).start().waitFor();

        assertThat(child.endsWithin(Duration.ofMillis(300))).isFalse();
    }

    @Test
    void keepsTheLogOfTheFormerProcess() throws IOException {
        child = shell("echo first");
        child.endsWithin(TIMEOUT);

        child = shell("echo second");
        child.endsWithin(TIMEOUT);

        assertThat(Files.readString(logs.resolve("worker.log"))).isEqualTo("second\n");
        assertThat(Files.readString(logs.resolve("worker.previous.log"))).isEqualTo("first\n");
    }

    @Test
    void reportsHowAProcessEnded() {
        child = shell("for i in $(seq 30); do echo line $i; done; exit 3");
        child.endsWithin(TIMEOUT);

        String exitMessage = child.exitMessage();

        assertThat(exitMessage)
                .startsWith("worker ended with exit code 3; the end of its log " + logs.resolve("worker.log")
                        + ":\n    line 16\n")
                .endsWith("    line 30");
    }

    @Test
    void namesTheProgramThatCannotStart() {
        child = ChildProcess.start(new ChildProgram("worker", List.of("/nowhere/java"), Map.of()), logs);

        child.endsWithin(TIMEOUT);

        assertThat(child.exitCode()).isEqualTo(127);
        assertThat(child.exitMessage()).contains("/nowhere/java");
    }
}
