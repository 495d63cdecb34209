package smartcity.local.child;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// How native executables of services are started here: of the flags of a JVM, an executable gets those that it has
/// too.
public final class NativeCommand {
    /// Sizes of heap and stack, and the end at an exhausted heap. An executable refuses flags that it does not know.
    private static final Predicate<String> TAKEN = Pattern.compile(
                    "-Xm[nsx]\\w+|-Xss\\w+|-XX:[+-]ExitOnOutOfMemoryError")
            .asMatchPredicate();

    private NativeCommand() {}

    /// The program `name` from its executable.
    ///
    /// @param flags of the JVM, if it were started on one
    public static ChildProgram program(
            String name, Path executable, List<String> flags, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        flags.stream().filter(TAKEN).forEach(command::add);
        return new ChildProgram(name, command, environment);
    }
}
