package smartcity.emission.control;

import java.time.Duration;
import java.util.function.Consumer;

/// The log of all commands, which every process reads from its beginning. Safe for use by several threads.
public interface CommandLog extends AutoCloseable {
    /// Reads until closed, however often the log becomes unreachable.
    ///
    /// @param reader takes the values one after the other
    void follow(Consumer<byte[]> reader);

    /// Whether everything has been read that was in the log at the start.
    boolean isRead();

    /// Waits until [#isRead()], for a limited time; whether it is so.
    boolean awaitRead(Duration timeout) throws InterruptedException;

    /// Writes a value and returns when the reader has taken it.
    ///
    /// @throws CommandTimeoutException when that takes too long
    void write(byte[] value) throws InterruptedException;

    /// Ends reading soon, and writing at once.
    @Override
    void close();
}
