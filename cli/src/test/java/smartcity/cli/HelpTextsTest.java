package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The help of every command lies beside the code as text, so that the script shows it at once and without a build.
///
/// With `-Dwrite=true` the files are written.
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

    private static void add(CommandLine command, String prefix, Map<String, String> texts) {
        command.getSubcommands().forEach((name, subcommand) -> {
            texts.put(prefix + name, subcommand.getUsageMessage(Ansi.OFF));
            add(subcommand, prefix + name + "-", texts);
        });
    }
}
