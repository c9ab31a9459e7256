namespace Watchkeeper.Reactions;

/// <summary>The part of the application that reactions read and change.</summary>
public interface IScaling
{
    /// <summary>
    /// The current group of the target; null if there is none. The facts name what may not be read. Throws if AWS cannot be asked
    /// now.
    /// </summary>
    Task<GroupFacts?> FindAsync(ReactionTarget target, CancellationToken cancellationToken);

    /// <summary>Makes the call once, without own retries, which could hide the outcome.</summary>
    Task<PerformResult> PerformAsync(ReactionAction action, CancellationToken cancellationToken);
}

/// <summary>AWS's answer to a reaction's call.</summary>
public abstract record PerformResult
{
    /// <summary>AWS accepted the call.</summary>
    public sealed record Accepted : PerformResult;

    /// <summary>AWS refused the call; nothing changed.</summary>
    /// <param name="Reason">AWS's own words.</param>
    public sealed record Rejected(string Reason) : PerformResult;

    /// <summary>
    /// AWS refused the call for now and nothing changed: the call was throttled, or another change is in progress.
    /// </summary>
    /// <param name="Reason">AWS's own words.</param>
    public sealed record Throttled(string Reason) : PerformResult;

    /// <summary>No answer came; AWS may have carried out the call.</summary>
    /// <param name="Reason">What happened instead of an answer.</param>
    public sealed record NoAnswer(string Reason) : PerformResult;
}
