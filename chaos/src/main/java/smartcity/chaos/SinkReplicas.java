package smartcity.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.LoopbackPort;
import smartcity.local.infra.PackagedSink;

/// The sinks, each a packaged process of its own. For one thread.
final class SinkReplicas implements AutoCloseable {
    private static final Duration END_TIMEOUT = Duration.ofSeconds(60);

    private final Path logs;
    private final Function<Integer, ChildProcess> starter;
    private final List<Integer> ports = IntStream.range(0, ChaosSchedule.SINKS)
            .mapToObj(_ -> LoopbackPort.anyFree())
            .toList();
    private final Map<Integer, ChildProcess> sinks = new TreeMap<>();
    private final Map<Integer, Integer> starts = new HashMap<>();
    private final Map<String, String> changed = new HashMap<>();
    private int kills;

    /// @param environment the settings of every sink
    /// @throws LaunchException if the sink is not built
    SinkReplicas(BuiltProject project, Path logs, Map<String, String> environment) {
        this.logs = logs;
        PackagedSink application = project.sink();
        this.starter = sink -> {
            Map<String, String> own = new HashMap<>(environment);
            own.putAll(changed);
            own.put("QUARKUS_HTTP_HOST", "127.0.0.1");
            own.put("QUARKUS_HTTP_PORT", Integer.toString(ports.get(sink)));
            String name = "sink-" + sink + "-run-" + starts.merge(sink, 1, Integer::sum);
            return ChildProcess.start(application.program(name, own), logs);
        };
    }

    /// Sets a variable of every sink that starts from now on.
    void change(String variable, String value) {
        changed.put(variable, value);
    }

    /// The sinks that have been started and not terminated.
    List<Integer> started() {
        return List.copyOf(sinks.keySet());
    }

    void start(int sink) {
        sinks.put(sink, starter.apply(sink));
    }

    void killAndStart(int sink) {
        child(sink).kill();
        kills++;
        start(sink);
    }

    /// Whether the sink has started so far that its loop runs.
    boolean isUp(int sink) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), ports.get(sink))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void signal(int sink, String signal) {
        signal(child(sink), signal);
    }

    void signal(ChildProcess process, String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new LaunchException("Failed to send SIG" + signal + " to " + process.name());
            }
        } catch (IOException e) {
            throw new LaunchException("Failed to send SIG" + signal + ": " + FileFailure.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while signalling", e);
        }
    }

    /// Sends SIGTERM to the sink and waits until it has left its group and ended.
    ///
    /// @return whether it ended by itself in time
    boolean terminate(int sink) {
        ChildProcess child = child(sink);
        sinks.remove(sink);
        return child.stop(END_TIMEOUT);
    }

    /// A sink that has ended although it was not terminated.
    Optional<ChildProcess> ended() {
        return sinks.values().stream().filter(child -> !child.isAlive()).findFirst();
    }

    /// How many lines of all logs contain `text`.
    long logged(String text) {
        try (Stream<Path> files = Files.list(logs)) {
            long count = 0;
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("sink-"))
                    .toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    count += lines.filter(line -> line.contains(text)).count();
                }
            }
            return count;
        } catch (IOException e) {
            throw new LaunchException("Failed to read the logs in " + logs + ": " + FileFailure.reason(e), e);
        }
    }

    int kills() {
        return kills;
    }

    private ChildProcess child(int sink) {
        ChildProcess child = sinks.get(sink);
        if (child == null) {
            throw new IllegalStateException("sink-" + sink + " was not started");
        }
        return child;
    }

    @Override
    public void close() {
        sinks.values().forEach(ChildProcess::kill);
    }
}
