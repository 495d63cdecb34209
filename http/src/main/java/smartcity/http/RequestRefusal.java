package smartcity.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a request was refused.
///
/// @param field what is wrong: a property of the body, or a parameter; `body` for the whole of it
/// @param rule what it must be
/// @param value what it was, or `nothing`
@Schema(description = "Why a request was refused")
public record RequestRefusal(String field, String rule, String value) {}
