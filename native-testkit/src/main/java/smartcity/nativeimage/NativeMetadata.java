package smartcity.nativeimage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What this project's modules on a class path state for native-image.
public final class NativeMetadata {
    private static final String GLOB = "META-INF/native-image/smartcity/**";
    private static final String REACHABILITY = "reachability-metadata.json";
    private static final String OPTIONS = "native-image.properties";

    private final ClassPathFiles files;

    private NativeMetadata(ClassPathFiles files) {
        this.files = files;
    }

    /// Of this process.
    public static NativeMetadata ofThisProcess() {
        return new NativeMetadata(ClassPathFiles.ofThisProcess());
    }

    /// Of a class path.
    ///
    /// @param entries jars and folders
    public static NativeMetadata of(List<Path> entries) {
        return new NativeMetadata(ClassPathFiles.of(entries));
    }

    /// Every entry that names what is not on the class path, that has no reason, or whose kind has no check, a sentence
    /// each; empty when there is nothing to object.
    public List<String> problems() {
        return metadata().stream()
                .flatMap(file -> problemsOf(file).map(problem -> file + " " + problem))
                .toList();
    }

    private Stream<String> problemsOf(String file) {
        if (file.endsWith("/" + OPTIONS)) {
            return new ImageOptions(text(file)).problems(files);
        }
        if (file.endsWith("/" + REACHABILITY)) {
            ReachabilityFile reachability = ReachabilityFile.parse(text(file));
            Stream<String> unused = JniLookups.ALL.stream().flatMap(lookups -> lookups.problems(reachability, files));
            return Stream.concat(reachability.problems(files), unused);
        }
        return Stream.of("is neither " + REACHABILITY + " nor " + OPTIONS);
    }

    /// The files that are on the class path and that an executable would lack.
    ///
    /// @param resources names of files; one that is not on the class path is missing too
    public List<String> missing(List<String> resources) {
        List<String> globs =
                reachability().flatMap(file -> file.globs().stream()).toList();
        return resources.stream()
                .filter(resource ->
                        globs.stream().noneMatch(glob -> files.matching(glob).contains(resource)))
                .toList();
    }

    /// Names of all metadata files.
    public List<String> metadata() {
        return files.matching(GLOB).stream().sorted().toList();
    }

    private Stream<ReachabilityFile> reachability() {
        return metadata().stream()
                .filter(file -> file.endsWith("/" + REACHABILITY))
                .map(file -> ReachabilityFile.parse(text(file)));
    }

    private String text(String file) {
        return new String(files.content(file).orElseThrow(), StandardCharsets.UTF_8);
    }
}
