package smartcity.local.child;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why a Java process has ended, by its log: the cause behind the last error, without stack and names of classes.
final class ExitReason {
    private static final Pattern ERROR =
            Pattern.compile("\\S+ \\S+ +(?:ERROR|FATAL) +\\[[^\\]]*\\](?: \\([^)]*\\))? (.*)");
    private static final Pattern UNCAUGHT = Pattern.compile("Exception in thread \"[^\"]*\" (.*)");
    private static final Pattern CAUSE = Pattern.compile("(?:Caused by|Resulted in): (.*)");
    private static final Pattern LOG_LINE = Pattern.compile("\\d{4}-\\d{2}-\\d{2} .*");
    private static final Pattern CLASS = Pattern.compile("^(?:[a-z]\\w*\\.)+[A-Z][\\w$]*(?:: |$)");

    private ExitReason() {}

    /// The reason; empty if the log has no error.
    static Optional<String> in(List<String> log) {
        String reason = "";
        boolean ofError = false;
        for (String line : log) {
            Matcher error = ERROR.matcher(line);
            Matcher uncaught = UNCAUGHT.matcher(line);
            Matcher cause = CAUSE.matcher(line);
            if (error.matches() || uncaught.matches()) {
                reason = words(error.matches() ? error.group(1) : uncaught.group(1), reason);
                ofError = true;
            } else if (cause.matches() && ofError) {
                reason = words(cause.group(1), reason);
            } else if (LOG_LINE.matcher(line).matches()) {
                ofError = false;
            }
        }
        return reason.isBlank() ? Optional.empty() : Optional.of(reason);
    }

    /// The text after the names of classes; the one before where nothing else is said.
    private static String words(String text, String before) {
        String left = text;
        for (Matcher name = CLASS.matcher(left); name.find(); name = CLASS.matcher(left)) {
            left = left.substring(name.end());
        }
        return left.isBlank() ? before : left.strip();
    }
}
