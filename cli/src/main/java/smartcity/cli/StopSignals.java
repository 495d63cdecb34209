package smartcity.cli;

import java.lang.reflect.Proxy;
import java.util.List;

/// Ctrl-C, SIGTERM and a hang-up as a call instead of the end of the JVM.
///
/// A shutdown hook would receive only the first signal and could not choose the exit status. The JDK's
/// `Signal` class is reached by reflection because any mention of it is a compiler warning that cannot be
/// suppressed.
final class StopSignals {
    private StopSignals() {}

    /// Calls `action` for every such signal, on a thread of its own.
    static void onEach(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object onSignal = Proxy.newProxyInstance(
                    StopSignals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            for (String name : List.of("INT", "TERM", "HUP")) {
                Object named = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, handler).invoke(null, named, onSignal);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Failed to listen to signals", e);
        }
    }
}
