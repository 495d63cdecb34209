package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageOpeningTest {
    private static final String PAGE = "http://localhost:8080";

    @TempDir
    private Path folder;

    /// A program that writes what it is given into a file beside it.
    private void program(String name) throws IOException {
        Path program = folder.resolve(name);
        Files.writeString(program, "#!/bin/sh\nprintf %s \"$1\" > \"$0.opened\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private PageOpening opening(boolean wanted, String system, String display) {
        return new PageOpening(wanted, system, Map.of(display, ":0", "PATH", folder.toString()));
    }

    @ParameterizedTest
    @CsvSource({"Linux, DISPLAY, xdg-open", "Linux, WAYLAND_DISPLAY, xdg-open", "Mac OS X, TERM, open"})
    void opensThePageOnTheDesktop(String system, String display, String program) throws IOException {
        program(program);

        String line = opening(true, system, display).open(PAGE);

        assertThat(line).isEqualTo("See the city: " + PAGE);
        await().untilAsserted(() ->
                assertThat(folder.resolve(program + ".opened")).exists().hasContent(PAGE));
    }

    @Test
    void offersToOpenItWhereThereIsADesktop() throws IOException {
        program("xdg-open");

        assertThat(opening(false, "Linux", "DISPLAY").open(PAGE))
                .isEqualTo("See the city: " + PAGE + " (--open opens it)");
        assertThat(opening(false, "Linux", "TERM").open(PAGE)).isEqualTo("See the city: " + PAGE);
    }

    @Test
    void saysThatThereIsNoDesktop() throws IOException {
        String withoutProgram = opening(true, "Linux", "DISPLAY").open(PAGE);
        program("xdg-open");
        String withoutDisplay = opening(true, "Linux", "TERM").open(PAGE);

        assertThat(withoutProgram)
                .isEqualTo(withoutDisplay)
                .isEqualTo("See the city: " + PAGE + " (there is no desktop to open it on)");
    }
}
