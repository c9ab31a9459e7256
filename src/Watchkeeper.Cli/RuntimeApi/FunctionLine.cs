namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>A line of a function's output. In Lambda, the line is an event of the function's log group.</summary>
/// <param name="Function">The function that wrote the line.</param>
/// <param name="IsError">Whether the line came from standard error.</param>
/// <param name="Text">The line, which may contain text from an attacker.</param>
internal sealed record FunctionLine(string Function, bool IsError, string Text);
