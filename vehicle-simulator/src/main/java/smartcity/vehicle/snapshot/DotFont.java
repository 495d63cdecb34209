package smartcity.vehicle.snapshot;

import java.util.HexFormat;

/// A font of 5 x 7 dots for capitals, digits and a few signs.
final class DotFont {
    static final int WIDTH = 5;
    static final int HEIGHT = 7;

    /// Distance between the left edges of neighbouring letters.
    static final int ADVANCE = 6;

    private static final String LETTERS = " -.:/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// Five columns per letter, the top dot in the lowest bit.
    private static final byte[] COLUMNS = HexFormat.of()
            .parseHex("0000000000" + "0808080808" + "0060600000" + "0036360000"
                    + "2010080402" + "3E5149453E" + "00427F4000" + "4261514946" + "2141454B31" + "1814127F10"
                    + "2745454539"
                    + "3C4A494930" + "0171090503" + "3649494936" + "064949291E" + "7E1111117E" + "7F49494936"
                    + "3E41414122"
                    + "7F4141221C" + "7F49494941" + "7F09090901" + "3E4149497A" + "7F0808087F" + "00417F4100"
                    + "2040413F01"
                    + "7F08142241" + "7F40404040" + "7F020C027F" + "7F0408107F" + "3E4141413E" + "7F09090906"
                    + "3E4151215E"
                    + "7F09192946" + "4649494931" + "01017F0101" + "3F4040403F" + "1F2040201F" + "3F4038403F"
                    + "6314081463"
                    + "0708700807" + "6151494543");

    private DotFont() {}

    /// Whether a letter has a dot; letters that the font does not contain are blank.
    static boolean dot(char letter, int column, int row) {
        int index = LETTERS.indexOf(letter);
        return index >= 0 && (COLUMNS[index * WIDTH + column] >> row & 1) == 1;
    }
}
