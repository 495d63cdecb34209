package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The help of every command lies beside the code as text, so that the script shows it at once and without a build.
/// That of the script's own commands is written by hand.
///
/// With `-Dwrite=true` the other files are written.
class HelpTextsTest {
    private static final Path FOLDER = Path.of("src/main/help");

    @Test
    void filesAreTheHelpOfTheCommands() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        add(SmartCityCli.commandLine(), "", texts);
        if (Boolean.getBoolean("write")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Files.writeString(FOLDER.resolve(text.getKey() + ".txt"), text.getValue());
            }
        }

        assertThat(texts).containsKeys("up", "query", "bench", "bench-sink");
        for (Map.Entry<String, String> text : texts.entrySet()) {
            assertThat(FOLDER.resolve(text.getKey() + ".txt"))
                    .as("help of %s: ./mvnw -pl cli test -Dtest=HelpTextsTest -Dwrite=true writes it", text.getKey())
                    .hasContent(text.getValue());
        }
    }

    /// A list of commands shows the first text of each, and picocli begins a line with each further one.
    @Test
    void eachTextIsAWholeParagraph() {
        assertThat(commands(SmartCityCli.commandLine())).allSatisfy(command -> {
            UsageMessageSpec usage = command.getCommandSpec().usageMessage();
            List<String> texts = new ArrayList<>();
            texts.addAll(List.of(usage.description()));
            texts.addAll(List.of(usage.footer()));
            command.getCommandSpec().args().forEach(argument -> texts.addAll(List.of(argument.description())));
            assertThat(texts.stream().map(text -> text.replace("%n", "")).filter(text -> !text.isEmpty()))
                    .as("texts of %s", command.getCommandName())
                    .isNotEmpty()
                    .allMatch(text -> text.endsWith("."));
        });
    }

    @Test
    void theFirstTextIsOneShortSentence() {
        assertThat(commands(SmartCityCli.commandLine()).skip(1))
                .extracting(command -> command.getCommandSpec().usageMessage().description()[0])
                .hasSizeGreaterThan(10)
                .allMatch(text -> text.length() < 110)
                .noneMatch(text -> text.contains(". "));
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTextsTest::commands));
    }

    private static void add(CommandLine command, String prefix, Map<String, String> texts) {
        command.getSubcommands().forEach((name, subcommand) -> {
            texts.put(prefix + name, subcommand.getUsageMessage(Ansi.OFF));
            add(subcommand, prefix + name + "-", texts);
        });
    }
}
