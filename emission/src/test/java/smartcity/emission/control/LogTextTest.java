package smartcity.emission.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {
    @Test
    void keepsTextOfAnyLanguage() {
        assertThat(LogText.of("Straße 東京 😀 a=b \"c\"")).isEqualTo("Straße 東京 😀 a=b \"c\"");
    }

    @Test
    void showsWhatWouldForgeALineOrColourATerminal() {
        assertThat(LogText.of("factor\n2026-11-23 ERROR\r\t\u001b[31m\u2028\u202e\u0085"))
                .isEqualTo("factor\\u{a}2026-11-23 ERROR\\u{d}\\u{9}\\u{1b}[31m\\u{2028}\\u{202e}\\u{85}");
    }

    @Test
    void cutsLongText() {
        assertThat(LogText.of("x".repeat(201))).isEqualTo("x".repeat(200) + "...");
    }
}
