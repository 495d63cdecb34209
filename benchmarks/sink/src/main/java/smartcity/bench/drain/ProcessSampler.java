package smartcity.bench.drain;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import smartcity.local.child.ChildProcess;
import smartcity.local.lake.LakeFiles;

/// Looks at a process from outside while it drains: its peak of resident memory, and its first object.
final class ProcessSampler implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);
    private final Path folder;
    private final ChildProcess child;
    private final Thread thread;
    private volatile long peakBytes;
    private volatile @Nullable Instant firstObject;

    ProcessSampler(ChildProcess child, Path folder) {
        this.child = child;
        this.folder = folder;
        this.thread = Thread.ofPlatform().daemon().name("watch").start(this::look);
    }

    /// Highest resident memory of the process so far [bytes].
    long peakBytes() {
        return peakBytes;
    }

    /// When the first Parquet object was visible under its name; null if none was.
    @Nullable
    Instant firstObject() {
        return firstObject;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void look() {
        while (child.isAlive()) {
            peakBytes = Math.max(peakBytes, ResidentMemory.peakBytes(child.pid()));
            if (firstObject == null && LakeFiles.hasParquet(folder)) {
                firstObject = Instant.now();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
