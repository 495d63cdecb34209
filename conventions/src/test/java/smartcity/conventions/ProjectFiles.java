package smartcity.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The files of the project as a reader sees them: without what is built, and without hidden folders but those of
/// continuous integration.
final class ProjectFiles {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> BUILT = Set.of("target", "node_modules");

    private static final Set<String> CONTINUOUS_INTEGRATION = Set.of(".ci", ".github");

    private ProjectFiles() {}

    /// All files whose names end like one of these, by path.
    static List<Path> endingWith(String... endings) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return isSkipped(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (List.of(endings).stream().anyMatch(file.toString()::endsWith)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to list the files below " + ROOT, e);
        }
        return found.stream().sorted().toList();
    }

    static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + file, e);
        }
    }

    private static boolean isSkipped(Path folder) {
        String name = folder.getFileName().toString();
        return !folder.equals(ROOT)
                && (BUILT.contains(name) || (name.startsWith(".") && !CONTINUOUS_INTEGRATION.contains(name)));
    }
}
