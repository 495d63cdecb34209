package smartcity.bench;

import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import smartcity.local.child.LaunchException;

/// What `./smartcity bench` and `./smartcity train` do with the sink.
///
/// Exit status: 0 done, 1 not done for a reason that was said, 2 not understood.
@Command(
        name = "./smartcity",
        subcommands = {SinkBench.Measured.class, TrainCommand.class},
        description = "Measures the sink on this machine, and trains it for this machine.")
public final class SinkBench {
    /// `./smartcity bench`: the benchmarks.
    @Command(
            name = "bench",
            subcommands = {BenchSinkCommand.class, BenchMemoryCommand.class},
            description = "Measures the sink on this machine.")
    static final class Measured {}

    private SinkBench() {}

    public static void main(String[] args) {
        LogManager.getLogManager().reset(); // the Kafka client's, which say nothing about a benchmark
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new SinkBench());
        commandLine.setExecutionExceptionHandler((failure, command, _) -> {
            if (failure instanceof LaunchException || failure instanceof IllegalArgumentException) {
                command.getErr().println(failure.getMessage());
                return failure instanceof LaunchException ? 1 : 2;
            }
            throw failure;
        });
        return commandLine;
    }
}
