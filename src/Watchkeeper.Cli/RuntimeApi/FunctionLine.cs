namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>A line that a function's process wrote: an event of its log group, in Lambda.</summary>
/// <param name="Function">Who.</param>
/// <param name="IsError">Whether it came by standard error.</param>
/// <param name="Text">Attacker-made text may be in it.</param>
internal sealed record FunctionLine(string Function, bool IsError, string Text);
