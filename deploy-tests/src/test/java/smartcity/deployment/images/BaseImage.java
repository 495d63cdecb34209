package smartcity.deployment.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// A base image that is made for a test, as none can be pulled everywhere.
final class BaseImage {
    static final String REPOSITORY = "base";
    static final String TAG = "1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private BaseImage() {}

    /// Stores the base image in a registry and returns its name.
    ///
    /// @param layer a tar archive with its files
    static String push(RegistryClient registry, byte[] layer) throws IOException, InterruptedException {
        byte[] compressed = compressed(layer);
        ObjectNode config = JSON.createObjectNode().put("architecture", "amd64").put("os", "linux");
        config.putObject("config")
                .putArray("Env")
                .add("PATH=/opt/java/openjdk/bin:/usr/bin")
                .add("JAVA_HOME=/opt/java/openjdk");
        config.putObject("rootfs").put("type", "layers").putArray("diff_ids").add(RegistryClient.digest(layer));
        byte[] configBytes = config.toString().getBytes(StandardCharsets.UTF_8);

        ObjectNode manifest = JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", RegistryClient.MANIFEST);
        manifest.putObject("config")
                .put("mediaType", "application/vnd.docker.container.image.v1+json")
                .put("size", configBytes.length)
                .put("digest", registry.upload(REPOSITORY, configBytes));
        manifest.putArray("layers")
                .addObject()
                .put("mediaType", "application/vnd.docker.image.rootfs.diff.tar.gzip")
                .put("size", compressed.length)
                .put("digest", registry.upload(REPOSITORY, compressed));
        registry.tag(REPOSITORY, TAG, manifest);
        return registry.host() + "/" + REPOSITORY + ":" + TAG;
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(result)) {
            gzip.write(bytes);
        }
        return result.toByteArray();
    }
}
