package smartcity.local;

import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import smartcity.local.child.LaunchException;

/// The launcher behind the script `smartcity`.
///
/// Exit status: 0 done, 1 not done for a reason that was said, 2 not understood. `audit` has its own.
@Command(
        name = "./smartcity",
        subcommands = {UpCommand.class, QueryCommand.class, AuditCommand.class, ChaosCommand.class},
        description = "Runs the city on this machine.")
public final class SmartCityCli {
    private SmartCityCli() {}

    public static void main(String[] args) {
        // Kafka's client reports every retry and its whole configuration; what matters is said by the commands.
        LogManager.getLogManager().reset();
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new SmartCityCli());
        commandLine.setParameterExceptionHandler(SmartCityCli::refuse);
        commandLine.setExecutionExceptionHandler((failure, command, result) -> {
            if (failure instanceof LaunchException) {
                command.getErr().println(failure.getMessage());
                return 1;
            }
            throw failure;
        });
        return commandLine;
    }

    private static int refuse(CommandLine.ParameterException refusal, String... args) {
        CommandLine command = refusal.getCommandLine();
        command.getErr().println(refusal.getMessage());
        command.getErr().println("Run " + command.getCommandSpec().qualifiedName() + " --help to see what it takes");
        return 2;
    }
}
