package smartcity.sink.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32C;

/// The checksum by which a bucket notices bytes that changed on the way.
///
/// It is computed before the request and sent as a header. The SDK would compute it while sending and put it
/// behind the body, in an encoding that not every endpoint understands.
final class ObjectChecksum {
    private static final int STEP = 64 * 1024;

    private ObjectChecksum() {}

    /// CRC-32C of all bytes, big-endian, in Base64: the form of `x-amz-checksum-crc32c`.
    static String crc32c(InputStream bytes) {
        CRC32C sum = new CRC32C();
        byte[] buffer = new byte[STEP];
        try {
            for (int count; (count = bytes.read(buffer)) >= 0; ) {
                sum.update(buffer, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read an object from memory", e);
        }
        byte[] bigEndian =
                ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array();
        return Base64.getEncoder().encodeToString(bigEndian);
    }
}
