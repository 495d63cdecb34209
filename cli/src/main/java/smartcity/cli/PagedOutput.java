package smartcity.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import smartcity.local.run.TerminalSize;

/// Prints lines; in a terminal that is too small for them, by the pager of the variable PAGER or by `less`.
///
/// @param terminal whether `out` is a terminal
record PagedOutput(PrintStream out, boolean terminal, Map<String, String> environment) {
    /// Lines are not wrapped, and colours pass.
    private static final String USUAL = "less -FRSX";

    void print(List<String> lines) {
        if (!terminal || fits(lines) || !page(lines)) {
            lines.forEach(out::println);
            out.flush();
        }
    }

    private static boolean fits(List<String> lines) {
        int columns = TerminalSize.columns();
        return lines.size() < TerminalSize.rows() && lines.stream().allMatch(line -> line.length() <= columns);
    }

    /// @return whether the pager has shown them
    private boolean page(List<String> lines) {
        String pager = environment.getOrDefault("PAGER", "").isBlank() ? USUAL : environment.get("PAGER");
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", pager)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            write(lines, process);
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void write(List<String> lines, Process process) {
        try (Writer writer = process.outputWriter(StandardCharsets.UTF_8)) {
            for (String line : lines) {
                writer.write(line);
                writer.write('\n');
            }
        } catch (IOException e) {
            // The reader has left the pager before the end.
        }
    }
}
