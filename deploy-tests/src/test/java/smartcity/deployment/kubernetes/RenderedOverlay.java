package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smartcity.deployment.Tool;
import smartcity.deployment.ToolRun;

/// What kubectl makes of an overlay, or of an overlay with further components.
///
/// @param name for messages
/// @param objects in the order in which kubectl prints them
record RenderedOverlay(String name, List<ManifestObject> objects) {
    static final Path FOLDER = Tool.REPOSITORY.resolve("deploy/kubernetes");

    private static final Path VARIANTS = Tool.REPOSITORY.resolve("target/kubernetes-variants");
    private static final Map<String, RenderedOverlay> RENDERED = new ConcurrentHashMap<>();

    /// Every overlay, and each with the components that it does not have and may have. The order of components is as
    /// their README asks for it.
    static final List<String> NAMES = List.of(
            "local",
            "aws",
            "aws-strimzi",
            "local+hpa",
            "local+keda+monitoring",
            "local+native+dry-run+static-membership",
            "local+aot+dry-run",
            "local+backfill",
            "aws+hpa+monitoring",
            "aws+keda-msk-iam+monitoring+audit-msk-iam",
            "aws+hpa+dry-run+static-membership",
            "aws+backfill",
            "aws-strimzi+native+dry-run+static-membership",
            "aws-strimzi+aot",
            "aws-strimzi+backfill");

    /// The overlay of this name, followed by `+` and the name of each further component.
    static RenderedOverlay named(String name) {
        return RENDERED.computeIfAbsent(name, RenderedOverlay::render);
    }

    static Stream<RenderedOverlay> all() {
        return NAMES.stream().map(RenderedOverlay::named);
    }

    private static RenderedOverlay render(String name) {
        try {
            return in(folder(name), name);
        } catch (IOException e) {
            throw new IllegalStateException("Failed to render " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Failed to render " + name, e);
        }
    }

    /// An overlay of a user's own.
    static RenderedOverlay in(Path folder, String name) throws IOException, InterruptedException {
        return new RenderedOverlay(name, ManifestObject.parse(yaml(folder)));
    }

    /// The folder that kubectl can apply.
    static Path folder(String name) throws IOException {
        List<String> parts = List.of(name.split("\\+"));
        if (parts.size() == 1) {
            return FOLDER.resolve("overlays").resolve(name);
        }
        Path variant = Files.createDirectories(VARIANTS.resolve(name));
        Path root = variant.relativize(FOLDER);
        String components = parts.stream()
                .skip(1)
                .map(component -> "  - " + root.resolve("components").resolve(component) + "\n")
                .collect(Collectors.joining());
        Files.writeString(variant.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: smart-city
                resources:
                  - %s
                components:
                %s""".formatted(
                        root.resolve("overlays").resolve(parts.getFirst()), components));
        return variant;
    }

    private static String yaml(Path folder) throws IOException, InterruptedException {
        ToolRun run = Tool.named("kubectl").run("kustomize", folder.toString());
        assertThat(run.code()).as(run.errors()).isZero();
        return run.output();
    }

    List<ManifestObject> of(String kind) {
        return objects.stream().filter(object -> object.isOf(kind)).toList();
    }

    /// The object of a kind and a name, which may have a hash behind it.
    ManifestObject one(String kind, String name) {
        return of(kind).stream()
                .filter(object -> object.name().equals(name) || object.name().matches(name + "-[a-z0-9]{10}"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(this.name + " must have a " + kind + " " + name));
    }

    boolean has(String kind, String name) {
        return of(kind).stream().anyMatch(object -> object.name().equals(name));
    }

    @Override
    public String toString() {
        return name;
    }
}
