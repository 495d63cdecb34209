package smartcity.audit.lake;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Why a lake or an object could not be read, in words for people: libraries say it by the names of their classes.
public final class LakeFailure {
    private LakeFailure() {}

    /// Of S3.
    public static String reason(SdkException failure) {
        if (failure instanceof AwsServiceException refusal) {
            return refusal(refusal);
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnknownHostException unknown -> {
                    return "there is no host " + unknown.getMessage();
                }
                case ConnectException _ -> {
                    return "nothing listens there";
                }
                case SocketTimeoutException _ -> {
                    return "it does not answer in time";
                }
                default -> {}
            }
        }
        String message = withoutCounts(failure.getMessage());
        return message.startsWith("Unable to load credentials")
                ? "there are no credentials in the environment, a profile, a web identity or the instance"
                : message;
    }

    private static String refusal(AwsServiceException refusal) {
        AwsErrorDetails details = refusal.awsErrorDetails();
        String said = details == null
                        || details.errorMessage() == null
                        || details.errorMessage().isBlank()
                ? withoutCounts(refusal.getMessage())
                : details.errorMessage();
        return said + " (status " + refusal.statusCode() + ")";
    }

    /// Its messages end with identities of the request and the number of attempts.
    private static String withoutCounts(@Nullable String message) {
        return String.valueOf(message).replaceFirst("(?s) ?\\((?:Service: |SDK Attempt Count: ).*$", "");
    }

    /// Of files.
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> missing.getFile() + " is gone";
            case AccessDeniedException denied -> denied.getFile() + " must not be accessed by this user";
            case FileSystemException other when other.getReason() != null -> other.getFile() + ": " + other.getReason();
            case EOFException end when end.getMessage() == null -> "it ends too early";
            default -> failure.getMessage() == null ? "it could not be read" : failure.getMessage();
        };
    }
}
