package smartcity.nativeimage;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// Every file of a class path by its name, such as `smartcity/road/Road.class`. Of two files of one name the first
/// counts, as for a class loader.
final class ClassPathFiles {
    private final Map<String, Path> entryOf;

    private ClassPathFiles(Map<String, Path> entryOf) {
        this.entryOf = entryOf;
    }

    /// Of this process, as it was started.
    static ClassPathFiles ofThisProcess() {
        return of(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList());
    }

    /// @param entries jars and folders; those that do not exist are passed over
    static ClassPathFiles of(List<Path> entries) {
        Map<String, Path> entryOf = new LinkedHashMap<>();
        for (Path entry : entries) {
            namesIn(entry).forEach(name -> entryOf.putIfAbsent(name, entry));
        }
        return new ClassPathFiles(entryOf);
    }

    Set<String> names() {
        return entryOf.keySet();
    }

    /// The names that a glob of native-image's metadata matches: `*` stays within a folder, `**` does not.
    Set<String> matching(String glob) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        // A class path has tens of thousands of names, and a path of each costs more than all else here.
        String start = glob.split("[*?\\[{\\\\]", 2)[0];
        return entryOf.keySet().stream()
                .filter(name -> name.startsWith(start) && matcher.matches(Path.of(name)))
                .collect(Collectors.toSet());
    }

    /// The content of a file; empty if there is none of that name.
    Optional<byte[]> content(String name) {
        Path entry = entryOf.get(name);
        return entry == null ? Optional.empty() : Optional.of(read(entry, name));
    }

    private static byte[] read(Path entry, String name) {
        try {
            if (Files.isDirectory(entry)) {
                return Files.readAllBytes(entry.resolve(name));
            }
            try (JarFile jar = new JarFile(entry.toFile());
                    InputStream in = jar.getInputStream(jar.getEntry(name))) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + name + " of " + entry, e);
        }
    }

    private static List<String> namesIn(Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                try (Stream<Path> files = Files.walk(entry)) {
                    return files.filter(Files::isRegularFile)
                            .map(file -> entry.relativize(file).toString().replace(File.separatorChar, '/'))
                            .toList();
                }
            }
            if (!Files.isRegularFile(entry)) {
                return List.of();
            }
            try (JarFile jar = new JarFile(entry.toFile())) {
                return jar.stream()
                        .filter(file -> !file.isDirectory())
                        .map(ZipEntry::getName)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to list " + entry, e);
        }
    }
}
