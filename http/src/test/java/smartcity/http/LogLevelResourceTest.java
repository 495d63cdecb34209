package smartcity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.http.LogLevelResource.CategoryLevel;

class LogLevelResourceTest {
    private final LogLevelResource levels = new LogLevelResource();

    @Test
    void setsTheLevelOfACategoryAndOfThoseBelowIt() {
        Logger above = Logger.getLogger("levels.set");
        Logger below = Logger.getLogger("levels.set.below");
        above.setLevel(Level.INFO);
        assertThat(below.isLoggable(Level.FINE)).isFalse();

        CategoryLevel answer = levels.set("levels.set", request("DEBUG"));

        assertThat(answer).isEqualTo(new CategoryLevel("levels.set", LogLevel.DEBUG));
        assertThat(above.isLoggable(Level.FINE)).isTrue();
        assertThat(below.isLoggable(Level.FINE)).isTrue();
        assertThat(levels.one("levels.set.below").level()).isEqualTo(LogLevel.DEBUG);
        assertThat(levels.all().levels()).isEqualTo(Map.of("levels.set", LogLevel.DEBUG));
    }

    @Test
    void silencesACategory() {
        Logger logger = Logger.getLogger("levels.silent");

        levels.set("levels.silent", request("OFF"));

        assertThat(logger.isLoggable(Level.SEVERE)).isFalse();
    }

    @Test
    void resetsACategoryToWhatItHadBeforeTheFirstRequest() {
        Logger logger = Logger.getLogger("levels.reset");
        logger.setLevel(Level.WARNING);
        levels.set("levels.reset", request("DEBUG"));
        levels.set("levels.reset", request("ERROR"));

        CategoryLevel answer = levels.reset("levels.reset");

        assertThat(logger.getLevel()).isEqualTo(Level.WARNING);
        assertThat(answer.level()).isEqualTo(LogLevel.WARN);
        assertThat(levels.all().levels()).isEmpty();
    }

    @Test
    void leavesACategoryAloneThatNoRequestHasSet() {
        Logger logger = Logger.getLogger("levels.alone");
        logger.setLevel(Level.WARNING);

        levels.reset("levels.alone");

        assertThat(logger.getLevel()).isEqualTo(Level.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "SEVERE, ERROR",
        "WARNING, WARN",
        "INFO, INFO",
        "CONFIG, DEBUG",
        "FINE, DEBUG",
        "FINEST, DEBUG",
        "OFF, OFF"
    })
    void namesEachLevelOfTheLogManager(String level, LogLevel name) {
        assertThat(LogLevel.of(Level.parse(level))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "smartcity..sink", ".smartcity", "a\nb", "a/b"})
    void refusesWhatIsNoNameOfACategory(String category) {
        assertThatThrownBy(() -> levels.set(category, request("DEBUG")))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageStartingWith("category must be the name of a package or class");
    }

    @Test
    void refusesALevelThatTheServicesAreBuiltWithout() {
        assertThatThrownBy(() -> request("TRACE"))
                .hasMessage("level must be one of [OFF, ERROR, WARN, INFO, DEBUG] but was TRACE");
    }

    private static LogLevelRequest request(String level) {
        return LogLevelRequest.of(JsonNodeFactory.instance.objectNode().put("level", level));
    }
}
