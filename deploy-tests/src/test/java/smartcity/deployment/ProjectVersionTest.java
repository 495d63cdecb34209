package smartcity.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProjectVersionTest {
    /// A release of another version must pass its own tests.
    @Test
    void noTestOfADeploymentNamesTheVersionItself() throws IOException {
        Pattern literal = Pattern.compile("\"[^\"\n]*\\b" + Pattern.quote(ProjectVersion.read()) + "\\b[^\"\n]*\"");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Tool.REPOSITORY.resolve("deploy-tests/src"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                literal.matcher(Files.readString(file))
                        .results()
                        .forEach(text -> found.add(file.getFileName() + ": " + text.group()));
            }
        }

        assertThat(found).isEmpty();
    }
}
