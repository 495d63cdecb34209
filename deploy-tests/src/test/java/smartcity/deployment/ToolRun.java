package smartcity.deployment;

/// What a tool that has ended gave.
///
/// @param code its exit code
/// @param output its standard output
/// @param errors its standard error
public record ToolRun(int code, String output, String errors) {}
