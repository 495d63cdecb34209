package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.infra.InfraSettings;

/// The script `smartcity` itself, in a folder of its own with JDKs that only say that they were asked.
class ScriptTest {
    /// A command in the list of all.
    private static final Pattern LISTED = Pattern.compile("(?m)^ {2}\\./smartcity ([a-z]+) ");

    @TempDir
    private Path temporary;

    private Path project;

    private record Answer(int status, String out) {}

    @BeforeEach
    void copyTheScript() throws IOException {
        project = Files.createDirectories(temporary.resolve("my project"));
        String script = Files.readString(Path.of("../smartcity"))
                .replaceAll("(?<=[ (])/(usr|opt|Library)/", temporary.toString() + "/$1/");
        executable(project.resolve("smartcity"), script);
        Path target = Files.createDirectories(project.resolve("cli/target"));
        Files.createFile(target.resolve("cli.jar"));
        Files.createFile(Files.createDirectories(project.resolve("target")).resolve("built"));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path jdk(String folder, String version) throws IOException {
        Path home = temporary.resolve(folder);
        executable(home.resolve("bin/java"), """
                #!/bin/sh
                case $1 in
                    -XshowSettings*) echo "    java.home = %1$s" ;;
                    *) echo "%2$s:$*" ;;
                esac
                """.formatted(home, version));
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Answer run(Map<String, String> environment, Path script, String... args)
            throws IOException, InterruptedException {
        Process process = start(environment, script, args);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out.strip());
    }

    private Process start(Map<String, String> environment, Path script, String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(script.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(args));
        builder.directory(temporary.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("HOME", temporary.resolve("home").toString());
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Answer query(Map<String, String> environment) throws IOException, InterruptedException {
        return run(environment, project.resolve("smartcity"), "query", "select 1");
    }

    @Test
    void takesTheJdkOfJavaHome() throws IOException, InterruptedException {
        jdk("usr/lib/jvm/other", "26");

        Answer answer = query(Map.of("JAVA_HOME", jdk("mine", "25.0.1").toString()));

        assertThat(answer.out()).startsWith("25.0.1:").endsWith("smartcity.cli.SmartCityCli query select 1");
    }

    @Test
    void passesAnOldJdkByForANewerOneOnThePath() throws IOException, InterruptedException {
        Path old = jdk("old", "17.0.2");
        Path onPath = jdk("on path", "25");

        Answer answer = query(Map.of("JAVA_HOME", old.toString(), "PATH", onPath + "/bin:/usr/bin:/bin"));

        assertThat(answer.out()).startsWith("25:");
    }

    @Test
    void looksInTheUsualFolders() throws IOException, InterruptedException {
        jdk("usr/lib/jvm/jdk-17", "17.0.2");
        jdk("home/.jdks/temurin-25", "25.0.2");

        Answer answer = query(Map.of());

        assertThat(answer.out()).startsWith("25.0.2:");
    }

    @Test
    void saysInOneSentenceWhatToInstall() throws IOException, InterruptedException {
        jdk("usr/lib/jvm/jdk-17", "17.0.2");
        Files.delete(jdk("usr/lib/jvm/jre-25", "25").resolve("bin/javac"));

        Answer answer = query(Map.of());

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out())
                .isEqualTo(
                        "No JDK 25 or newer was found: install one, such as Eclipse Temurin 25, or set JAVA_HOME to its folder");
    }

    @Test
    void knowsItsProjectThroughALink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(temporary.resolve("city"), Path.of("my project/smartcity"));

        Answer answer = run(Map.of("JAVA_HOME", jdk("mine", "25").toString()), link, "query");

        assertThat(answer.out()).contains("-Dsmartcity.home=" + project.toRealPath() + " ");
    }

    @Test
    void refusesAnUnknownCommand() throws IOException, InterruptedException {
        Answer answer = run(Map.of(), project.resolve("smartcity"), "fly");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEqualTo("There is no command fly\nRun ./smartcity help to see what it takes");
    }

    @Test
    void listsItsCommands() throws IOException, InterruptedException {
        Answer answer = run(Map.of(), project.resolve("smartcity"), "help");

        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .contains(
                        "smartcity up ",
                        "smartcity query ",
                        "smartcity audit ",
                        "smartcity train ",
                        "smartcity validate ",
                        "smartcity test ",
                        "smartcity clean ");
    }

    /// The variables are those that the launcher gives a service.
    @Test
    void runsAServiceInLiveCodingBesideARunningCity() throws IOException, InterruptedException {
        Path data = Files.createDirectories(project.resolve(".city"));
        Files.writeString(
                data.resolve("up.pid"), Long.toString(ProcessHandle.current().pid()));
        Files.writeString(
                data.resolve("kafka.properties"),
                "listeners=PLAINTEXT\\://127.0.0.1\\:19092,CONTROLLER\\://127.0.0.1\\:19093\n");
        Files.writeString(
                data.resolve("s3proxy.properties"),
                "s3proxy.endpoint=http\\://127.0.0.1\\:19000\ns3proxy.identity=smart-city\ns3proxy.credential=smart-city-local\n");
        Files.writeString(
                data.resolve("simulators.properties"),
                "#Tue Dec 01 04:06:22 UTC 2026\nSIMULATION_SEED=7\nSIMULATION_START=2026-12-01T08\\:00\\:00Z\nVEHICLE_COUNT=200\n");
        Path resources = Files.createDirectories(project.resolve("weather-simulator/src/main/resources"));
        Files.writeString(resources.resolve("application.properties"), "quarkus.http.port=8082\n");
        executable(project.resolve("mvnw"), "#!/bin/sh\necho mvnw \"$@\"\nenv\n");

        Answer answer = run(
                Map.of("JAVA_HOME", jdk("mine", "25").toString()),
                project.resolve("smartcity"),
                "dev",
                "weather-simulator");

        assertThat(answer.out().lines())
                .contains(
                        "mvnw -Dquick quarkus:dev -pl weather-simulator -am",
                        "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:19092",
                        "SIMULATION_SEED=7",
                        "SIMULATION_START=2026-12-01T08:00:00Z",
                        "VEHICLE_COUNT=200",
                        "SINK_BUCKET=smart-city",
                        "QUARKUS_HTTP_PORT=8092");
        InfraSettings.of(data, 19_092, 19_000)
                .s3Environment()
                .forEach((name, value) -> assertThat(answer.out().lines()).contains(name + "=" + value));
    }

    @Test
    void saysWhatLiveCodingNeeds() throws IOException, InterruptedException {
        Path resources = Files.createDirectories(project.resolve("weather-simulator/src/main/resources"));
        Files.writeString(resources.resolve("application.properties"), "quarkus.http.port=8082\n");
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("mine", "25").toString());

        Answer alone = run(environment, project.resolve("smartcity"), "dev", "weather-simulator");
        Answer unknown = run(environment, project.resolve("smartcity"), "dev", "weather");

        assertThat(alone)
                .isEqualTo(new Answer(
                        1,
                        "Kafka and S3 do not run on " + project.toRealPath()
                                + "/.city: start ./smartcity up --infra-only, or ./smartcity up, in another terminal"));
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.out())
                .startsWith("dev takes a service, such as weather-simulator or s3-parquet-sink, but was");
    }

    /// Without a JDK and without anything built.
    @Test
    void showsTheHelpOfACommandAtOnce() throws IOException, InterruptedException {
        Files.delete(project.resolve("target/built"));
        Path pages = Files.createDirectories(project.resolve("cli/src/main/help"));
        Files.writeString(pages.resolve("up.txt"), "the help of up\n");
        Files.writeString(pages.resolve("bench.txt"), "the help of bench\n");
        Files.writeString(pages.resolve("bench-sink.txt"), "the help of bench sink\n");
        Path script = project.resolve("smartcity");

        assertThat(run(Map.of(), script, "up", "--vehicles", "3", "--help")).isEqualTo(new Answer(0, "the help of up"));
        assertThat(run(Map.of(), script, "bench", "-h")).isEqualTo(new Answer(0, "the help of bench"));
        assertThat(run(Map.of(), script, "bench", "sink", "--help")).isEqualTo(new Answer(0, "the help of bench sink"));
        assertThat(run(Map.of(), script, "clean", "--help").out()).contains("smartcity clean ");
    }

    @Test
    void hasAHelpOfEachCommand() throws IOException, InterruptedException {
        Path pages = Files.createDirectories(project.resolve("cli/src/main/help"));
        try (Stream<Path> all = Files.list(Path.of("src/main/help"))) {
            for (Path page : all.toList()) {
                Files.copy(page, pages.resolve(page.getFileName().toString()));
            }
        }
        Path script = project.resolve("smartcity");
        List<String> commands = LISTED.matcher(run(Map.of(), script, "help").out())
                .results()
                .map((MatchResult line) -> line.group(1))
                .filter(command -> !command.equals("help"))
                .toList();

        assertThat(commands).contains("up", "dev", "test", "clean");
        for (String command : commands) {
            assertThat(run(Map.of(), script, command, "--help").out())
                    .startsWith("Usage: ./smartcity " + command + " ")
                    .contains("-h, --help");
        }
    }

    @Test
    void showsItsVersionAtOnce() throws IOException, InterruptedException {
        Files.delete(project.resolve("target/built"));
        Files.copy(Path.of("../pom.xml"), project.resolve("pom.xml"));

        Answer answer = run(Map.of(), project.resolve("smartcity"), "--version");

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).matches("Smart City \\d+\\.\\d+\\.\\d+\\S*");
        assertThat(run(Map.of(), project.resolve("smartcity"), "query", "--version"))
                .isEqualTo(answer);
    }

    /// The file is run from its source, and its refusal ends the command before the build.
    @Test
    void checksWhatACityNeedsBeforeTheBuild() throws IOException, InterruptedException {
        Files.createDirectories(project.resolve("cli/src/main"));
        Files.delete(project.resolve("target/built"));
        executable(project.resolve("mvnw"), "#!/bin/sh\necho built\n");
        Path home = temporary.resolve("refusing");
        executable(home.resolve("bin/java"), "#!/bin/sh\necho \"asked: $*\"\nexit 2\n");
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25\"\n");

        Answer answer = run(Map.of("JAVA_HOME", home.toString()), project.resolve("smartcity"), "up", "--fly");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out())
                .matches("asked: -XX:TieredStopAtLevel=1 cli/src/main/java/smartcity/cli/UpPreflight.java .* up --fly");
    }

    @Test
    void removesWhatWasBuilt() throws IOException, InterruptedException {
        Path built = Files.createDirectories(project.resolve("city/target"));
        Files.createFile(project.resolve("city/pom.xml"));
        Path data = Files.createDirectories(project.resolve(".city"));

        Answer answer = run(Map.of(), project.resolve("smartcity"), "clean");

        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .isEqualTo("Removed what was built\nThe data in " + project.toRealPath()
                        + "/.city is still there: ./smartcity clean --data removes it too");
        assertThat(built).doesNotExist();
        assertThat(data).exists();
    }

    @Test
    void rebuildsWhatIsOlderThanItsSources() throws IOException, InterruptedException {
        Files.createDirectories(project.resolve("cli/src/main"));
        executable(project.resolve("mvnw"), "#!/bin/sh\necho '[ERROR] asked to build:' \"$@\"\nexit 1\n");
        Files.setLastModifiedTime(project.resolve("target/built"), FileTime.fromMillis(0));

        Answer answer = query(Map.of("JAVA_HOME", jdk("mine", "25").toString()));

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out())
                .contains("[ERROR] asked to build: -B -T2 -Dquick package")
                .contains("The build failed; its whole log is " + project.toRealPath() + "/target/build.log");
    }

    @Test
    void keepsTheBuildOutOfWhatTheCommandAnswers() throws IOException, InterruptedException {
        Files.delete(project.resolve("target/built"));
        executable(project.resolve("mvnw"), "#!/bin/sh\necho '[INFO] Building Smart City: launcher 0.1.0 [1/1]'\n");
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("mine", "25").toString());
        Path shell = Path.of("/bin/sh");

        Answer answer = run(environment, shell, "-c", "'" + project.resolve("smartcity") + "' query 2> progress");

        assertThat(answer.out()).startsWith("25:").hasLineCount(1);
        assertThat(temporary.resolve("progress")).content().contains("Building what is missing", "launcher [1/1]");
    }

    /// What the other builds is not built again: both began when it was out of date.
    @Test
    void waitsForTheBuildOfAnother() throws IOException, InterruptedException {
        Files.createDirectories(project.resolve("cli/src/main"));
        Path built = project.resolve("target/built");
        Files.delete(built);
        Path lock = Files.createDirectories(project.resolve("target")).resolve("build.lock");
        Files.writeString(lock, Long.toString(ProcessHandle.current().pid()));
        Process query = start(Map.of("JAVA_HOME", jdk("mine", "25").toString()), project.resolve("smartcity"), "query");

        try (BufferedReader out = query.inputReader()) {
            assertThat(out.readLine())
                    .startsWith("Waiting for the build that process "
                            + ProcessHandle.current().pid());
            Files.createFile(built);
            Files.delete(lock);
            assertThat(out.readLine()).startsWith("25:");
        }
        assertThat(query.waitFor()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void doesNotWaitForOneThatHasEnded() throws IOException, InterruptedException {
        Files.createDirectories(project.resolve("cli/src/main"));
        Files.delete(project.resolve("target/built"));
        executable(project.resolve("mvnw"), "#!/bin/sh\ncat target/build.lock\n");
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path lock = Files.createDirectories(project.resolve("target")).resolve("build.lock");
        Files.writeString(lock, Long.toString(dead.pid()));

        Answer answer = query(Map.of("JAVA_HOME", jdk("mine", "25").toString()));

        assertThat(answer.out()).contains("Building what is missing").endsWith("query select 1");
        assertThat(Files.readString(project.resolve("target/build.log")))
                .matches("\\d+\n")
                .isNotEqualTo(dead.pid() + "\n");
        assertThat(lock).doesNotExist();
    }

    @Test
    void unlocksAfterABuildThatFailed() throws IOException, InterruptedException {
        Files.delete(project.resolve("target/built"));
        executable(project.resolve("mvnw"), "#!/bin/sh\nexit 1\n");

        Answer answer = query(Map.of("JAVA_HOME", jdk("mine", "25").toString()));

        assertThat(answer.status()).isEqualTo(1);
        assertThat(project.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void buildsNothingWhenNothingHasChanged() throws IOException, InterruptedException {
        Path source = Files.createFile(
                Files.createDirectories(project.resolve("city/src/main")).resolve("City.java"));
        Files.setLastModifiedTime(source, FileTime.fromMillis(0));
        Files.setLastModifiedTime(source.getParent(), FileTime.fromMillis(0));

        Answer answer = query(Map.of("JAVA_HOME", jdk("mine", "25").toString()));

        assertThat(answer.out()).startsWith("25:").hasLineCount(1);
    }

    @Test
    void testsAllModulesWithoutTheLongTests() throws IOException, InterruptedException {
        assertThat(test().out())
                .startsWith("mvnw -B -T3 -fae -Dcyclonedx.skip verify\n")
                .endsWith("0 passed, 0 failed, 0 skipped");
    }

    @Test
    void testsTheLongTestsToo() throws IOException, InterruptedException {
        assertThat(test("--all").out()).startsWith("mvnw -B -T6 -fae -Dall verify\n");
    }

    /// In Maven's log the reason is thousands of lines before the end.
    @Test
    void namesTheTestsThatFailed() throws IOException, InterruptedException {
        describeModules();
        executable(project.resolve("mvnw"), """
                #!/bin/sh
                mkdir -p city/target/surefire-reports
                cat > city/target/surefire-reports/TEST-city.CityTest.xml << 'XML'
                <testsuite name="city.CityTest" tests="3" errors="1" skipped="0" failures="1">
                  <testcase name="stands" classname="city.CityTest" time="0.1"/>
                  <testcase name="hasRoads" classname="city.CityTest" time="0.1">
                    <failure message="&#10;Expecting: &lt;2&gt;&#10;&#10;but was: &quot;a &amp; b&quot;" type="java.lang.AssertionError"><![CDATA[stack]]></failure>
                  </testcase>
                  <testcase name="hasLights" classname="city.CityTest" time="0.1">
                    <error type="java.lang.NullPointerException"><![CDATA[stack]]></error>
                  </testcase>
                </testsuite>
                XML
                exit 1
                """);

        Answer answer = run(Map.of("JAVA_HOME", jdk("mine", "25").toString()), project.resolve("smartcity"), "test");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out()).isEqualTo("""
                FAILED city.CityTest.hasRoads
                    Expecting: <2>
                    but was: "a & b"
                FAILED city.CityTest.hasLights
                    java.lang.NullPointerException
                1 passed, 2 failed, 0 skipped""");
    }

    /// The mark is what has Maven test this module alone.
    @Test
    void testsOneModuleWithWhatItNeeds() throws IOException, InterruptedException {
        Answer answer = test("benchmarks/sink");

        assertThat(answer.out())
                .startsWith(
                        "mvnw -B -T2 -fae -Dcyclonedx.skip -Dtested -pl benchmarks/sink -am verify\n./benchmarks/sink/target/tested\n");
        assertThat(project.resolve("benchmarks/sink/target/tested")).doesNotExist();
    }

    @Test
    void namesTheModulesWhenThereIsNoSuchModule() throws IOException, InterruptedException {
        Answer answer = test("sink");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).startsWith("There is no module sink; the modules are: city benchmarks/sink\n");
    }

    private void describeModules() throws IOException {
        Files.writeString(project.resolve("pom.xml"), "  <module>city</module>\n  <module>benchmarks/sink</module>\n");
    }

    private Answer test(String... options) throws IOException, InterruptedException {
        describeModules();
        executable(project.resolve("mvnw"), "#!/bin/sh\necho mvnw \"$@\"\nfind . -name tested\n");
        List<String> arguments = new ArrayList<>(List.of("test"));
        arguments.addAll(List.of(options));
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("mine", "25").toString());
        return run(environment, project.resolve("smartcity"), arguments.toArray(String[]::new));
    }
}
