package smartcity.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import smartcity.local.infra.BuiltProject;
import smartcity.validation.ValidationReport;

/// `./smartcity validate`: compares a simulated day with published figures.
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates a day, compares it with published figures and draws it.",
            "README.md and pictures are in docs/validation. It takes a minute or two."
        })
final class ValidateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String summary = ValidationReport.write(BuiltProject.atHome().home().resolve("docs/validation"));
        spec.commandLine().getOut().println(summary);
        return 0;
    }
}
