package smartcity.local.child;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A running process whose output goes to `<logs>/<name>.log`; the log of the run before is kept as
/// `<name>.previous.log`.
///
/// Ctrl-C in a terminal reaches every process of the foreground group at once. A child ignores it, and a hang-up
/// too: only the launcher decides what stops and when. When the launcher is gone, for whatever reason, its children
/// are killed at once. Safe for use by several threads.
public final class ChildProcess {
    /// `sh` keeps its process id over `exec`, and a signal ignored before `exec` stays ignored by the program.
    ///
    /// The watchdog: a second shell reads the child's standard input, whose other end the launcher holds and never
    /// writes to, and kills the child at its end. The operating system ends it even after SIGKILL, and even while
    /// the dead launcher is a zombie, which still is in the process table. The stream needs a
    /// number of its own: the standard input of what runs in the background is empty.
    ///
    /// When the child has ended, [Process] closes the stream, which ends the watchdog. Its last `kill` then meets a
    /// process id that was freed milliseconds ago, and systems reuse a number only after all others.
    private static final String WATCHED = """
            trap '' INT HUP
            exec 3<&0
            (trap '' TERM QUIT; while read -r line; do :; done; kill -KILL $$) <&3 3<&- >/dev/null 2>&1 &
            exec "$@" 3<&-""";

    private static final List<String> SHELL = List.of("/bin/sh", "-c", WATCHED, "sh");

    private static final int TAIL_BYTES = 64 * 1024;
    private static final int EXIT_MESSAGE_LINES = 15;
    private static final int REASON_LINES = 2000;

    private final String name;
    private final Path log;
    private final Process process;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /// Starts the program. Its standard input stays open, and empty, as long as the launcher runs.
    public static ChildProcess start(ChildProgram program, Path logs) {
        List<String> command = new ArrayList<>(SHELL);
        command.addAll(program.command());
        try {
            Files.createDirectories(logs);
            Path log = logs.resolve(program.name() + ".log");
            if (Files.exists(log)) {
                Files.move(log, logs.resolve(program.name() + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(program.environment());
            return new ChildProcess(program.name(), log, builder.start());
        } catch (IOException e) {
            throw new LaunchException("Failed to start " + program.name() + ": " + FileFailure.reason(e), e);
        }
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Exit status of a process that has ended; 128 plus the signal's number if a signal ended it.
    public int exitCode() {
        return process.exitValue();
    }

    /// Asks the process to end (SIGTERM) without waiting for it.
    ///
    /// `Process.destroy` would close its standard input as well, and the watchdog would end it at once.
    public void askToStop() {
        process.toHandle().destroy();
    }

    /// Asks the process to end and waits for it; kills it after `timeout`.
    ///
    /// @return whether it ended by itself
    public boolean stop(Duration timeout) {
        askToStop();
        if (endsWithin(timeout)) {
            return true;
        }
        kill();
        return false;
    }

    /// Ends the process at once (SIGKILL), as a crash would, and waits until it is gone.
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// Waits for the process to end.
    ///
    /// @return whether it has ended within `timeout`
    public boolean endsWithin(Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /// The last lines the process wrote, at most `count`, from the last 64 KiB of its log.
    public List<String> lastLines(int count) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            byte[] tail = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(tail);
            List<String> lines =
                    new String(tail, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + log, e);
        }
    }

    /// The message for a process that ended by itself: the reason by its log, or else the end of the log.
    public String exitMessage() {
        String ended = name + " ended with exit code " + exitCode();
        return ExitReason.in(lastLines(REASON_LINES))
                .map(reason -> ended + ": " + reason + "; its log is " + log)
                .orElseGet(() -> ended + "; the end of its log " + log + ":\n" + endOfLog());
    }

    private String endOfLog() {
        return lastLines(EXIT_MESSAGE_LINES).stream()
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining())
                .stripTrailing();
    }
}
