package smartcity.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a person reads of a failure is its reason. The text of an exception begins with the name of a Java class.
class FailureTextTest {
    private static final Pattern EXCEPTION_AS_TEXT = Pattern.compile("\" \\+ (e|failure|cause|thrown)\\s*[,;)]");

    @Test
    void noMessageHasTheTextOfAnException() {
        List<String> lines = ProjectFiles.endingWith(".java").stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .flatMap(file -> ProjectFiles.linesOf(file).stream()
                        .filter(line -> EXCEPTION_AS_TEXT.matcher(line).find())
                        .map(line -> file + ": " + line.strip()))
                .toList();

        assertThat(lines).isEmpty();
    }
}
