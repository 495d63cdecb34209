package smartcity.emission.control;

import java.util.Set;

/// Carries out commands of some kinds.
public interface CommandHandler {
    /// The kinds that it carries out.
    Set<String> kinds();

    /// Carries out a command, before the instant at which it takes effect unless this process was away or late. Called
    /// on one thread, in the order of the log; first with all earlier commands of the city.
    ///
    /// @throws RuntimeException when the body is no command of the kind; then nothing has changed
    void carryOut(CityCommand command);
}
