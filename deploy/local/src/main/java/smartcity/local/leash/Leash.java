package smartcity.local.leash;

import java.io.IOException;

/// Ends this JVM at once when the process that started it is gone, however that one died.
///
/// The launcher holds the other end of the child's standard input and never writes to it, so the end of that
/// stream means that the launcher has ended: the operating system closes it even after SIGKILL, and even while the dead
/// launcher waits for its own parent as a zombie, which a look at the process table would take for life.
public final class Leash {
    /// Exit status of a process whose launcher is gone: what a shell reports after SIGHUP.
    public static final int LAUNCHER_GONE = 129;

    private Leash() {}

    /// Called by the JVM before the child's `main`.
    ///
    /// @param options none
    public static void premain(String options) {
        Thread.ofPlatform().daemon().name("leash").start(Leash::haltAtEndOfInput);
    }

    private static void haltAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said through this stream; only its end counts.
            }
        } catch (IOException e) {
            System.err.println("Lost the launcher: " + e);
        }
        Runtime.getRuntime().halt(LAUNCHER_GONE);
    }
}
