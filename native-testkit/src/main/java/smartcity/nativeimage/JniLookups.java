package smartcity.nativeimage;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the native library of a Java package looks up by JNI, as far as names in its file say so: a library keeps the
/// name of each field and method that it looks up as a text that ends with a zero byte.
///
/// @param types start of the names of the classes whose members it looks up
/// @param libraries its file for each processor that executables are built for
record JniLookups(String types, List<String> libraries) {
    static final List<JniLookups> ALL = List.of(
            new JniLookups(
                    "com.github.luben.zstd.",
                    List.of("linux/amd64/libzstd-jni-*.so", "linux/aarch64/libzstd-jni-*.so")),
            new JniLookups(
                    "org.xerial.snappy.",
                    List.of(
                            "org/xerial/snappy/native/Linux/x86_64/libsnappyjava.so",
                            "org/xerial/snappy/native/Linux/aarch64/libsnappyjava.so")));

    /// Fields of the registered classes that a library looks up and the metadata omits, and members of the
    /// metadata that no library looks up.
    Stream<String> problems(ReachabilityFile metadata, ClassPathFiles files) {
        return libraries.stream().flatMap(library -> {
            Set<String> texts = files.matching(library).stream()
                    .flatMap(file -> texts(files.content(file).orElseThrow()).stream())
                    .collect(Collectors.toSet());
            return metadata.jniTypes()
                    .filter(type -> type.path("type").asText().startsWith(types))
                    .flatMap(type -> problemsOf(type, texts, files).map(problem -> problem + " in " + library));
        });
    }

    private static Stream<String> problemsOf(JsonNode type, Set<String> texts, ClassPathFiles files) {
        String name = type.path("type").asText();
        Set<String> fields = names(type, "fields");
        Set<String> members = new TreeSet<>(fields);
        members.addAll(names(type, "methods"));
        Stream<String> unused = members.stream()
                .filter(member -> !texts.contains(member))
                .map(member -> "registers what is not looked up: " + name + "." + member);
        Stream<String> omitted = ClassMembers.of(name, files).stream()
                .flatMap(found -> found.fields().stream())
                .filter(field -> texts.contains(field) && !fields.contains(field))
                .map(field -> "omits a field that is looked up: " + name + "." + field);
        return Stream.concat(unused, omitted);
    }

    private static Set<String> names(JsonNode type, String kind) {
        return ReachabilityFile.elements(type, kind)
                .map(member -> member.path("name").asText())
                .collect(Collectors.toSet());
    }

    /// The texts of a file, each between two zero bytes.
    private static Set<String> texts(byte[] file) {
        Set<String> texts = new HashSet<>();
        int start = 0;
        for (int i = 0; i < file.length; i++) {
            if (file[i] == 0) {
                if (i > start) {
                    texts.add(new String(file, start, i - start, StandardCharsets.ISO_8859_1));
                }
                start = i + 1;
            }
        }
        return texts;
    }
}
