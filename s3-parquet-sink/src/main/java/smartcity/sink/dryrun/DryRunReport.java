package smartcity.sink.dryrun;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The findings of a dry run, line by line, with all problems again at the end.
final class DryRunReport {
    private final StringBuilder lines = new StringBuilder();
    private final Set<String> problems = new LinkedHashSet<>();

    void section(String title) {
        if (!lines.isEmpty()) {
            lines.append('\n');
        }
        lines.append(title).append('\n');
    }

    void line(String text) {
        lines.append("  ").append(text).append('\n');
    }

    /// Adds something that must be changed before the sink can work.
    void problem(String text) {
        line("PROBLEM " + text);
        problems.add(text);
    }

    /// Makes a part of the sink as its start would, then checks it. If it cannot be made, each line of the reason is a
    /// problem.
    <T> void checkMade(Supplier<T> made, Consumer<T> check) {
        try {
            check.accept(made.get());
        } catch (RuntimeException e) {
            String.valueOf(e.getMessage()).lines().forEach(this::problem);
        }
    }

    boolean hasNoProblem() {
        return problems.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder end = new StringBuilder("\n");
        if (problems.isEmpty()) {
            end.append("No problem found\n");
        } else {
            end.append("Problems: ").append(problems.size()).append('\n');
            problems.forEach(problem -> end.append("- ").append(problem).append('\n'));
        }
        return lines + end.toString();
    }
}
