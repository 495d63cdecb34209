package smartcity.sink.loop;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import smartcity.sink.parquet.FileFormat;
import smartcity.sink.parquet.ParquetFiles;
import smartcity.sink.store.ObjectStore;

/// The bucket, the threads that talk to it, and the format of the files in it.
///
/// @param files makes a format for the loop's thread, which closes it at its end
public record BucketAccess(ObjectStore store, Executor executor, Supplier<FileFormat> files) {
    /// A bucket of Parquet files.
    public BucketAccess(ObjectStore store, Executor executor) {
        this(store, executor, ParquetFiles::new);
    }
}
