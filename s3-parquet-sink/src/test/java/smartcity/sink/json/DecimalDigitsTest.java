package smartcity.sink.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalDigitsTest {
    private final JsonCursor cursor = new JsonCursor();
    private final DecimalDigits digits = new DecimalDigits(cursor);

    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        int zeros = random.nextInt(3) == 0 ? random.nextInt(length + 1) : 0;
        for (int i = 0; i < length; i++) {
            text.append(i < zeros ? '0' : (char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    private void start(String before, String text, String behind) {
        byte[] bytes = (before + text + behind).getBytes(StandardCharsets.ISO_8859_1);
        cursor.reset(bytes, before.length(), text.length());
        digits.reset();
    }

    /// Digits that go on behind the end of the value belong to another one.
    @Test
    void readsAsManyDigitsAsThereAreBeforeTheEnd() throws BrokenRecordException {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String text = random(random, 1 + random.nextInt(20));
            start("7".repeat(random.nextInt(3)), text, "8".repeat(random.nextInt(20)));

            int read = digits.read();

            String significant = text.replaceFirst("^0+", "");
            assertThat(read).as(text).isEqualTo(text.length());
            assertThat(digits.count).as(text).isEqualTo(significant.length());
            if (significant.length() <= DecimalDigits.MOST) {
                assertThat(digits.value).as(text).isEqualTo(Long.parseLong("0" + significant));
            }
        }
    }

    @Test
    void goesOnWithTheDigitsBefore() throws BrokenRecordException {
        Random random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            String whole = random(random, 1 + random.nextInt(10));
            String fraction = random(random, 1 + random.nextInt(8));
            start("", whole + "." + fraction + (char) random.nextInt('0'), "");

            digits.read();
            cursor.at++;
            int read = digits.read();

            assertThat(read).isEqualTo(fraction.length());
            assertThat(digits.value).as("%s.%s", whole, fraction).isEqualTo(Long.parseLong(whole + fraction));
        }
    }

    @Test
    void endsBeforeEveryOtherCharacter() throws BrokenRecordException {
        for (int character = 0; character < 256; character++) {
            for (int place = 1; place <= Long.BYTES && !Character.isDigit(character); place++) {
                start("", "12345678".substring(0, place) + (char) character + "12345678", "");

                int read = digits.read();

                assertThat(read).as("character %s", character).isEqualTo(place);
                assertThat(digits.value).isEqualTo(Long.parseLong("12345678".substring(0, place)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", ".5"})
    void refusesWhatBeginsWithNone(String text) {
        start("1", text, "12345678");

        assertThatThrownBy(digits::read)
                .isInstanceOfSatisfying(
                        BrokenRecordException.class, e -> assertThat(e.reason()).contains("instead of a digit"));
    }
}
