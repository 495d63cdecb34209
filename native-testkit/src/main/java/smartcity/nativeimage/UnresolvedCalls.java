package smartcity.nativeimage;

import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Calls of a library to methods that the present version of another library does not have. A JVM fails at the first
/// such call; native-image fails if it can reach one.
final class UnresolvedCalls {
    private UnresolvedCalls() {}

    /// The calls of a package to another one, as `caller -> class.method`; to classes that are not there they are left
    /// out, as code without an optional library has them.
    ///
    /// @param caller start of the names of the calling classes' files, such as `io/netty/handler/`
    /// @param called start of the names of the called classes
    static List<String> in(ClassPathFiles files, String caller, String called) {
        return files.names().stream()
                .filter(name -> name.startsWith(caller) && name.endsWith(".class"))
                .flatMap(name -> calls(ClassMembers.parse(files.content(name).orElseThrow()), called)
                        .filter(call -> isMissing(call, files))
                        .map(call -> name + " -> " + call.owner().asInternalName() + "."
                                + call.name().stringValue()))
                .distinct()
                .toList();
    }

    private static Stream<MemberRefEntry> calls(ClassMembers type, String called) {
        return StreamSupport.stream(type.type().constantPool().spliterator(), false)
                .filter(MethodRefEntry.class::isInstance)
                .map(MemberRefEntry.class::cast)
                .filter(call -> call.owner().asInternalName().startsWith(called));
    }

    /// A class whose superclass is of the JDK, such as an enum, may have the method from there.
    private static boolean isMissing(MemberRefEntry call, ClassPathFiles files) {
        Optional<ClassMembers> type = members(call.owner().asInternalName(), files);
        boolean ofObject = false;
        while (type.isPresent()) {
            if (type.get().type().methods().stream().anyMatch(method -> isCalled(method, call))) {
                return false;
            }
            String superclass = type.get().superclass().orElse("java/lang/Object");
            ofObject = superclass.equals("java/lang/Object");
            type = members(superclass, files);
        }
        return ofObject;
    }

    private static boolean isCalled(MethodModel method, MemberRefEntry call) {
        return method.methodName().equalsString(call.name().stringValue())
                && method.methodType().equalsString(call.type().stringValue());
    }

    private static Optional<ClassMembers> members(String name, ClassPathFiles files) {
        return files.content(name + ".class").map(ClassMembers::parse);
    }
}
