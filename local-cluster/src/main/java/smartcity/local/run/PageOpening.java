package smartcity.local.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens the page in the browser of this machine's desktop, if that is wanted and there is one.
public final class PageOpening {
    private static final String SEE = "See the city: ";

    private final boolean wanted;

    /// The program that opens an address on the desktop; empty where there is no desktop.
    private final Optional<Path> opener;

    /// @param system name of the operating system
    /// @param environment with the display and the path of programs
    PageOpening(boolean wanted, String system, Map<String, String> environment) {
        this.wanted = wanted;
        boolean mac = system.startsWith("Mac");
        boolean display = !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        this.opener = mac || display ? onPath(mac ? "open" : "xdg-open", environment) : Optional.empty();
    }

    /// On this machine.
    public static PageOpening ofThisMachine(boolean wanted) {
        return new PageOpening(wanted, System.getProperty("os.name", ""), System.getenv());
    }

    private static Optional<Path> onPath(String program, Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Opens the page, or not, and returns the line that says where it is.
    String open(String address) {
        if (!wanted) {
            return SEE + address + (opener.isPresent() ? " (--open opens it)" : "");
        }
        return SEE
                + address
                + (opener.filter(program -> starts(program, address)).isPresent()
                        ? ""
                        : " (there is no desktop to open it on)");
    }

    private static boolean starts(Path program, String address) {
        try {
            Process _ = new ProcessBuilder(List.of(program.toString(), address))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
