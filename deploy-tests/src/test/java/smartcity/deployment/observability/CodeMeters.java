package smartcity.deployment.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import smartcity.deployment.Tool;

/// The meters that the code of the services registers.
final class CodeMeters {
    private static final Pattern NAME = Pattern.compile("\"((?:sink|smartcity)(?:\\.[a-z]+)+)\"");

    private CodeMeters() {}

    /// Their names in all modules, with underscores instead of dots.
    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> modules = Files.list(Tool.REPOSITORY)) {
            modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .forEach(sources -> collect(sources, names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static void collect(Path sources, Set<String> names) {
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(CodeMeters::text)
                    .filter(text -> text.contains("io.micrometer."))
                    .forEach(text -> namesIn(text, names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void namesIn(String source, Set<String> names) {
        NAME.matcher(source).results().forEach(name -> names.add(name.group(1).replace('.', '_')));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
