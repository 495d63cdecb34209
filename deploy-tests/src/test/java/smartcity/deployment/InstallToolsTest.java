package smartcity.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstallToolsTest {

    @Test
    void installsTheKubectlWhoseKustomizeRendersTheOverlays() throws Exception {
        ToolRun run = Tool.named("kubectl").run("version", "--client");

        assertThat(run.errors()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.output()).contains("Client Version: v1.", "Kustomize Version: v5.");
    }
}
