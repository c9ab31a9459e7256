using Watchkeeper.Simulation.Faults;

namespace Watchkeeper.Simulation.Engine;

/// <summary>The edge of a process: each call over it takes time, may fail, and is a step of the history.</summary>
internal interface IBoundary
{
    /// <summary>Makes one call.</summary>
    /// <param name="step">Its name, such as <c>slots.write</c>.</param>
    /// <param name="about">What it concerns, for the trace.</param>
    /// <param name="effect">What the service does, in one indivisible step.</param>
    /// <param name="answer">What the port answers to a fault instead of an exception; null where it throws.</param>
    /// <param name="cancellationToken">Ends the wait for an answer that does not come.</param>
    Task<T> CallAsync<T>(
        string step, string about, Func<T> effect, Func<FaultKind, T>? answer, CancellationToken cancellationToken);
}

/// <summary>An edge without time and faults, for contracts: one call after the other, from whichever thread.</summary>
internal sealed class DirectBoundary : IBoundary
{
    private readonly Lock gate = new();

    public Task<T> CallAsync<T>(
        string step, string about, Func<T> effect, Func<FaultKind, T>? answer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(effect());
    }
}
