package smartcity.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// A bucket served by S3Proxy in this JVM: each object is a plain file below `folder`.
public record LocalBucket(S3Proxy server, Path folder, String name, int port) implements AutoCloseable {
    public static final String ACCESS_KEY = "local-access-key";
    public static final String SECRET_KEY = "local-secret-key";

    /// Starts the server on `port`, or on a free port for 0, with the bucket `name`.
    public static LocalBucket start(Path folder, String name, int port) {
        try {
            Files.createDirectories(folder.resolve(name));
            S3Proxy server = S3Proxy.builder()
                    .blobStore(
                            new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()))
                    .endpoint(URI.create("http://127.0.0.1:" + port))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                    .build();
            server.start();
            return new LocalBucket(server, folder, name, server.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Failed to start S3Proxy", e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Path data() {
        return folder.resolve(name).resolve("data");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Failed to stop S3Proxy", e);
        }
    }
}
