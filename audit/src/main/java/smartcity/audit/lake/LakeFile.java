package smartcity.audit.lake;

import dev.hardwood.InputFile;
import java.util.OptionalLong;

/// An object's bytes, fetched as they are asked for. Open it before anything else; then it is for any thread.
public interface LakeFile extends InputFile {
    /// How many rows the object's metadata says it has; empty when it does not say.
    OptionalLong recordedRows();
}
