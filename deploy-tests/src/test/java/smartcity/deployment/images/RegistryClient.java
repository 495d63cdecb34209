package smartcity.deployment.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Puts blobs and manifests into a registry and takes them out. Source: Docker Registry HTTP API V2.
///
/// @param host name and port of the registry
record RegistryClient(String host) {
    static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The JSON below `/v2/<repository>/`.
    JsonNode json(String repository, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(repository, path))
                .header("Accept", MANIFEST)
                .build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        require(response, 200);
        return JSON.readTree(response.body());
    }

    /// The bytes of a blob.
    InputStream blob(String repository, String digest) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri(repository, "blobs/" + digest)).build();
        HttpResponse<InputStream> response = HTTP.send(request, BodyHandlers.ofInputStream());
        require(response, 200);
        return response.body();
    }

    /// Stores a blob and returns its digest.
    String upload(String repository, byte[] blob) throws IOException, InterruptedException {
        String digest = digest(blob);
        HttpRequest begin = HttpRequest.newBuilder(uri(repository, "blobs/uploads/"))
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<Void> begun = HTTP.send(begin, BodyHandlers.discarding());
        require(begun, 202);
        String location = begun.headers().firstValue("Location").orElseThrow();
        URI target = URI.create("http://" + host).resolve(location + "&digest=" + digest);
        HttpRequest put = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(blob))
                .build();
        require(HTTP.send(put, BodyHandlers.discarding()), 201);
        return digest;
    }

    /// Gives an image its tag.
    void tag(String repository, String tag, JsonNode manifest) throws IOException, InterruptedException {
        HttpRequest put = HttpRequest.newBuilder(uri(repository, "manifests/" + tag))
                .header("Content-Type", MANIFEST)
                .PUT(BodyPublishers.ofString(manifest.toString(), StandardCharsets.UTF_8))
                .build();
        require(HTTP.send(put, BodyHandlers.discarding()), 201);
    }

    /// The digest by which registries name these bytes.
    static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private URI uri(String repository, String path) {
        return URI.create("http://" + host + "/v2/" + repository + "/" + path);
    }

    private static void require(HttpResponse<?> response, int status) throws IOException {
        if (response.statusCode() != status) {
            throw new IOException("Failed to request " + response.uri() + ": status " + response.statusCode());
        }
    }
}
