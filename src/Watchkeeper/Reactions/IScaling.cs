namespace Watchkeeper.Reactions;

/// <summary>What reactions see and change of the application.</summary>
public interface IScaling
{
    /// <summary>
    /// The group of the target as it is now; null where there is none. What may not be read is named in the facts; throws where
    /// AWS cannot be asked just now.
    /// </summary>
    Task<GroupFacts?> FindAsync(ReactionTarget target, CancellationToken cancellationToken);

    /// <summary>Makes the call once, without retries of its own that could hide what happened.</summary>
    Task<PerformResult> PerformAsync(ReactionAction action, CancellationToken cancellationToken);
}

/// <summary>What AWS answered to a reaction's call.</summary>
public abstract record PerformResult
{
    /// <summary>It was accepted.</summary>
    public sealed record Accepted : PerformResult;

    /// <summary>It was refused, and nothing changed.</summary>
    /// <param name="Reason">AWS's own words.</param>
    public sealed record Rejected(string Reason) : PerformResult;

    /// <summary>It was refused for now, and nothing changed: AWS is asked too often, or is at it already.</summary>
    /// <param name="Reason">AWS's own words.</param>
    public sealed record Throttled(string Reason) : PerformResult;

    /// <summary>No answer came; it may have been carried out.</summary>
    /// <param name="Reason">What was seen instead.</param>
    public sealed record NoAnswer(string Reason) : PerformResult;
}
