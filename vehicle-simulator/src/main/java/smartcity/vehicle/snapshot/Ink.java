package smartcity.vehicle.snapshot;

/// The inks with which a scene is painted.
///
/// Colours are those of an overcast noon; [SceneLight] computes the palette of the hour from them.
enum Ink {
    SKY_HIGH(0x8FB4D9, Kind.SKY),
    SKY_MIDDLE(0xA9C6E2, Kind.SKY),
    SKY_LOW(0xC9DAE8, Kind.SKY),
    HILL(0x6D8C6A, Kind.LIT),
    TREE(0x3F6239, Kind.LIT),
    GRASS(0x6F9350, Kind.LIT),
    VERGE(0x86A05C, Kind.LIT),
    SHOULDER(0x77777A, Kind.LIT),
    ASPHALT(0x616166, Kind.LIT),
    WORN(0x696970, Kind.LIT),
    BEAM(0x8C8A80, Kind.GLOWING),
    MARKING(0xE8E8E4, Kind.LIT),
    BARRIER(0xB9BCC0, Kind.LIT),
    BARRIER_FOOT(0x83868A, Kind.LIT),
    SHADOW(0x3C3C40, Kind.LIT),
    TYRE(0x222226, Kind.LIT),
    GLASS(0x34424E, Kind.LIT),
    TAIL(0x8E1B1B, Kind.LIT),
    TAIL_LIT(0xFF3A2A, Kind.GLOWING),
    PLATE(0xE9C52E, Kind.LIT),
    BOARD(0x101418, Kind.PRINTED),
    TEXT(0xF4F4F0, Kind.PRINTED),
    FOG(0xC6CACE, Kind.LIT),
    DROP(0xB4BCC4, Kind.LIT),
    FLAKE(0xF6F7F9, Kind.LIT),
    WHITE(0xEDEDEB, Kind.LIT),
    WHITE_TOP(0xFBFBF9, Kind.LIT),
    WHITE_SIDE(0xC6C6C6, Kind.LIT),
    SILVER(0xAEB3B8, Kind.LIT),
    SILVER_TOP(0xC5CACE, Kind.LIT),
    SILVER_SIDE(0x8A8F94, Kind.LIT),
    BLACK(0x2B2D31, Kind.LIT),
    BLACK_TOP(0x43464B, Kind.LIT),
    BLACK_SIDE(0x1E2023, Kind.LIT),
    GREY(0x6C7278, Kind.LIT),
    GREY_TOP(0x858B91, Kind.LIT),
    GREY_SIDE(0x555A5F, Kind.LIT),
    BLUE(0x24509A, Kind.LIT),
    BLUE_TOP(0x3B68B4, Kind.LIT),
    BLUE_SIDE(0x1B3D78, Kind.LIT),
    RED(0xB0262B, Kind.LIT),
    RED_TOP(0xC8464A, Kind.LIT),
    RED_SIDE(0x861C20, Kind.LIT),
    GREEN(0x2F6B4F, Kind.LIT),
    GREEN_TOP(0x478467, Kind.LIT),
    GREEN_SIDE(0x23523C, Kind.LIT);

    private final int rgb;
    private final Kind kind;

    Ink(int rgb, Kind kind) {
        this.rgb = rgb;
        this.kind = kind;
    }

    /// Colour at noon, 0xRRGGBB.
    int rgb() {
        return rgb;
    }

    Kind kind() {
        return kind;
    }

    /// Index in the palette.
    @SuppressWarnings("EnumOrdinal") // a palette serves one image only, so the order may change
    byte index() {
        return (byte) ordinal();
    }

    /// The effect of the hour on an ink.
    enum Kind {
        /// Takes the light of the hour.
        LIT,
        /// Glows when the sun is low, and takes the light of the hour.
        SKY,
        /// Keeps its colour at night.
        GLOWING,
        /// Printed by the camera: independent of hour and weather.
        PRINTED
    }
}
