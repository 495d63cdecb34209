package smartcity.sink.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPrefixTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "lake/", "lake/city/", "a b/.x/..y/"})
    void takesPaths(String prefix) {
        assertThat(new KeyPrefix(prefix).path()).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x/", "a//b/", "/", "/a/", "a", "./", "a/./b/", "a/../", "a/ /"})
    void refusesWhatAToolWouldReadAsAnotherPath(String prefix) {
        assertThatThrownBy(() -> new KeyPrefix(prefix))
                .hasMessage("sink.prefix must be a path like lake/ or lake/city/, without empty segments, . and ..,"
                        + " but was " + prefix);
    }
}
