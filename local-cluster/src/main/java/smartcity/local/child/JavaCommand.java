package smartcity.local.child;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How Java programs are started here: on the launcher's own JDK, and small.
public final class JavaCommand {
    /// Fit for many small JVMs on few cores: one collector thread each, no files in /tmp, and no JVM without heap limps
    /// on.
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8");

    private JavaCommand() {}

    /// The program `name` from its jar or class path.
    ///
    /// @param flags flags of the JVM, such as the heap
    /// @param main `-jar <file>` or `-cp <path> <class>`, then the program's own arguments
    public static ChildProgram program(
            String name, List<String> flags, List<String> main, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(flags);
        command.addAll(main);
        return new ChildProgram(name, command, environment);
    }
}
