package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import smartcity.nativeimage.ClassMembers;

/// Why `hadoop-client-api` is in the native build of the sink, and in no other: Parquet's writer names
/// classes whose outer classes extend classes of Hadoop. When none is left, the profile `native` of `pom.xml`
/// needs no Hadoop.
class HadoopScopeTest {
    private static final String WRITER = "org/apache/parquet/hadoop/ParquetFileWriter";

    /// Nested classes that the writer names, with the superclass of their outer class where that is Hadoop's.
    private static List<String> hadoopSuperclasses() {
        return members(WRITER).orElseThrow().namedClasses().stream()
                .filter(name -> name.startsWith("org/apache/parquet/") && name.contains("$"))
                .map(name -> name.substring(0, name.indexOf('$')))
                .distinct()
                .flatMap(outer -> members(outer).flatMap(ClassMembers::superclass).stream())
                .filter(superclass -> superclass.startsWith("org/apache/hadoop/"))
                .toList();
    }

    private static Optional<ClassMembers> members(String name) {
        try (InputStream file = HadoopScopeTest.class.getResourceAsStream("/" + name + ".class")) {
            return file == null ? Optional.empty() : Optional.of(ClassMembers.parse(file.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("Failed to read " + name, e);
        }
    }

    @Test
    void parquetNamesAClassWhoseOuterClassExtendsOneOfHadoop() {
        assertThat(hadoopSuperclasses()).containsExactly("org/apache/hadoop/mapreduce/lib/output/FileOutputFormat");
    }

    @Test
    void hadoopClientApiHasTheSuperclassesUpToObject() {
        Stream<String> chain = Stream.iterate(
                hadoopSuperclasses().getFirst(),
                name -> !name.equals("java/lang/Object"),
                name -> members(name).flatMap(ClassMembers::superclass).orElse("java/lang/Object"));

        assertThat(chain).allSatisfy(name -> assertThat(members(name)).as(name).isPresent());
    }

    @Test
    void onlyTheNativeBuildHasHadoopAtRunTime() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        int profiles = pom.indexOf("<profiles>");
        String hadoop = "<artifactId>hadoop-client-api</artifactId>\\s*<scope>%s</scope>";

        assertThat(pom.substring(0, profiles)).containsPattern(hadoop.formatted("provided"));
        assertThat(pom.substring(profiles)).containsPattern("(?s)<id>native</id>.*" + hadoop.formatted("compile"));
    }
}
