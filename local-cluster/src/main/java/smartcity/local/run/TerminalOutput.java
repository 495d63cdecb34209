package smartcity.local.run;

import java.io.PrintStream;
import java.util.List;

/// The output of a run: lines that stay, and below them at most one table that is refreshed in place.
///
/// On anything but a terminal a refreshed table is printed again, as plain lines. One thread at a time.
public final class TerminalOutput {
    /// A line that wraps would make the number of lines to move up wrong.
    private static final String NO_WRAP = "\033[?7l";
    private static final String WRAP = "\033[?7h";

    private final PrintStream out;
    private final boolean live;
    private int shown;

    /// A terminal that shows nothing yet.
    ///
    /// @param live whether `out` is a terminal that understands the usual control sequences
    public TerminalOutput(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /// Columns of the terminal; unlimited where the output is none.
    int columns() {
        return live ? TerminalSize.columns() : Integer.MAX_VALUE;
    }

    public boolean isLive() {
        return live;
    }

    /// Keeps the table where it is, before something else is written below it.
    public void pause() {
        shown = 0;
    }

    /// Prints a line that stays; a table shown before stays above it.
    public void print(String line) {
        pause();
        out.println(line);
        out.flush();
    }

    /// Shows the table, in the place of the one shown just before.
    public void refresh(List<String> table) {
        StringBuilder text = new StringBuilder();
        if (live && shown > 0) {
            text.append("\033[").append(shown).append("A\033[J"); // up, and clear what is below
        }
        if (live) {
            text.append(NO_WRAP);
        }
        table.forEach(line -> text.append(line).append(System.lineSeparator()));
        if (live) {
            text.append(WRAP);
        }
        out.print(text);
        out.flush();
        shown = table.size();
    }
}
