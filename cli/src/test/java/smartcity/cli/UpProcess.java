package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.LoopbackPort;
import smartcity.local.infra.NativeExecutables;

/// `./smartcity up` as a process of its own, as users start it, on free ports.
final class UpProcess implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(6);
    private static final int ALL = 1000;

    private final ChildProcess launcher;
    private final Path folder;

    private UpProcess(ChildProcess launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
    }

    /// @param folder holds the data and the launcher's log
    static UpProcess start(Path folder, String... options) {
        return start(folder, Map.of(), options);
    }

    /// @param environment what differs from that of the tests
    static UpProcess start(Path folder, Map<String, String> environment, String... options) {
        BuiltProject project = new BuiltProject(Path.of(".."));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dsmartcity.home=" + project.home(),
                "-D" + NativeExecutables.PROPERTY + "=" + System.getProperty(NativeExecutables.PROPERTY, ""),
                "-cp",
                classPath(),
                SmartCityCli.class.getName(),
                "up",
                "--data=" + folder.resolve("data"),
                "--kafka-port=" + LoopbackPort.anyFree(),
                "--s3-port=" + LoopbackPort.anyFree(),
                "--http-port=" + CityTestRun.firstOfFreePorts(),
                "--partitions=3"));
        command.addAll(List.of(options));
        return new UpProcess(ChildProcess.start(new ChildProgram("launcher", command, environment), folder), folder);
    }

    /// The packaged commands with their libraries.
    static String classPath() {
        Path target = Path.of("target").toAbsolutePath();
        return target.resolve("cli.jar") + File.pathSeparator + target.resolve("lib/*");
    }

    void awaitLine(String start) {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(lines()).anyMatch(line -> line.startsWith(start)));
    }

    /// The process of a service that was started last.
    ProcessHandle latestOf(String module) {
        return ProcessHandle.of(launcher.pid())
                .orElseThrow()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(module))
                .max(Comparator.comparing(child -> child.info().startInstant().orElse(Instant.MIN)))
                .orElseThrow();
    }

    /// Starts another process of a service, with the environment of the one that runs.
    ///
    /// @param settings what differs from it
    ChildProcess startAnother(String module, Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>();
        Path environ = Path.of("/proc", Long.toString(latestOf(module).pid()), "environ");
        for (String variable : Files.readString(environ).split("\0", 0)) {
            environment.put(
                    variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }
        environment.putAll(settings);
        return ChildProcess.start(
                new BuiltProject(Path.of(".."))
                        .service(module)
                        .program(module + "-again", List.of("-Xmx128m"), environment),
                folder);
    }

    /// As Ctrl-C does.
    void askToStop() {
        launcher.askToStop();
    }

    /// Exit status of the launcher, which is to end by itself.
    int awaitEnd() {
        boolean ended = launcher.endsWithin(TIMEOUT);
        assertThat(ended).as("ended, having said %s", lines()).isTrue();
        return launcher.exitCode();
    }

    /// What it has said.
    List<String> lines() {
        return launcher.lastLines(ALL);
    }

    @Override
    public void close() {
        launcher.kill();
    }
}
