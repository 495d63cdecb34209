package smartcity.audit;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import smartcity.audit.report.AuditFailedException;

/// Reads objects ahead on several threads and returns their contents in the order of the objects. For one thread.
final class ReadAhead implements AutoCloseable {
    /// Number of objects read ahead for each reader.
    private static final int AHEAD = 4;

    private final Iterator<NamedObject> objects;
    private final ObjectReader reader;
    private final int ahead;
    private final ExecutorService threads;
    private final Queue<Future<ObjectFacts>> waiting = new ArrayDeque<>();

    ReadAhead(List<NamedObject> objects, ObjectReader reader, int readers) {
        this.objects = objects.iterator();
        this.reader = reader;
        this.ahead = readers * AHEAD;
        this.threads = Executors.newFixedThreadPool(
                readers, Thread.ofPlatform().daemon().name("audit-", 0).factory());
    }

    /// The content of the next object; there must be one.
    ///
    /// @throws AuditFailedException when the lake does not answer
    ObjectFacts next() {
        while (waiting.size() < ahead && objects.hasNext()) {
            NamedObject object = objects.next();
            waiting.add(threads.submit(() -> reader.read(object)));
        }
        try {
            return waiting.remove().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuditFailedException failed) {
                throw failed;
            }
            throw new IllegalStateException("Failed to read an object", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditFailedException("Interrupted while reading objects", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
