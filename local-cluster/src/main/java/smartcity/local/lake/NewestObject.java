package smartcity.local.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The object that landed last, found without reading the whole lake.
public final class NewestObject {
    private NewestObject() {}

    /// The newest Parquet file below `topic`, relative to it; empty if there is none.
    ///
    /// A file that lands changes its folder's time, so only the folder changed last is listed.
    public static Optional<Path> in(Path topic) {
        return folders(topic)
                .max(Comparator.comparing(NewestObject::changed))
                .flatMap(folder -> parquet(folder).max(Comparator.comparing(NewestObject::changed)))
                .map(topic::relativize);
    }

    private static Stream<Path> folders(Path topic) {
        if (!Files.isDirectory(topic)) {
            return Stream.empty();
        }
        List<Path> inside = list(topic).filter(Files::isDirectory).toList();
        return Stream.concat(Stream.of(topic), inside.stream().flatMap(NewestObject::folders))
                .filter(folder -> parquet(folder).findAny().isPresent());
    }

    private static Stream<Path> parquet(Path folder) {
        return list(folder).filter(file -> file.getFileName().toString().endsWith(".parquet"));
    }

    /// The lake changes while it is looked at: what is gone meanwhile counts as old and empty.
    private static Stream<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static FileTime changed(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
