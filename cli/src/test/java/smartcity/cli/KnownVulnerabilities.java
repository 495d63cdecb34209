package smartcity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/// The advisories of `security/known-vulnerabilities.json`.
record KnownVulnerabilities(List<Advisory> advisories) {
    static final Path FILE = Path.of("../security/known-vulnerabilities.json");

    /// A vulnerability of a library.
    ///
    /// @param library group and artifact, `group:artifact`
    /// @param affected versions that have it
    /// @param unreachable why it cannot be used against a service though an affected version is in it
    record Advisory(String id, String library, VersionRange affected, Optional<String> unreachable) {
        /// Whether a component of a bill of materials has this vulnerability.
        boolean affects(JsonNode component) {
            return library.equals(component.path("group").asText() + ":"
                            + component.path("name").asText())
                    && affected.containsVersion(
                            new DefaultArtifactVersion(component.path("version").asText()));
        }
    }

    static KnownVulnerabilities read() throws IOException {
        List<Advisory> advisories = new ArrayList<>();
        for (JsonNode entry : new ObjectMapper().readTree(FILE.toFile())) {
            advisories.add(new Advisory(
                    entry.path("id").asText(),
                    entry.path("package").asText(),
                    range(entry.path("affected").asText()),
                    Optional.ofNullable(entry.path("unreachable").textValue())));
        }
        return new KnownVulnerabilities(advisories);
    }

    private static VersionRange range(String text) {
        try {
            return VersionRange.createFromVersionSpec(text);
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalArgumentException("affected must be ranges of versions but was " + text, e);
        }
    }

    /// What a bill of materials contains and must not, one `CVE library:version` each.
    List<String> foundIn(JsonNode billOfMaterials) {
        List<String> found = new ArrayList<>();
        for (JsonNode component : billOfMaterials.path("components")) {
            advisories.stream()
                    .filter(advisory -> advisory.unreachable().isEmpty() && advisory.affects(component))
                    .map(advisory -> advisory.id() + " " + advisory.library() + ":"
                            + component.path("version").asText())
                    .forEach(found::add);
        }
        return found;
    }

    /// Exemptions that no component of a bill of materials needs any more, by their IDs.
    List<String> unusedExemptions(JsonNode billOfMaterials) {
        return advisories.stream()
                .filter(advisory -> advisory.unreachable().isPresent())
                .filter(advisory ->
                        billOfMaterials.path("components").valueStream().noneMatch(advisory::affects))
                .map(Advisory::id)
                .toList();
    }
}
