using System.Collections.Immutable;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;

namespace Watchkeeper.Cli.Run;

/// <summary>What a local run runs on: files of this machine, or emulators and real processes. Both come to the same incidents.</summary>
internal interface IBackend : IAsyncDisposable
{
    /// <summary>What to call it.</summary>
    string Name { get; }

    /// <summary>Where messages, dead letters and data are, for people to look at.</summary>
    string Place { get; }

    /// <summary>Slots, for the summary.</summary>
    ISlotStore Slots { get; }

    /// <summary>Timelines, for the story.</summary>
    INotificationLog Notices { get; }

    /// <summary>Lets what stands for AWS's own services know what an event says of them, before any function hears it.</summary>
    void Observe(ReadOnlyMemory<byte> payload);

    /// <summary>
    /// Hands an event to a function as Lambda would, asynchronously with its retries; where all fail, it goes to the dead letters and
    /// the answer says so.
    /// </summary>
    Task<FunctionResponse> InvokeAsync(string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);

    /// <summary>Feeds the table's changes to the functions that hear them, until there are none left.</summary>
    Task SettleAsync(CancellationToken cancellationToken);

    /// <summary>Keeps an event that nobody hears; gives the file that says why.</summary>
    string Keep(DeadLetter letter);

    /// <summary>Where the dead letters kept since the last call are.</summary>
    Task<ImmutableArray<string>> NewDeadLettersAsync(CancellationToken cancellationToken);
}

/// <summary>What a function answered.</summary>
/// <param name="Report">How an intake function accounted for its event; null for other functions, and where it failed.</param>
/// <param name="Error">Why it failed to the end; null where it did not.</param>
internal sealed record FunctionResponse(IntakeReport? Report, string? Error);
