package smartcity.audit.lake;

import dev.hardwood.InputFile;
import java.util.OptionalLong;

/// An object's bytes, fetched on demand. Open it before any other call; from then on it is thread-safe.
public interface LakeFile extends InputFile {
    /// The number of rows that the object's metadata states; empty when it states none.
    OptionalLong recordedRows();
}
