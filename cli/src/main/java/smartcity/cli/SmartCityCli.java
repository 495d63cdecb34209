package smartcity.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import smartcity.audit.report.AuditFailedException;
import smartcity.bench.TrainCommand;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;

/// All commands of the script `smartcity`.
///
/// Exit status: 0 done, 1 failed for a reason that is printed, 2 refused. `audit` has its own.
@Command(
        name = "./smartcity",
        subcommands = {
            UpCommand.class,
            QueryCommand.class,
            AuditCommand.class,
            ChaosCommand.class,
            TrainCommand.class,
            BenchCommand.class,
            ValidateCommand.class
        },
        description = "Runs, queries, audits and measures the city on this machine.")
public final class SmartCityCli {
    private SmartCityCli() {}

    public static void main(String[] args) {
        // Kafka's client logs every retry and its whole configuration; the commands print what matters.
        LogManager.getLogManager().reset();
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new SmartCityCli());
        commandLine.setParameterExceptionHandler(SmartCityCli::refuse);
        commandLine.setExecutionExceptionHandler((failure, command, _) -> {
            if (failure instanceof LaunchException
                    || failure instanceof AuditFailedException
                    || failure instanceof IllegalArgumentException) {
                command.getErr().println(failure.getMessage());
                return failure instanceof IllegalArgumentException ? 2 : 1;
            }
            if (failure instanceof UncheckedIOException && failure.getCause() instanceof IOException cause) {
                command.getErr().println(failure.getMessage() + ": " + FileFailure.reason(cause));
                return 1;
            }
            if (failure instanceof IOException cause) {
                command.getErr().println(FileFailure.reason(cause));
                return 1;
            }
            throw failure;
        });
        return commandLine;
    }

    private static int refuse(CommandLine.ParameterException refusal, String... args) {
        CommandLine command = refusal.getCommandLine();
        command.getErr().println(OptionRefusal.sentence(refusal));
        command.getErr().println("Run " + command.getCommandSpec().qualifiedName() + " --help to see what it takes");
        return 2;
    }
}
