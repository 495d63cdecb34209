package smartcity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HomePageTest {
    @Test
    void linksToWhatThereIsAndWritesTextAsText() {
        String html = HomePage.html("a <service>", List.of(new HomeLink("/sink/status", "what it does & has done")));

        assertThat(html)
                .contains("<h1>a &lt;service&gt;</h1>")
                .contains("<a href=\"/sink/status\">/sink/status</a>: what it does &amp; has done");
    }

    @Test
    void linksAreInTheSameOrderInEveryBuild() {
        HomeLink status = new HomeLink("/simulator/status", "what it does");
        HomeLink vehicles = new HomeLink("/vehicles", "the vehicles");
        HomeLink cameras = new HomeLink("/cameras", "the cameras");
        List<String> expected = List.of(
                "/simulator/status", "/cameras", "/vehicles", "/q/swagger-ui", "/q/openapi", "/q/health", "/q/metrics");

        assertThat(HomePage.ordered(List.of(vehicles, status, cameras)))
                .extracting(HomeLink::path)
                .isEqualTo(expected);
        assertThat(HomePage.ordered(List.of(cameras, vehicles, status)))
                .extracting(HomeLink::path)
                .isEqualTo(expected);
    }

    @Test
    void refusesALinkToElsewhere() {
        assertThatThrownBy(() -> new HomeLink("https://example.com", "elsewhere"))
                .hasMessage("path must start with / but was https://example.com");
    }
}
