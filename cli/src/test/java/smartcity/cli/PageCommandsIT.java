package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that README and manual show do what the pages say: on a city of some seconds, and on its lake.
@Tag("long")
class PageCommandsIT {
    private static final Pattern READY = Pattern.compile("([\\w-]+) is ready: (http://127\\.0\\.0\\.1:\\d+)/.*");

    /// Ports of the services in the pages.
    private static final Map<String, String> SERVICES = Map.of(
            "localhost:8081", "vehicle-simulator",
            "localhost:8082", "weather-simulator",
            "localhost:8083", "incident-simulator",
            "localhost:8084", "s3-parquet-sink");

    private record Answer(int status, String text) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> ADDRESSES = new LinkedHashMap<>();
    private static final Map<String, Answer> CURLS = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    private static List<String> output = List.of();
    private static int status;
    private static Answer againstKafka = new Answer(-1, "");

    @BeforeAll
    static void runsTheCityOfTheReadme() throws IOException, InterruptedException {
        List<String> command = PageCommandLines.words(
                PageCommandLines.startingWith("./smartcity up --for ").getFirst());
        try (UpProcess up =
                UpProcess.start(folder, command.subList(2, command.size()).toArray(String[]::new))) {
            up.awaitLine("Ctrl-C stops in order");
            up.lines().stream()
                    .map(READY::matcher)
                    .filter(Matcher::matches)
                    .forEach(ready -> ADDRESSES.put(ready.group(1), ready.group(2)));
            for (String curl : PageCommandLines.startingWith("curl ")) {
                CURLS.put(curl, curl(curl));
            }
            request("s3-parquet-sink", "/sink/flush", "POST");
            againstKafka = run("audit", "--against-kafka");
            status = up.awaitEnd();
            output = up.lines();
        }
    }

    @Test
    void startsTheCityAndStopsItInOrder() {
        assertThat(status).as("%s", output).isZero();
        assertThat(output.stream().filter(line -> line.matches("\\w+_data +([\\d,]+) += +\\1 +0 +0")))
                .as("%s", output)
                .hasSize(5);
    }

    @Test
    void readsAndChangesARunningCity() {
        assertThat(CURLS).hasSize(5);
        assertThat(CURLS.values()).extracting(Answer::status).containsExactly(200, 200, 200, 400, 200);
        assertThat(CURLS.values())
                .extracting(Answer::text)
                .satisfiesExactly(
                        vehicles -> assertThat(vehicles).contains("\"items\""),
                        incidents -> assertThat(incidents).contains("\"FeatureCollection\""),
                        receipt -> assertThat(receipt).contains("\"incidentId\"", "\"effectiveAt\"", "\"simulatedAt\""),
                        problem -> assertThat(problem).contains("\"field\":\"limit\"", "\"value\":\"0\""),
                        level -> assertThat(level).contains("smartcity.sink", "DEBUG"));
    }

    @Test
    void queriesTheLake() throws IOException, InterruptedException {
        List<String> queries = PageCommandLines.startingWith("./smartcity query ");
        List<Answer> answers = new ArrayList<>();

        for (String query : queries) {
            answers.add(run("query", PageCommandLines.words(query).getLast()));
        }

        assertThat(answers).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isZero();
            assertThat(answer.text().lines()).hasSizeGreaterThan(2);
        });
    }

    @Test
    void findsTheObjectsOfTheLake() throws IOException, InterruptedException {
        String find = PageCommandLines.startingWith("find .city/s3/").getFirst().replace(".city", "data");
        Process process =
                new ProcessBuilder("sh", "-c", find).directory(folder.toFile()).start();

        String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(found.lines()).hasSize(3).allMatch(line -> line.endsWith(".parquet"));
    }

    @Test
    void auditsTheLake() throws IOException, InterruptedException {
        Answer table = run("audit");
        Answer json = run("audit", "--json");

        assertThat(table.status()).as(table.text()).isZero();
        assertThat(json.text()).contains("\"clean\" : true");
    }

    @Test
    void auditsTheLakeAgainstKafka() {
        assertThat(againstKafka.status()).as(againstKafka.text()).isZero();
        assertThat(againstKafka.text()).contains("Clean: ");
    }

    /// Runs a command as the script does, in a process of its own.
    private static Answer run(String command, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dsmartcity.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                UpProcess.classPath(),
                SmartCityCli.class.getName(),
                command,
                "--data",
                folder.resolve("data").toString()));
        all.addAll(List.of(arguments));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    /// Does what curl does with `-s`, `-H`, `-d` and, before that, `-X`.
    private static Answer curl(String command) throws IOException, InterruptedException {
        List<String> words = PageCommandLines.words(command);
        String url = words.stream()
                .filter(word -> word.startsWith("localhost:"))
                .findFirst()
                .orElseThrow();
        String service = SERVICES.get(url.substring(0, url.indexOf('/')));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(ADDRESSES.get(service) + url.substring(url.indexOf('/'))));
        String method = "POST";
        for (int i = 1; i < words.size() - 1; i++) {
            String value = words.get(i + 1);
            switch (words.get(i)) {
                case "-X" -> method = value;
                case "-H" ->
                    request.header(value.substring(0, value.indexOf(": ")), value.substring(value.indexOf(": ") + 2));
                case "-d" -> request.method(method, HttpRequest.BodyPublishers.ofString(value));
                default -> {}
            }
        }
        return answer(request.build());
    }

    private static void request(String service, String path, String method) throws IOException, InterruptedException {
        Answer answer = answer(HttpRequest.newBuilder(URI.create(ADDRESSES.get(service) + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }
}
