package smartcity.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of the project, which images and manifests have as their tag.
public final class ProjectVersion {
    private static final Pattern VERSION = Pattern.compile("<artifactId>smart-city</artifactId>\\s*<version>(.*?)<");

    private ProjectVersion() {}

    /// That of the root `pom.xml`, such as `0.1.0`.
    ///
    /// @throws IllegalStateException if it has none
    public static String read() {
        try {
            Matcher version = VERSION.matcher(Files.readString(Tool.REPOSITORY.resolve("pom.xml")));
            if (!version.find()) {
                throw new IllegalStateException("The root pom.xml must have a version");
            }
            return version.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
