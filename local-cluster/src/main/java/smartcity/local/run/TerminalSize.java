package smartcity.local.run;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The size of the terminal that this process runs in, which changes when its window does.
public final class TerminalSize {
    private static final Pattern ANSWER = Pattern.compile("(\\d+) (\\d+)\\s*");
    private static final int USUAL_ROWS = 24;
    private static final int USUAL_COLUMNS = 80;

    private TerminalSize() {}

    /// Its rows; 24 where it has no size.
    public static int rows() {
        return size(1, USUAL_ROWS);
    }

    /// Its columns; 80 where it has no size.
    public static int columns() {
        return size(2, USUAL_COLUMNS);
    }

    private static int size(int group, int usual) {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            Matcher size = ANSWER.matcher(answer);
            int number = size.matches() ? Integer.parseInt(size.group(group)) : 0;
            return number > 0 ? number : usual;
        } catch (IOException e) {
            return usual;
        }
    }
}
