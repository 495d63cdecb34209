package smartcity.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import smartcity.emission.fault.FaultKind;

/// The page has a slider for each kind of fault.
class FaultSlidersTest {
    private static final Pattern KINDS = Pattern.compile("const KINDS = \\[([^\\]]*)\\]");
    private static final Pattern KIND = Pattern.compile("'([^']+)'");

    @Test
    void areThoseOfTheKindsOfFaults() throws IOException {
        Matcher kinds = KINDS.matcher(PageFile.text("js/faults.js"));

        assertThat(kinds.find()).isTrue();
        List<String> sliders = KIND.matcher(kinds.group(1))
                .results()
                .map((MatchResult kind) -> kind.group(1))
                .toList();
        assertThat(sliders)
                .containsExactlyElementsOf(
                        Stream.of(FaultKind.values()).map(FaultKind::word).toList());
    }
}
