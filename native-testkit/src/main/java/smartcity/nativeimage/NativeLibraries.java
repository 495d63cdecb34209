package smartcity.nativeimage;

import java.util.List;
import java.util.stream.Stream;

/// The files that the libraries of compression load at run time, by the names that their Java code computes.
final class NativeLibraries {
    private NativeLibraries() {}

    /// For Linux on both processors. The version of zstd is that of the class path.
    static List<String> ofThisProcess() {
        String version = ClassPathFiles.ofThisProcess().matching("linux/amd64/libzstd-jni-*.so").stream()
                .map(file -> file.replaceAll(".*-([\\d.]+-\\d+)\\.so", "$1"))
                .findFirst()
                .orElse("of no version");
        return Stream.of(
                        Stream.of("amd64", "aarch64").map(cpu -> "linux/" + cpu + "/libzstd-jni-" + version + ".so"),
                        Stream.of("x86_64", "aarch64")
                                .map(cpu -> "org/xerial/snappy/native/Linux/" + cpu + "/libsnappyjava.so"),
                        Stream.of("org/xerial/snappy/VERSION"))
                .flatMap(files -> files)
                .toList();
    }
}
