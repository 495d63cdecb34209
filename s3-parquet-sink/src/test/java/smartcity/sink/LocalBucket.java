package smartcity.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// A bucket of the one S3Proxy of this JVM, which all test classes share: each object is a plain file below
/// [#folder].
public record LocalBucket(String name) {
    public static final String ACCESS_KEY = "local-access-key";
    public static final String SECRET_KEY = "local-secret-key";

    private static final Path ROOT = root();
    private static final S3Proxy SERVER = server();

    /// Creates an empty bucket of a name that no other has. The first one starts the server, which stops with the
    /// JVM.
    public static LocalBucket create() {
        try {
            LocalBucket bucket =
                    new LocalBucket("lake-" + UUID.randomUUID().toString().substring(0, 13));
            Files.createDirectory(bucket.folder());
            return bucket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "buckets-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static S3Proxy server() {
        try {
            S3Proxy server = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(ROOT.toString()))
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                    .build();
            server.start();
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("Failed to start S3Proxy", e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + SERVER.getPort());
    }

    /// Where its objects are.
    public Path folder() {
        return ROOT.resolve(name);
    }
}
