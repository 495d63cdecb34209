package smartcity.local.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smartcity.local.child.ChildProgram;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;

/// The packaged sink as it is started everywhere: with the flags of its `jvm.options`, and with an AOT cache, classes
/// and profiles that an earlier run has written, if there is one. An executable has neither: it gets the heap of that
/// file.
///
/// @param application its jar or executable
/// @param jvmOptions file with the flags of its JVM
public record PackagedSink(PackagedService application, Path jvmOptions) {
    /// The cache of this launcher's JDK, made since the application was built; any other is ignored.
    public Optional<Path> cache() {
        if (application.executable().isPresent()) {
            return Optional.empty();
        }
        Path jar = application.jar();
        Path file = cacheFile();
        try {
            boolean fresh = Files.exists(file)
                    && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) >= 0;
            return fresh ? Optional.of(file) : Optional.empty();
        } catch (IOException e) {
            throw new LaunchException("Failed to look at " + file + ": " + FileFailure.reason(e), e);
        }
    }

    /// The sink, with the cache if there is one. A JVM that cannot use the cache after all warns and does without.
    public ChildProgram program(String name, Map<String, String> environment) {
        return program(
                name, cache().map(file -> List.of("-XX:AOTCache=" + file)).orElse(List.of()), environment);
    }

    /// The sink as a run that writes a cache, with the flags of `training.options` too: the JVM writes it
    /// after SIGTERM, which takes a while.
    public ChildProgram training(String name, Map<String, String> environment) {
        List<String> flags = List.of(
                "-XX:AOTCacheOutput=" + unfinished(),
                "@" + jvmOptions,
                "@" + jvmOptions.resolveSibling("training.options"));
        return onJvm().application.program(name, flags, environment);
    }

    /// Puts the cache that a training has written into use.
    ///
    /// @return its path
    /// @throws LaunchException if there is none
    public Path keepTrained() {
        try {
            return Files.move(unfinished(), cacheFile(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LaunchException("Failed to keep the AOT cache: the JVM has not written " + unfinished(), e);
        }
    }

    /// The same on a JVM.
    public PackagedSink onJvm() {
        return new PackagedSink(new PackagedService(application.jar(), Optional.empty()), jvmOptions);
    }

    /// The same as a native executable.
    public PackagedSink asExecutable(Path executable) {
        return new PackagedSink(new PackagedService(application.jar(), Optional.of(executable)), jvmOptions);
    }

    private ChildProgram program(String name, List<String> cache, Map<String, String> environment) {
        List<String> flags = new ArrayList<>(cache);
        flags.addAll(application.executable().isPresent() ? lines() : List.of("@" + jvmOptions));
        return application.program(name, flags, environment);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(jvmOptions);
        } catch (IOException e) {
            throw new LaunchException("Failed to read " + jvmOptions + ": " + FileFailure.reason(e), e);
        }
    }

    /// Beside the jar, so that a build removes it. Each build of a JDK needs a cache of its own.
    private Path cacheFile() {
        return application.jar().resolveSibling("sink-" + Runtime.version() + ".aot");
    }

    /// A half-written cache must never have the name of a whole one.
    private Path unfinished() {
        return application.jar().resolveSibling("training.aot");
    }
}
