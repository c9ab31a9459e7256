using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Queries;

/// <summary>What was decided about an event, or about one part of it.</summary>
/// <param name="EventId">The envelope's id.</param>
/// <param name="At">When it was decided, by our clock.</param>
/// <param name="Decision">
/// The named reason in kebab case: of <see cref="DecisionReason"/>, or why the event was ignored; «rejected» if it was not
/// understood.
/// </param>
public abstract record DecidedEvent(string EventId, DateTimeOffset At, string Decision)
{
    /// <summary>The end of the event, or of this part of it.</summary>
    public abstract EventEnd End { get; }

    /// <summary>The signal, complete; null if the event is none, or if an earlier version recorded it.</summary>
    public abstract Signal? Signal { get; }

    /// <summary>The severity that the signal was given; null without a signal.</summary>
    public abstract Severity? Severity { get; }

    /// <summary>The version of the configuration that it was decided under; null if none was recorded.</summary>
    public abstract string? Configuration { get; }

    /// <summary>The incident; null if there is none.</summary>
    public abstract string? IncidentId { get; }

    /// <summary>It has an entry in a timeline.</summary>
    /// <param name="Entry">The entry with its deliveries.</param>
    /// <param name="Change">The entry's change, which the event caused.</param>
    public sealed record WithEntry(NotificationRecord Entry, IncidentChange Change)
        : DecidedEvent(Change.EventId, Change.RecordedAt, Change.Reason.ToKebabCase())
    {
        /// <inheritdoc/>
        public override EventEnd End => EventEnd.For(Entry);

        /// <inheritdoc/>
        public override Signal? Signal => Change.Signal;

        /// <inheritdoc/>
        public override Severity? Severity => Change.Severity;

        /// <inheritdoc/>
        public override string? Configuration => Change.Configuration;

        /// <inheritdoc/>
        public override string? IncidentId => Entry.Entry.Incident.Id;
    }

    /// <summary>Its way leads to an entry that is not there: it has not come yet, or was lost.</summary>
    /// <param name="Id">The envelope's id.</param>
    /// <param name="When">When it was decided.</param>
    /// <param name="Reason">The named reason.</param>
    /// <param name="Incident">The incident's id.</param>
    public sealed record Lost(string Id, DateTimeOffset When, string Reason, string Incident) : DecidedEvent(Id, When, Reason)
    {
        /// <inheritdoc/>
        public override EventEnd End => new(EventEndKind.Pending, Decision);

        /// <inheritdoc/>
        public override Signal? Signal => null;

        /// <inheritdoc/>
        public override Severity? Severity => null;

        /// <inheritdoc/>
        public override string? Configuration => null;

        /// <inheritdoc/>
        public override string? IncidentId => Incident;
    }

    /// <summary>It has no entry.</summary>
    /// <param name="Record">What was recorded of it.</param>
    public sealed record WithoutEntry(EventRecord Record) : DecidedEvent(Record.EventId, Record.At, Record.Decision)
    {
        /// <inheritdoc/>
        public override EventEnd End => EventEnd.For(Record);

        /// <inheritdoc/>
        public override Signal? Signal => Record.Signal;

        /// <inheritdoc/>
        public override Severity? Severity => Record.Severity;

        /// <inheritdoc/>
        public override string? Configuration => Record.Configuration;

        /// <inheritdoc/>
        public override string? IncidentId => Record.Incident;
    }
}
