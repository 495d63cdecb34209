package smartcity.deployment.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// An image of a registry: what an engine reads before it starts a container.
///
/// @param config its user, entry point and so on, under the names of the OCI image specification
/// @param layers names of the layers that came on top of the base image, the lowest first
/// @param bytes compressed size of everything
/// @param files by path, from all layers
record StoredImage(JsonNode config, List<String> layers, long bytes, Map<String, ImageFile> files) {

    /// A file or folder of an image.
    ///
    /// @param digest of its content; of no bytes for a folder
    /// @param text its content if it is short, else empty
    record ImageFile(long user, int mode, long epochSecond, String digest, String text) {}

    /// Longest file whose text is kept [bytes]; chosen.
    private static final long SHORT = 100_000;

    /// Reads an image.
    static StoredImage read(RegistryClient registry, String repository, String tag)
            throws IOException, InterruptedException {
        JsonNode manifest = registry.json(repository, "manifests/" + tag);
        JsonNode config = registry.json(
                repository, "blobs/" + manifest.path("config").path("digest").asText());
        long bytes = manifest.path("config").path("size").asLong();
        Map<String, ImageFile> files = new TreeMap<>();
        for (JsonNode layer : manifest.path("layers")) {
            bytes += layer.path("size").asLong();
            try (InputStream blob =
                    registry.blob(repository, layer.path("digest").asText())) {
                addFiles(files, blob);
            }
        }
        List<String> names = new ArrayList<>();
        for (JsonNode step : config.path("history")) {
            if (step.path("author").asText().equals("Jib")) {
                names.add(step.path("comment").asText());
            }
        }
        return new StoredImage(config.path("config"), names, bytes, files);
    }

    private static void addFiles(Map<String, ImageFile> files, InputStream blob) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(blob));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            byte[] content = tar.readAllBytes();
            boolean isShort = content.length <= SHORT;
            files.put(
                    "/" + entry.getName().replaceFirst("/$", ""),
                    new ImageFile(
                            entry.getLongUserId(),
                            entry.getMode() & 0777,
                            entry.getLastModifiedDate().toInstant().getEpochSecond(),
                            RegistryClient.digest(content),
                            isShort ? new String(content, java.nio.charset.StandardCharsets.UTF_8) : ""));
        }
    }

    /// The text of a short file.
    String text(String path) {
        ImageFile file = files.get(path);
        if (file == null) {
            throw new IllegalArgumentException("path must be a file of the image but was " + path);
        }
        return file.text();
    }
}
