namespace Watchkeeper.Cli.Run;

/// <summary>A run that cannot begin or go on. The message is for people: what is wrong and what to do.</summary>
public sealed class RunException(string message) : Exception(message);
