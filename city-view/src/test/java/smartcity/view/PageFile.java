package smartcity.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A file of the page, as it is served.
final class PageFile {
    private PageFile() {}

    /// @param name such as `js/map.js`
    static String text(String name) throws IOException {
        try (InputStream file = PageFile.class.getResourceAsStream("/META-INF/resources/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
