package smartcity.sink.loop;

import java.util.concurrent.Executor;
import smartcity.sink.store.ObjectStore;

/// The bucket, and the threads that talk to it.
public record Bucket(ObjectStore store, Executor executor) {}
