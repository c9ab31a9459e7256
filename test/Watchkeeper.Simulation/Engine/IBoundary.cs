using Watchkeeper.Simulation.Faults;

namespace Watchkeeper.Simulation.Engine;

/// <summary>The boundary of a process: each call across it takes time, may fail, and is a step of the history.</summary>
internal interface IBoundary
{
    /// <summary>Makes one call.</summary>
    /// <param name="step">The step's name, such as <c>slots.write</c>.</param>
    /// <param name="about">What the call concerns, for the trace.</param>
    /// <param name="effect">The service's work, as one indivisible step.</param>
    /// <param name="answer">The service's answer to a fault; null if it throws instead.</param>
    /// <param name="cancellationToken">Cancels the wait for the answer.</param>
    Task<T> CallAsync<T>(
        string step, string about, Func<T> effect, Func<FaultKind, T>? answer, CancellationToken cancellationToken);
}

/// <summary>A boundary without delays and faults, for the contract tests: it runs one call at a time, from any thread.</summary>
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
