package smartcity.sink.parquet;

import smartcity.sink.row.Row;

/// Values in another way than rows keep them: the compatible form has them as text or as bytes. For one thread.
sealed interface ValueBytes {
    /// Puts the value in that slot into [#array] and returns its length.
    int put(Row row, int slot);

    /// What the last [#put] has filled.
    byte[] array();

    /// A UUID of 16 bytes in its canonical text.
    final class UuidBytes implements ValueBytes {
        private final byte[] text = new byte[UuidText.LENGTH];

        @Override
        public int put(Row row, int slot) {
            UuidText.put(row.bytes(slot), row.offset(slot), text, 0);
            return UuidText.LENGTH;
        }

        @Override
        public byte[] array() {
            return text;
        }
    }

    /// A time of day in microseconds as `HH:MM:SS.ffffff`, always of this length, so that it sorts as times do.
    final class TimeText implements ValueBytes {
        private static final int LENGTH = 15;

        private final byte[] text = new byte[LENGTH];

        @Override
        public int put(Row row, int slot) {
            long micros = row.longAt(slot);
            int seconds = (int) (micros / 1_000_000);
            digits(seconds / 3600, 0, 2, ':');
            digits(seconds / 60 % 60, 3, 2, ':');
            digits(seconds % 60, 6, 2, '.');
            digits((int) (micros % 1_000_000), 9, 6, ' ');
            return LENGTH;
        }

        private void digits(int number, int from, int count, char behind) {
            int rest = number;
            for (int at = from + count - 1; at >= from; at--) {
                text[at] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
            if (from + count < LENGTH) {
                text[from + count] = (byte) behind;
            }
        }

        @Override
        public byte[] array() {
            return text;
        }
    }

    /// A decimal that rows keep as a long, in big-endian two's complement of fixed length.
    final class DecimalBytes implements ValueBytes {
        private final byte[] bytes;

        /// @param length bytes of each value
        DecimalBytes(int length) {
            this.bytes = new byte[length];
        }

        @Override
        public int put(Row row, int slot) {
            long unscaled = row.longAt(slot);
            for (int at = bytes.length - 1; at >= 0; at--) {
                bytes[at] = (byte) unscaled;
                unscaled >>= Byte.SIZE;
            }
            return bytes.length;
        }

        @Override
        public byte[] array() {
            return bytes;
        }
    }
}
