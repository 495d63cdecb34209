package smartcity.deployment.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// The files of a base image that can run Java: a runtime linked from this machine's JDK, the C libraries
/// that it needs, and nothing else; not even a shell.
final class JavaLayer {
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+\\.so\\S*)(?= \\(0x)");

    /// Modules of the services and of what they are built with; more than they need.
    private static final String MODULES = "java.se,jdk.unsupported,jdk.crypto.ec,jdk.management,jdk.net,jdk.zipfs";

    private final TarArchiveOutputStream tar;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private JavaLayer() {
        tar = new TarArchiveOutputStream(bytes);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    /// A tar archive with the runtime in `/opt/java/openjdk`.
    static byte[] archive(Path folder) throws IOException, InterruptedException {
        Path runtime = folder.resolve("runtime");
        run(
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                runtime.toString());
        JavaLayer layer = new JavaLayer();
        layer.addFolder("tmp", 01777);
        try (Stream<Path> files = Files.walk(runtime)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                layer.addFile(file, "opt/java/openjdk/" + runtime.relativize(file));
            }
        }
        for (String library : libraries(runtime)) {
            layer.addFile(Path.of(library), library.substring(1));
        }
        layer.tar.close();
        return layer.bytes.toByteArray();
    }

    private static Set<String> libraries(Path runtime) throws IOException, InterruptedException {
        Set<String> libraries = new TreeSet<>();
        for (String program : new String[] {"bin/java", "lib/server/libjvm.so", "lib/libzip.so", "lib/libnet.so"}) {
            Matcher library =
                    LIBRARY.matcher(run("ldd", runtime.resolve(program).toString()));
            while (library.find()) {
                if (!library.group(1).startsWith(runtime.toString())) {
                    libraries.add(library.group(1));
                }
            }
        }
        return libraries;
    }

    private void addFolder(String name, int mode) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name + "/");
        entry.setMode(040000 | mode);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private void addFile(Path file, String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(Files.size(file));
        entry.setMode(0100000 | (Files.isExecutable(file) ? 0755 : 0644));
        tar.putArchiveEntry(entry);
        Files.copy(file, tar);
        tar.closeArchiveEntry();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
        if (process.waitFor() != 0) {
            throw new IOException("Failed to run " + String.join(" ", command) + ": " + output);
        }
        return output;
    }
}
