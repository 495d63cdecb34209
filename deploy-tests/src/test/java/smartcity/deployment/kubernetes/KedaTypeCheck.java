package smartcity.deployment.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import smartcity.deployment.Tool;
import smartcity.deployment.ToolRun;

/// Checks resources of KEDA by the types that are generated from its source: the TypeScript compiler refuses literals
/// with a field that the type does not have, or of another type.
final class KedaTypeCheck {
    private static final String GROUP = "keda.sh/v1alpha1";
    private static final Path TYPES = Tool.REPOSITORY.resolve("target/tools/bin/keda-types");

    private KedaTypeCheck() {}

    /// Whether an object is a resource of KEDA.
    static boolean knows(ManifestObject object) {
        return object.apiVersion().equals(GROUP);
    }

    /// What is wrong with resources of KEDA, as the compiler says it; empty if nothing is.
    static Optional<String> problems(List<ManifestObject> objects) throws IOException, InterruptedException {
        Tool compiler = Tool.named("tsc");
        Path folder = Files.createTempDirectory(TYPES.toRealPath(), "check-");
        Path source = folder.resolve("check.ts");
        try {
            Files.writeString(source, source(objects));
            ToolRun run = compiler.run(
                    "--noEmit",
                    "--strict",
                    "--skipLibCheck",
                    "--target",
                    "es2022",
                    "--module",
                    "nodenext",
                    source.toString());
            return run.code() == 0 ? Optional.empty() : Optional.of(run.output() + run.errors());
        } finally {
            Files.delete(source);
            Files.delete(folder);
        }
    }

    /// JSON is a literal of TypeScript. The compiler knows no kind that the types do not have.
    private static String source(List<ManifestObject> objects) {
        StringBuilder source = new StringBuilder();
        Stream<String> kinds = objects.stream().map(ManifestObject::kind).distinct();
        kinds.forEach(kind -> source.append(
                "import type { I%1$s } from \"@kubernetes-models/keda/%2$s/%1$s\";\n".formatted(kind, GROUP)));
        for (int i = 0; i < objects.size(); i++) {
            ManifestObject object = objects.get(i);
            source.append("export const object%d: I%s = %s;\n".formatted(i, object.kind(), object.json()));
        }
        return source.toString();
    }
}
