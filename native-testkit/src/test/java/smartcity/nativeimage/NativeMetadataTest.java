package smartcity.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each kind of fault that metadata can have is found, and metadata without a fault passes.
class NativeMetadataTest {
    private static final String FOLDER = "META-INF/native-image/smartcity/city/";

    private static final String SOUND = """
            {
              "comment": [
                "com.github.luben.zstd.Stream: the library looks them up",
                "schemas/*.schema.json: read by computed names"
              ],
              "reflection": [
                {
                  "type": "com.github.luben.zstd.Stream",
                  "jniAccessible": true,
                  "fields": [{"name": "srcPos"}, {"name": "dstPos"}],
                  "methods": [{"name": "flush", "parameterTypes": ["int", "java.lang.String", "byte[]"]}]
                }
              ],
              "resources": [{"glob": "schemas/*.schema.json"}]
            }""";

    @TempDir
    private Path folder;

    /// A class path with a library of zstd for both processors, a class whose members it looks up, and a schema.
    @BeforeEach
    void build() throws IOException {
        write("linux/amd64/libzstd-jni-1.5.7-15.so", "ELF\0srcPos\0dstPos\0flush\0unrelated\0");
        write("linux/aarch64/libzstd-jni-1.5.7-15.so", "ELF\0flush\0srcPos\0dstPos\0");
        write("schemas/gps_data.schema.json", "{}");
        Files.createDirectories(folder.resolve("com/github/luben/zstd"));
        Files.write(
                folder.resolve("com/github/luben/zstd/Stream.class"),
                SampleClass.with(
                        "com.github.luben.zstd.Stream",
                        List.of("srcPos", "dstPos", "stream"),
                        "flush",
                        "(ILjava/lang/String;[B)V"));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    }

    private List<String> problems() {
        return NativeMetadata.of(List.of(folder)).problems();
    }

    @Test
    void passesSoundMetadata() throws IOException {
        write(FOLDER + "reachability-metadata.json", SOUND);
        write(FOLDER + "native-image.properties", """
                # For a reason.
                Args = --initialize-at-run-time=com.github.luben.zstd,com.github.luben.zstd.Stream \\
                    --add-exports=java.base/sun.nio.ch=ALL-UNNAMED
                """);

        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "zstd.Stream | zstd.Steam | names a class that is not there: com.github.luben.zstd.Steam",
                "{\"name\": \"srcPos\"} | {\"name\": \"srcPosition\"}"
                        + " | names a field that is not there: com.github.luben.zstd.Stream.srcPosition",
                "{\"name\": \"srcPos\"}, | | omits a field that is looked up: com.github.luben.zstd.Stream.srcPos",
                "{\"name\": \"dstPos\"} | {\"name\": \"dstPos\"}, {\"name\": \"stream\"}"
                        + " | registers what is not looked up: com.github.luben.zstd.Stream.stream",
                "\"int\", | \"long\","
                        + " | names a method that is not there: com.github.luben.zstd.Stream.flush[long, java.lang.String, byte[]]",
                "*.schema.json | *.scheme.json | has a glob that matches nothing: schemas/*.scheme.json",
                ": read by computed names | | states no reason for schemas/*.schema.json",
                "\"resources\" | \"resource\" | has an unknown section: resource",
                "jniAccessible | jniAccesible"
                        + " | has an unknown attribute of com.github.luben.zstd.Stream: jniAccesible",
            })
    void findsAFaultOfReachability(String sound, String planted, String problem) throws IOException {
        write(FOLDER + "reachability-metadata.json", SOUND.replace(sound, planted == null ? "" : planted));

        assertThat(problems()).anyMatch(found -> found.startsWith(FOLDER + "reachability-metadata.json " + problem));
    }

    @Test
    void findsAFieldThatAnUpgradeOfTheLibraryLooksUp() throws IOException {
        write(FOLDER + "reachability-metadata.json", SOUND);
        write("linux/aarch64/libzstd-jni-1.5.7-15.so", "ELF\0flush\0srcPos\0dstPos\0stream\0");

        assertThat(problems())
                .containsExactly(FOLDER + "reachability-metadata.json omits a field that is looked up:"
                        + " com.github.luben.zstd.Stream.stream in linux/aarch64/libzstd-jni-*.so");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# A reason.\\nArgs = --initialize-at-run-time=com.github.lubin.zstd"
                        + " | --initialize-at-run-time= names no class and no package: com.github.lubin.zstd",
                "# A reason.\\nArgs = --add-exports=java.base/sun.nio.cs2=ALL-UNNAMED"
                        + " | --add-exports= needs no export: java.base/sun.nio.cs2",
                "# A reason.\\nArgs = --add-exports=java.base/java.nio=ALL-UNNAMED"
                        + " | --add-exports= needs no export: java.base/java.nio",
                "# A reason.\\nArgs = --initialise-at-run-time=com.github.luben.zstd"
                        + " | has an option without a check: --initialise-at-run-time=com.github.luben.zstd",
                "Args = --add-exports=java.base/sun.nio.ch=ALL-UNNAMED | has no comment with its reason",
            })
    void findsAFaultOfOptions(String text, String problem) throws IOException {
        write(FOLDER + "native-image.properties", text.replace("\\n", "\n"));

        assertThat(problems()).containsExactly(FOLDER + "native-image.properties " + problem);
    }

    @Test
    void findsAFileThatNativeImageDoesNotRead() throws IOException {
        write(FOLDER + "reachability.json", SOUND);

        assertThat(problems())
                .containsExactly(FOLDER + "reachability.json is neither reachability-metadata.json nor"
                        + " native-image.properties");
    }

    @Test
    void listsWhatAnExecutableWouldLack() throws IOException {
        write(FOLDER + "reachability-metadata.json", SOUND);
        List<String> needed = List.of("schemas/gps_data.schema.json", "schemas/new_data.schema.json", "VERSION");
        write("VERSION", "1");

        assertThat(NativeMetadata.of(List.of(folder)).missing(needed))
                .containsExactly("schemas/new_data.schema.json", "VERSION");
    }
}
