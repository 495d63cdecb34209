package smartcity.local.infra;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smartcity.local.child.ChildProgram;
import smartcity.local.child.JavaCommand;
import smartcity.local.child.NativeCommand;

/// A packaged service: a jar, or a native executable.
///
/// @param jar what starts the application on a JVM
/// @param executable what runs instead of it
public record PackagedService(Path jar, Optional<Path> executable) {
    /// The service as a process.
    ///
    /// @param flags of its JVM; an executable gets those that it has too
    public ChildProgram program(String name, List<String> flags, Map<String, String> environment) {
        return executable
                .map(file -> NativeCommand.program(name, file, flags, environment))
                .orElseGet(() -> JavaCommand.program(name, flags, List.of("-jar", jar.toString()), environment));
    }
}
