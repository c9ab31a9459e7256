namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>A mutation cannot be read, or does not fit the sources; the message says what to change in its file.</summary>
internal sealed class MutationException(string message) : Exception(message);
