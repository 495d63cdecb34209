package smartcity.deployment.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import smartcity.deployment.Tool;

/// The image of a native executable as a registry holds it. A program in the place of native-image leaves another
/// program as the executable: everything around it is that of a real build.
@Tag("long")
@ExtendWith(PushedImages.Resolver.class)
class NativeImageIT {
    private static final String REPOSITORY = PushedImages.NATIVE_GROUP + "/" + PushedImages.NATIVE;
    private static final String TAG = PushedImages.NATIVE_TAG;

    @Test
    void startsTheExecutableWithHalfOfTheMemoryAsHeap(PushedImages images) throws Exception {
        StoredImage image = StoredImage.read(images.client(), REPOSITORY, TAG);

        assertThat(image.config().path("Entrypoint"))
                .extracting(argument -> argument.asText())
                .containsExactly("./application", "-XX:MaximumHeapSizePercent=50");
        assertThat(image.config().path("WorkingDir").asText()).isEqualTo("/work");
        assertThat(image.config().path("User").asText()).isEqualTo("65532:65532");
        assertThat(image.config().path("Cmd").isMissingNode()).isTrue();
        assertThat(image.config().path("Env"))
                .extracting(variable -> variable.asText())
                .contains("QUARKUS_HTTP_HOST=0.0.0.0");
        StoredImage.ImageFile executable = Objects.requireNonNull(image.files().get("/work/application"));
        assertThat(executable.user()).isZero();
        assertThat(executable.mode() & 0555).isEqualTo(0555);
        assertThat(executable.mode() & 0002).isZero();
        assertThat(image.files().keySet()).noneMatch(file -> file.endsWith(".jar"));
    }

    @Test
    void hasTheLabelsPortAndLicencesOfTheService(PushedImages images) throws Exception {
        ServiceImageIT.saysWhatItIs(images.client(), REPOSITORY, TAG);
    }

    /// The build of this image has made it, that of the working tree the other one.
    @Test
    void hasTheSameBillOfMaterialsAsAnotherBuild(PushedImages images) throws Exception {
        StoredImage image = StoredImage.read(images.client(), REPOSITORY, TAG);

        String digest = Objects.requireNonNull(image.files().get("/licenses/application.cdx.json"))
                .digest();

        Path other = Tool.REPOSITORY.resolve(PushedImages.NATIVE).resolve(PushedImages.BILL);
        assertThat(digest).isEqualTo(RegistryClient.digest(Files.readAllBytes(other)));
    }

    @Test
    void standsOnItsOwnBaseImage(PushedImages images) throws Exception {
        JsonNode base = images.client()
                .json(BaseImage.REPOSITORY, "manifests/" + BaseImage.TAG)
                .path("layers");

        JsonNode layers = images.client().json(REPOSITORY, "manifests/" + TAG).path("layers");

        assertThat(layers.path(0).path("digest")).isEqualTo(base.path(0).path("digest"));
        assertThat(layers.size()).isGreaterThan(base.size());
    }
}
