package smartcity.local.child;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why a file could not be used, in words for people: the JDK says it by the name of the exception.
public final class FileFailure {
    private FileFailure() {}

    /// The reason, without the file's name unless it is another file.
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case AccessDeniedException denied -> denied.getFile() + " must not be accessed by this user";
            case NotDirectoryException file -> file.getFile() + " is no folder";
            case FileAlreadyExistsException existing -> existing.getFile() + " exists and is no folder";
            case FileSystemException other when other.getReason() != null -> other.getFile() + ": " + other.getReason();
            default -> failure.getMessage() == null ? "it could not be read or written" : failure.getMessage();
        };
    }
}
