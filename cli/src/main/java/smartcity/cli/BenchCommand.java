package smartcity.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import smartcity.bench.BenchMemoryCommand;
import smartcity.bench.BenchRebalanceCommand;
import smartcity.bench.BenchSinkCommand;
import smartcity.bench.codec.BenchCodecCommand;
import smartcity.bench.estimate.BenchEstimateCommand;
import smartcity.bench.generate.BenchGenerateCommand;

/// `./smartcity bench`: the benchmarks; alone, it lists them.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {
            BenchGenerateCommand.class,
            BenchCodecCommand.class,
            BenchSinkCommand.class,
            BenchMemoryCommand.class,
            BenchEstimateCommand.class,
            BenchRebalanceCommand.class,
            CommandLine.HelpCommand.class
        },
        description = "Measures the sink and the vehicle simulator on this machine.")
final class BenchCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine commandLine = spec.commandLine();
        commandLine.usage(commandLine.getOut());
    }
}
