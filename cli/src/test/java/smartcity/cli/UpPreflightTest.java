package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.infra.LoopbackPort;
import smartcity.local.run.HeapSizes;

class UpPreflightTest {
    @TempDir
    private Path folder;

    private static String help() throws IOException {
        return Files.readString(Path.of("src/main/help/up.txt"));
    }

    @Test
    void admitsEveryOptionOfTheCommand() throws IOException {
        List<String> options = Objects.requireNonNull(
                        SmartCityCli.commandLine().getSubcommands().get("up"))
                .getCommandSpec()
                .options()
                .stream()
                .flatMap(option -> option.arity().max() > 0
                        ? List.of(option.longestName(), "1").stream()
                        : List.of(option.longestName()).stream())
                .toList();

        assertThat(options).contains("--vehicles", "--infra-only");
        assertThat(UpPreflight.unknownOption(options, help())).isEmpty();
    }

    @Test
    void refusesAnOptionThatDoesNotExist() throws IOException {
        assertThat(UpPreflight.unknownOption(List.of("--vehicles=3", "--vehicels", "5"), help()))
                .contains("up has no option --vehicels");
        assertThat(UpPreflight.unknownOption(List.of("--native", "--vehicles", "3"), help()))
                .isEmpty();
        assertThat(UpPreflight.unknownOption(List.of("--native", "folder", "--fly"), help()))
                .contains("up has no option --fly");
        assertThat(UpPreflight.unknownOption(List.of("--vehicles", "3", "now"), help()))
                .contains("up does not take: now");
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        int free = LoopbackPort.anyFree();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(UpPreflight.portTaken(
                            List.of("--kafka-port", Integer.toString(free), "--s3-port=" + taken.getLocalPort())))
                    .contains(
                            "Port " + taken.getLocalPort() + ", which S3 needs, is taken by another program: stop that"
                                    + " program or choose another port with --s3-port");
        }
        assertThat(UpPreflight.portTaken(List.of("--kafka-port=many")))
                .contains("--kafka-port must be within [1, 65535] but was many");
    }

    @Test
    void refusesATakenPortOfPrometheus() throws IOException {
        List<String> others = List.of(
                "--infra-only", "--kafka-port=" + LoopbackPort.anyFree(), "--s3-port=" + LoopbackPort.anyFree());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            String refusal = "Port " + port + ", which Prometheus needs, is taken by another program: stop that program"
                    + " or choose another port with --observe";

            assertThat(UpPreflight.portTaken(with(others, "--observe=" + port))).contains(refusal);
            assertThat(UpPreflight.portTaken(with(others, "--observe", port))).contains(refusal);
        }
        assertThat(UpPreflight.portTaken(with(others, "--observe=99999")))
                .contains("--observe must be within [1, 65535] but was 99999");
        assertThat(UpPreflight.portTaken(with(others, "--observe=" + LoopbackPort.anyFree(), "--open")))
                .isEmpty();
    }

    /// Where Prometheus listens when the option has no port.
    @Test
    void knowsTheUsualPortOfPrometheus() throws IOException {
        List<String> others = List.of(
                "--infra-only", "--kafka-port=" + LoopbackPort.anyFree(), "--s3-port=" + LoopbackPort.anyFree());
        try (ServerSocket taken = usualPortOfPrometheus()) {
            assertThat(taken.isClosed()).isFalse();
            assertThat(UpPreflight.portTaken(with(others, "--observe", "--no-view")))
                    .hasValueSatisfying(refusal -> assertThat(refusal).startsWith("Port 9090, which Prometheus needs"));
            assertThat(UpPreflight.portTaken(others)).isEmpty();
        }
    }

    /// Takes it, unless another program of this machine has it.
    private static ServerSocket usualPortOfPrometheus() throws IOException {
        try {
            return new ServerSocket(9090, 1, InetAddress.getLoopbackAddress());
        } catch (BindException e) {
            return new ServerSocket(0);
        }
    }

    private static List<String> with(List<String> options, String... more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    @Test
    void asksForNoPortOfServicesWithoutThem() {
        List<String> options = List.of(
                "--infra-only",
                "--kafka-port=" + LoopbackPort.anyFree(),
                "--s3-port=" + LoopbackPort.anyFree(),
                "--http-port=65535");

        assertThat(UpPreflight.portTaken(options)).isEmpty();
    }

    @Test
    void saysWhatAMachineLacks() {
        assertThat(UpPreflight.lack(folder, 1024))
                .contains("A city needs 1670 MiB of memory and this machine has 1024");
        assertThat(UpPreflight.lack(folder, 8192)).isEmpty();
    }

    @Test
    void asksForTheMemoryThatTheLauncherRequires() {
        assertThat(UpPreflight.MEMORY).isEqualTo(new HeapSizes(200, 1).needed());
    }

    /// As the script runs it: from its source alone, on nothing but the JDK.
    @Test
    void runsFromItsSourceBeforeAnythingIsBuilt() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of("src/main/java/smartcity/cli/UpPreflight.java").toString(),
                        Path.of("..").toString(),
                        "up",
                        "--fly")
                .redirectErrorStream(true)
                .start();

        String answer = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(answer).endsWith("up has no option --fly\nRun ./smartcity up --help to see what it takes\n");
    }
}
