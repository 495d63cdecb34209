package smartcity.local.child;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A small real process that stands for a service.
///
/// @param script what the shell runs
public record ShellProgram(String name, String script) {
    public ChildProcess start(Path logs) {
        return ChildProcess.start(new ChildProgram(name, List.of("/bin/sh", "-c", script), Map.of()), logs);
    }
}
