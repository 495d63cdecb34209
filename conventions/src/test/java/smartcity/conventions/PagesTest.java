package smartcity.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds pages to their length, and their links to files that exist.
class PagesTest {
    private static final int README_LINES = 150;
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)(?:#[^)]*)?\\)");

    @Test
    void noReadmeIsLongerThanAFirstReadingTakes() {
        List<Path> readmes = ProjectFiles.endingWith("README.md");

        assertThat(readmes)
                .isNotEmpty()
                .allSatisfy(readme -> assertThat(ProjectFiles.linesOf(readme))
                        .as("lines of %s", readme)
                        .hasSizeLessThanOrEqualTo(README_LINES));
    }

    @Test
    void linksLeadToFilesThatExist() {
        List<String> broken = new ArrayList<>();

        for (Path page : ProjectFiles.endingWith(".md")) {
            for (MatchResult link : LINK.matcher(String.join("\n", ProjectFiles.linesOf(page)))
                    .results()
                    .toList()) {
                if (!Files.exists(page.resolveSibling(link.group(1)))) {
                    broken.add(ProjectFiles.ROOT.relativize(page) + " -> " + link.group(1));
                }
            }
        }

        assertThat(broken).isEmpty();
    }
}
