namespace Watchkeeper.Detections;

/// <summary>Which list of a user's own detections was applied by itself, and by whom.</summary>
public sealed record AppliedDetections
{
    /// <summary>1 for the first list, and one more for each that followed.</summary>
    public required long Number { get; init; }

    /// <summary>The list; null if the user's own detections were taken back.</summary>
    public OwnDetectionList? List { get; init; }

    /// <summary>Who applied it.</summary>
    public required string By { get; init; }

    /// <summary>When it was applied.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>The result of applying a list.</summary>
public abstract record ApplyResult
{
    private ApplyResult()
    {
    }

    /// <summary>The list is in force.</summary>
    /// <param name="Head">The head now.</param>
    public sealed record Applied(AppliedDetections Head) : ApplyResult;

    /// <summary>Somebody else applied another list in between; that one is in force.</summary>
    /// <param name="Head">The head of that list.</param>
    public sealed record Overtaken(AppliedDetections Head) : ApplyResult;
}
