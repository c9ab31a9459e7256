namespace Watchkeeper.Cli.Asking;

/// <summary>One change that <c>incidents --watch</c> saw, as <c>--output json</c> prints it.</summary>
internal sealed record WatchedChange
{
    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>opened, reopened, escalated, another-act, mute-ended, reminded, acknowledged, commented or ended.</summary>
    public required string Change { get; init; }

    /// <summary>The named reason of the decision.</summary>
    public string? Decision { get; init; }

    /// <summary>The source's or the operator's words; untrusted text.</summary>
    public required string Description { get; init; }

    /// <summary>The incident's id.</summary>
    public required string Incident { get; init; }

    /// <summary>The severity after it.</summary>
    public required string Severity { get; init; }

    /// <summary>The status after it.</summary>
    public required string Status { get; init; }

    /// <summary>The incident's account; empty if its source does not report one.</summary>
    public required string Account { get; init; }

    /// <summary>The incident's title; untrusted text.</summary>
    public required string Title { get; init; }
}
