package smartcity.sink.loop;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import smartcity.sink.file.FileFormat;
import smartcity.sink.store.ObjectStore;

/// The bucket, the threads of its requests, and the format of its files.
///
/// @param files makes a format for the loop's thread, which closes it at its end
public record BucketAccess(ObjectStore store, Executor executor, Supplier<FileFormat> files) {}
