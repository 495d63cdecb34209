package smartcity.sink.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HexDigitsTest {
    private static long word(byte[] digits) {
        return ByteBuffer.wrap(digits).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static long word(String digits) {
        return word(digits.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void agreesWithTheJdkOnAnyDigits() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            byte[] four = new byte[4];
            random.nextBytes(four);
            HexFormat format = i % 2 == 0 ? HexFormat.of() : HexFormat.of().withUpperCase();

            String text = format.formatHex(four);
            long bytes = Integer.toUnsignedLong(
                    ByteBuffer.wrap(four).order(ByteOrder.LITTLE_ENDIAN).getInt());

            assertThat(HexDigits.bytes(word(text))).isEqualTo(bytes);
            assertThat(HexDigits.of(bytes)).isEqualTo(word(text.toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void refusesEveryOtherCharacterAtEveryPlace() {
        for (int place = 0; place < Long.BYTES; place++) {
            for (int character = 0; character < 256; character++) {
                byte[] digits = "09afAF5b".getBytes(StandardCharsets.US_ASCII);
                digits[place] = (byte) character;

                boolean read = HexDigits.bytes(word(digits)) != HexDigits.NONE;

                assertThat(read)
                        .as("character %s at %s", character, place)
                        .isEqualTo(character < 128 && Character.digit(character, 16) >= 0);
            }
        }
    }
}
