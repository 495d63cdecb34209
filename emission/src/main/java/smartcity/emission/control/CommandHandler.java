package smartcity.emission.control;

import java.util.Set;

/// Carries out orders of some kinds.
public interface CommandHandler {
    /// The kinds it takes.
    Set<String> kinds();

    /// Takes an order, before the instant from which it holds unless this process was away or late. Called on
    /// one thread, in the order of the log; first with all orders of the city there were before.
    ///
    /// @throws RuntimeException when the order is none; then nothing has changed
    void take(CityCommand order);
}
