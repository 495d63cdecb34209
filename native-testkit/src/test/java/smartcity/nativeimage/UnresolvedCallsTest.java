package smartcity.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnresolvedCallsTest {
    private static final ClassDesc LIBRARY = ClassDesc.of("library.Decoder");

    @TempDir
    private Path folder;

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private void callerOf(String method) throws IOException {
        byte[] caller = ClassFile.of()
                .build(
                        ClassDesc.of("caller.Code"),
                        type -> type.withMethodBody(
                                "run",
                                ConstantDescs.MTD_void,
                                ClassFile.ACC_STATIC,
                                code -> code.iconst_1()
                                        .invokestatic(LIBRARY, method, MethodTypeDesc.ofDescriptor("(I)V"))
                                        .return_()));
        write("caller/Code", caller);
    }

    private List<String> unresolved() {
        return UnresolvedCalls.in(ClassPathFiles.of(List.of(folder)), "caller/", "library/");
    }

    @Test
    void namesAMethodThatTheLibraryDoesNotHave() throws IOException {
        callerOf("pull");
        write("library/Decoder", SampleClass.with("library.Decoder", List.of(), "pull", "()V"));

        assertThat(unresolved()).containsExactly("caller/Code.class -> library/Decoder.pull");
    }

    @Test
    void passesAMethodThatIsThereAndALibraryThatIsNot() throws IOException {
        callerOf("pull");
        assertThat(unresolved()).isEmpty();

        write("library/Decoder", SampleClass.with("library.Decoder", List.of(), "pull", "(I)V"));

        assertThat(unresolved()).isEmpty();
    }
}
