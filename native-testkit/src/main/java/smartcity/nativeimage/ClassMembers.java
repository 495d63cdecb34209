package smartcity.nativeimage;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What a class file declares and names, read without loading the class.
///
/// @param type the parsed file
public record ClassMembers(ClassModel type) {
    /// Those of a class; empty if there is no file of it.
    ///
    /// @param name such as `java.util.Map$Entry`
    static Optional<ClassMembers> of(String name, ClassPathFiles files) {
        return files.content(name.replace('.', '/') + ".class").map(ClassMembers::parse);
    }

    /// Those of a class file.
    ///
    /// @param content of the file
    public static ClassMembers parse(byte[] content) {
        return new ClassMembers(ClassFile.of().parse(content));
    }

    Set<String> fields() {
        return type.fields().stream()
                .map(field -> field.fieldName().stringValue())
                .collect(Collectors.toSet());
    }

    /// Whether it declares a method.
    ///
    /// @param parameters names of types, such as `int` and `java.lang.String`
    boolean declares(String method, List<String> parameters) {
        return type.methods().stream()
                .filter(declared -> declared.methodName().equalsString(method))
                .anyMatch(declared -> parameters(declared.methodTypeSymbol()).equals(parameters));
    }

    private static List<String> parameters(MethodTypeDesc type) {
        return type.parameterList().stream().map(ClassMembers::nameOf).toList();
    }

    private static String nameOf(ClassDesc type) {
        return type.packageName().isEmpty() ? type.displayName() : type.packageName() + "." + type.displayName();
    }

    /// Internal names of the classes that its code or declarations name, such as `java/util/Map$Entry`.
    public Set<String> namedClasses() {
        return StreamSupport.stream(type.constantPool().spliterator(), false)
                .filter(ClassEntry.class::isInstance)
                .map((PoolEntry entry) -> ((ClassEntry) entry).asInternalName())
                .collect(Collectors.toSet());
    }

    /// Internal name of its superclass; empty for `Object`.
    public Optional<String> superclass() {
        return type.superclass().map(ClassEntry::asInternalName);
    }
}
