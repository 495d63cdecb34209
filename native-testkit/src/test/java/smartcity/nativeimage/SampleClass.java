package smartcity.nativeimage;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// A class file as a library would bring it.
final class SampleClass {
    private SampleClass() {}

    /// @param fields each of the type `long`
    /// @param method a native method
    static byte[] with(String name, List<String> fields, String method, String descriptor) {
        return ClassFile.of().build(ClassDesc.of(name), type -> {
            fields.forEach(field -> type.withField(field, ConstantDescs.CD_long, ClassFile.ACC_PRIVATE));
            type.withMethod(
                    method,
                    MethodTypeDesc.ofDescriptor(descriptor),
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_NATIVE,
                    _ -> {});
        });
    }
}
