using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Watchkeeper.Cli.Run;

/// <summary>How one part of one event was accounted for, as <c>--output json</c> prints it.</summary>
internal sealed record EventOutcome
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>Which function had it; null where none did.</summary>
    public string? Function { get; init; }

    /// <summary>recorded, merged, suppressed, ignored or failed.</summary>
    public required string Outcome { get; init; }

    /// <summary>The named reason, or what could not be understood.</summary>
    public required string Reason { get; init; }

    /// <summary>JSON path of what could not be understood.</summary>
    public string? Path { get; init; }

    /// <summary>The incident's id.</summary>
    public string? Incident { get; init; }

    /// <summary>The incident's status afterwards.</summary>
    public string? Status { get; init; }

    /// <summary>How AWS keeps the incident quiet: mute-rule, suppressed or actions-disabled; null where it does not.</summary>
    public string? Mute { get; init; }

    /// <summary>What it is about.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>How bad it is.</summary>
    public string? Severity { get; init; }

    /// <summary>A severity that it declares and that is none of the known words.</summary>
    public string? UnknownSeverity { get; init; }

    /// <summary>The signal's title.</summary>
    public string? Title { get; init; }

    /// <summary>The envelope's id.</summary>
    public string? EventId { get; init; }

    /// <summary>Who was told, and what reactions did, because of it.</summary>
    public ImmutableArray<EventEffect> Consequences { get; init; } = [];

    /// <summary>Where it is kept as a dead letter.</summary>
    public string? DeadLetter { get; init; }
}

/// <summary>What followed from an event.</summary>
internal sealed record EventEffect
{
    /// <summary>message or reaction; incident where no event changed it, but time or what CloudWatch shows.</summary>
    public required string Kind { get; init; }

    /// <summary>Which incident it belongs to.</summary>
    public required string Incident { get; init; }

    /// <summary>opened, resolved …; for reactions their name; for incidents why they changed.</summary>
    public required string What { get; init; }

    /// <summary>The channel and address.</summary>
    public string? Channel { get; init; }

    /// <summary>sent, retrying, failed; for reactions done, would-do, refused …</summary>
    public required string Status { get; init; }

    /// <summary>The message's file or id, or why it was not sent or done; the incident's title.</summary>
    public required string Detail { get; init; }

    /// <summary>By which event an incident was changed.</summary>
    [JsonIgnore]
    public string? EventId { get; init; }
}
