package smartcity.deployment.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import smartcity.deployment.Tool;

/// The image of the command line, which Docker builds, has what Jib gives to the images of services.
class CommandImageTest {
    private static final String FOLDER = "deploy/images/";

    @Test
    void hasTheLabelsOfTheImagesOfServices() throws IOException {
        Pattern label = Pattern.compile("org\\.opencontainers\\.image\\.(\\w+)\"?=");
        List<String> ofServices = Pattern.compile("add_label (\\w+) ")
                .matcher(text(FOLDER + "build"))
                .results()
                .map(found -> found.group(1))
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        label.matcher(text("http/src/main/resources/META-INF/microprofile-config.properties"))
                .results()
                .forEach(found -> ofServices.add(found.group(1)));

        List<String> own = label.matcher(text(FOLDER + "cli.Dockerfile"))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(ofServices).hasSize(5);
        assertThat(own).containsExactlyInAnyOrderElementsOf(ofServices);
    }

    @Test
    void passesEveryArgumentOfTheBuild() throws IOException {
        String script = text(FOLDER + "build-cli");

        assertThat(Pattern.compile("^ARG (\\w+)=unknown$", Pattern.MULTILINE)
                        .matcher(text(FOLDER + "cli.Dockerfile"))
                        .results())
                .hasSize(3)
                .allSatisfy(argument -> assertThat(script).contains("--build-arg " + argument.group(1) + "="));
    }

    @Test
    void hasTheLicencesOfEverythingInIt() throws IOException {
        assertThat(text(FOLDER + "cli.Dockerfile"))
                .contains(
                        "META-INF/LICENSE ",
                        "META-INF/NOTICE ",
                        "META-INF/THIRD-PARTY.txt ",
                        "sbom/application.cdx.json /licenses/");
        assertThat(text(FOLDER + "build-cli")).contains("-Dlicense.skipAddThirdParty=false", "-Dcyclonedx.skip=false");
        assertThat(text("cli/pom.xml")).contains("<artifactId>license-maven-plugin</artifactId>");
    }

    private static String text(String file) throws IOException {
        return Files.readString(Tool.REPOSITORY.resolve(file));
    }
}
