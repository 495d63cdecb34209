package smartcity.conventions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command line that a page shows, in a block or in a code span of a sentence.
///
/// @param page the page, from the root of the project
/// @param text without prompt and without an explanation beside it
/// @param mark the reason why no test runs it, from the comment above its block or paragraph; empty without one
record PageCommand(String page, String text, String mark) {
    private static final String PROGRAMS =
            "\\./\\S+|\\.ci/run|(?:deploy|benchmarks)/\\S+|curl|java|find|git|npm|docker|kubectl|helm"
                    + "|aws|promtool|kafka-\\S+\\.sh|cosign|gh|for [a-z]+ in";

    /// A line of a block: a prompt if there is one, variables, program and arguments; or a loop over programs.
    private static final Pattern LINE =
            Pattern.compile("(?:\\$ )?((?:[A-Z][A-Z0-9_]*=\\S+ )*(?:" + PROGRAMS + ")(?: .*)?)");

    /// A span is a command if it has an option: without, it names a command.
    private static final Pattern SPAN =
            Pattern.compile("`((?:\\./smartcity|\\./mvnw|curl|java|kafka-\\S+\\.sh|cosign|gh) [^`]*-[^`]+)`");

    private static final Pattern MARK = Pattern.compile("<!-- ((?:needs|not run): .+) -->");

    /// All commands of a page, in their order.
    static List<PageCommand> of(Path page) {
        return new PageReader(ProjectFiles.ROOT.relativize(page).toString()).read(ProjectFiles.linesOf(page));
    }

    /// Reads one page from its first line to its last.
    private static final class PageReader {
        private final String page;
        private final List<PageCommand> commands = new ArrayList<>();
        private String mark = "";
        private boolean fenced;
        private boolean block;
        private boolean begun;
        private boolean blank;

        PageReader(String page) {
            this.page = page;
        }

        List<PageCommand> read(List<String> lines) {
            lines.forEach(this::read);
            return commands;
        }

        private void read(String line) {
            boolean fence = line.startsWith("```");
            if (line.isBlank()) {
                blank = true;
                return;
            }
            boolean inBlock = fenced || fence || line.startsWith("    ");
            // A blank line ends a paragraph, but not a block that continues after it.
            if (begun && (blank || inBlock != block) && !(inBlock && block)) {
                mark = "";
                begun = false;
            }
            fenced ^= fence;
            block = inBlock;
            blank = false;
            readText(line);
        }

        private void readText(String line) {
            Matcher marked = MARK.matcher(line.strip());
            if (marked.matches()) {
                mark = marked.group(1);
                begun = false;
                return;
            }
            begun = !mark.isEmpty();
            if (block) {
                Matcher command = LINE.matcher(line.strip());
                if (command.matches()) {
                    add(command.group(1).split(" {2,}", 2)[0]);
                }
            } else {
                SPAN.matcher(line)
                        .results()
                        .map((MatchResult span) -> span.group(1))
                        .forEach(this::add);
            }
        }

        private void add(String text) {
            commands.add(new PageCommand(page, text, mark));
        }
    }
}
