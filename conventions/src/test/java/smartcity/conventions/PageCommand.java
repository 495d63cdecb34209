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
/// @param mark the reason why no test runs it, from the comment above its block; empty without one
record PageCommand(String page, String text, String mark) {
    private static final String PROGRAMS = "\\./smartcity|\\./mvnw|\\.ci/run|curl|java|find|git|npm|docker";

    /// A line of a block: a prompt if there is one, variables, program and arguments.
    private static final Pattern LINE =
            Pattern.compile("(?:\\$ )?((?:[A-Z][A-Z0-9_]*=\\S+ )*(?:" + PROGRAMS + ")(?: .*)?)");

    /// A span is a command if it has arguments: without, it only names the program.
    private static final Pattern SPAN = Pattern.compile("`((?:\\./smartcity|\\./mvnw|curl|java) [^`]+)`");

    private static final Pattern MARK = Pattern.compile("<!-- ((?:needs|not run): .+) -->");

    /// All commands of a page, in their order.
    static List<PageCommand> of(Path page) {
        List<PageCommand> commands = new ArrayList<>();
        String name = ProjectFiles.ROOT.relativize(page).toString();
        String mark = "";
        boolean fenced = false;
        boolean inBlock = false;
        for (String line : ProjectFiles.linesOf(page)) {
            boolean fence = line.startsWith("```");
            fenced ^= fence;
            boolean block = fenced || fence || line.startsWith("    ");
            Matcher marked = MARK.matcher(line);
            if (marked.matches()) {
                mark = marked.group(1);
            } else if (!block && (inBlock || !line.isBlank())) {
                mark = "";
            }
            inBlock = block;
            commands.addAll(block ? inBlockLine(name, line, mark) : inSentence(name, line));
        }
        return commands;
    }

    private static List<PageCommand> inBlockLine(String page, String line, String mark) {
        Matcher command = LINE.matcher(line.strip());
        return command.matches()
                ? List.of(new PageCommand(page, command.group(1).split(" {2,}", 2)[0], mark))
                : List.of();
    }

    private static List<PageCommand> inSentence(String page, String line) {
        return SPAN.matcher(line)
                .results()
                .map((MatchResult span) -> new PageCommand(page, span.group(1), ""))
                .toList();
    }
}
