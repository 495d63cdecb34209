package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smartcity.deployment.Tool;
import smartcity.deployment.ToolRun;

/// A real API server takes every overlay, strictly.
///
/// The variable `KUBE_ASSETS` names a folder with `kube-apiserver` and `etcd`, or one with
/// `k8s/<version>-linux-amd64/{kube-apiserver,etcd,kubectl}` as kube-api-test lays it out; either may have
/// `crds/*.yaml` with the definitions of KEDA and of Prometheus's operator. Objects whose definition is
/// missing are left out, and the test says so.
@EnabledIfEnvironmentVariable(named = "KUBE_ASSETS", matches = ".+", disabledReason = "no API server is given")
class ApiServerIT {
    @TempDir
    private static Path folder;

    private static KubeAPIServer server;
    private static Path kubeConfig;

    @BeforeAll
    static void startServer() throws Exception {
        Path assets = Path.of(Objects.requireNonNull(System.getenv("KUBE_ASSETS")));
        server = new KubeAPIServer(KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withTestDir(laidOut(assets).toString())
                .withOfflineMode(true)
                .withUpdateKubeConfig(false)
                .build());
        server.start();
        kubeConfig = Files.writeString(folder.resolve("config"), server.getKubeConfigYaml());
        List<Path> definitions = new ArrayList<>(StrimziDefinitions.write(folder));
        Path more = assets.resolve("crds");
        if (Files.isDirectory(more)) {
            try (Stream<Path> files = Files.list(more)) {
                definitions.addAll(
                        files.filter(file -> file.toString().endsWith(".yaml")).toList());
            }
        }
        for (Path definition : definitions) {
            apply("--server-side", "-f", definition.toString());
        }
        kubectl("wait", "--for=condition=Established", "crd", "--all", "--timeout=60s");
    }

    /// The folder in which kube-api-test finds the binaries.
    private static Path laidOut(Path assets) throws IOException {
        if (!Files.exists(assets.resolve("kube-apiserver"))) {
            return assets;
        }
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        Path test = folder.resolve("assets");
        Path binaries = Files.createDirectories(test.resolve("k8s/1.0.0-linux-" + processor));
        Files.createSymbolicLink(binaries.resolve("kube-apiserver"), assets.resolve("kube-apiserver"));
        Files.createSymbolicLink(binaries.resolve("etcd"), assets.resolve("etcd"));
        Files.createSymbolicLink(binaries.resolve("kubectl"), Tool.REPOSITORY.resolve("target/tools/bin/kubectl"));
        return test;
    }

    @AfterAll
    static void stopServer() {
        server.stop();
    }

    @ParameterizedTest
    @MethodSource("smartcity.deployment.kubernetes.RenderedOverlay#all")
    void takesEveryObject(RenderedOverlay overlay) throws Exception {
        Set<String> served = Set.copyOf(Arrays.asList(
                kubectl("api-resources", "--no-headers", "-o", "wide").output().split("\\s+")));
        List<ManifestObject> known = overlay.objects().stream()
                .filter(object -> served.contains(object.kind()))
                .toList();
        Path file = folder.resolve(overlay.name() + ".json");
        Files.writeString(
                file, known.stream().map(object -> object.json().toString()).collect(Collectors.joining("\n")));
        // A namespace must be there before what is in it, also where nothing is kept.
        apply("-f", namespace(overlay).toString());

        ToolRun run = apply("-f", file.toString(), "--dry-run=server");

        assertThat(run.output().lines()).hasSameSizeAs(known);
        if (known.size() < overlay.objects().size()) {
            System.out.println(overlay + ": left out, as their definitions are missing: "
                    + overlay.objects().stream()
                            .filter(object -> !known.contains(object))
                            .map(ManifestObject::title)
                            .toList());
        }
    }

    /// Admission of pods (Pod Security, priority classes, service accounts) sees none of the workload that
    /// makes them, and no controller runs here: so the test makes them.
    @ParameterizedTest
    @MethodSource("smartcity.deployment.kubernetes.RenderedOverlay#all")
    void admitsThePodsOfEveryWorkload(RenderedOverlay overlay) throws Exception {
        apply("-f", namespace(overlay).toString());
        Path needed = folder.resolve(overlay.name() + "-needed.json");
        Files.writeString(
                needed,
                Stream.of("PriorityClass", "ServiceAccount")
                        .flatMap(kind -> overlay.of(kind).stream())
                        .map(object -> object.json().toString())
                        .collect(Collectors.joining("\n")));
        apply("-f", needed.toString());
        List<ObjectNode> pods = overlay.objects().stream()
                .filter(object -> !object.containers().isEmpty())
                .map(ApiServerIT::pod)
                .toList();
        Path file = folder.resolve(overlay.name() + "-pods.json");
        Files.writeString(file, pods.stream().map(ObjectNode::toString).collect(Collectors.joining("\n")));

        ToolRun run = apply("-f", file.toString(), "--dry-run=server");

        assertThat(pods).hasSizeGreaterThan(4);
        assertThat(run.output().lines()).hasSameSizeAs(pods);
    }

    private static ObjectNode pod(ManifestObject workload) {
        ObjectNode pod = workload.podTemplate().deepCopy();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        pod.withObject("metadata")
                .put("name", workload.kind().toLowerCase(Locale.ROOT) + "-" + workload.name())
                .put("namespace", "smart-city");
        return pod;
    }

    private static Path namespace(RenderedOverlay overlay) throws IOException {
        return Files.writeString(
                folder.resolve("namespace.json"),
                overlay.one("Namespace", "smart-city").json().toString());
    }

    private static ToolRun apply(String... arguments) throws IOException, InterruptedException {
        return kubectl(Stream.concat(Stream.of("apply", "--validate=strict"), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static ToolRun kubectl(String... arguments) throws IOException, InterruptedException {
        ToolRun run = Tool.named("kubectl")
                .run(Stream.concat(
                                Stream.of("--kubeconfig=" + kubeConfig, "--cache-dir=" + folder.resolve("cache")),
                                Stream.of(arguments))
                        .toArray(String[]::new));
        assertThat(run.code()).as(run.errors()).isZero();
        assertThat(run.errors()).doesNotContain("unknown field", "would violate PodSecurity");
        return run;
    }
}
