package smartcity.emission.control;

import java.time.Duration;
import java.util.function.Consumer;

/// The command log of a backfill, which takes no commands.
public final class EmptyCommandLog implements CommandLog {
    @Override
    public void follow(Consumer<byte[]> reader) {}

    @Override
    public boolean isRead() {
        return true;
    }

    @Override
    public boolean awaitRead(Duration timeout) {
        return true;
    }

    @Override
    public void write(byte[] value) {
        throw new IllegalStateException("a backfill must not be changed, but a command was issued");
    }

    @Override
    public void close() {}
}
