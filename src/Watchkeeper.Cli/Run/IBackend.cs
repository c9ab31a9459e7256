using System.Collections.Immutable;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Storage;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// The backend of a local run: local files, or emulators and real processes. Every backend produces the same incidents.
/// </summary>
internal interface IBackend : IAsyncDisposable
{
    /// <summary>The backend's display name.</summary>
    string Name { get; }

    /// <summary>The folder or address of messages, dead letters and data, for inspection.</summary>
    string Place { get; }

    /// <summary>The slots, for the summary.</summary>
    ISlotStore Slots { get; }

    /// <summary>The table's changes, for the effects.</summary>
    IChangeSource Changes { get; }

    /// <summary>The user's own detections, to put others in force.</summary>
    AppliedDetectionStore Detections { get; }

    /// <summary>The versions of the configuration file, to put another in force.</summary>
    ConfigurationStore Configurations { get; }

    /// <summary>Updates the simulated AWS services from an event before any function receives the event.</summary>
    void Observe(ReadOnlyMemory<byte> payload);

    /// <summary>
    /// Invokes a function asynchronously with its retries, as Lambda does. If every attempt fails, the event becomes a dead
    /// letter and the response holds the error.
    /// </summary>
    Task<FunctionResponse> InvokeAsync(string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);

    /// <summary>Feeds the table's changes to the subscribed functions until none are left. False if there were none.</summary>
    Task<bool> SettleAsync(CancellationToken cancellationToken);

    /// <summary>Whether functions have the run's clock; otherwise they have the real one.</summary>
    bool HasRunClock => false;

    /// <summary>When the next timer is due, by the run's clock; null if none waits, or if timers run in real time.</summary>
    DateTimeOffset? NextTimer => null;

    /// <summary>Takes the timers of groups whose time has come; null if there are none.</summary>
    Task<FunctionEvent?> TakeTimersAsync(CancellationToken cancellationToken);

    /// <summary>Returns what to show of a delivery: the message's file, where the backend keeps one.</summary>
    string DetailOf(NotificationRecord record, Delivery delivery) => delivery.Detail;

    /// <summary>Records an event without a target as a dead letter; returns the file that holds the reason.</summary>
    string Keep(DeadLetter deadLetter);

    /// <summary>Returns the locations of the dead letters recorded since the last call.</summary>
    Task<ImmutableArray<string>> NewDeadLettersAsync(CancellationToken cancellationToken);
}

/// <summary>An event for a function.</summary>
/// <param name="Function">The function.</param>
/// <param name="Payload">The event.</param>
internal sealed record FunctionEvent(string Function, ReadOnlyMemory<byte> Payload);

/// <summary>The response of a function.</summary>
/// <param name="Report">The report of an intake function on its event; null for other functions and after a failure.</param>
/// <param name="Error">The error of the last attempt; null if the function succeeded.</param>
internal sealed record FunctionResponse(IntakeReport? Report, string? Error);
