package smartcity.local.child;

import java.util.List;
import java.util.Map;

/// What to start as a process of its own.
///
/// @param name how users know it; names its log too
/// @param command the executable and its arguments
/// @param environment set in addition to the launcher's own environment
public record ChildProgram(String name, List<String> command, Map<String, String> environment) {
    public ChildProgram {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("command must name an executable but was empty");
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
