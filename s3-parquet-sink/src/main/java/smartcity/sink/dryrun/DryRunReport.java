package smartcity.sink.dryrun;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/// What a dry run has found: lines to read, and all problems once more at the end.
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

    /// Something that must be changed before the sink can work.
    void problem(String text) {
        line("PROBLEM " + text);
        problems.add(text);
    }

    /// Makes a part of the sink as its start would; what keeps it from being made is a
    /// problem, or several, one a line.
    <T> void with(Supplier<T> made, java.util.function.Consumer<T> use) {
        try {
            use.accept(made.get());
        } catch (RuntimeException e) {
            String.valueOf(e.getMessage()).lines().forEach(this::problem);
        }
    }

    boolean sound() {
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
