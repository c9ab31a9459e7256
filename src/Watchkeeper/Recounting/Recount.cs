using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Text;

namespace Watchkeeper.Recounting;

/// <summary>An event whose end cannot be found.</summary>
/// <param name="EventId">The envelope's id.</param>
/// <param name="Incident">The incident's id; null without one.</param>
/// <param name="What">What is wrong, in words.</param>
public sealed record Leak(string EventId, string? Incident, string What);

/// <summary>What became of the events of one part of a day. Pure.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Part">The part, one of <see cref="IncidentQueries.PartsOfDay"/>.</param>
public sealed record Recount(DateOnly Day, char Part)
{
    /// <summary>The most leaks that are named; the others are counted.</summary>
    public const int MaxNamed = 10;

    /// <summary>How many events ended in which way.</summary>
    public ImmutableSortedDictionary<EventEndKind, int> Ends { get; private init; } = ImmutableSortedDictionary<EventEndKind, int>.Empty;

    /// <summary>How many leaked.</summary>
    public int Leaks { get; private init; }

    /// <summary>The first leaks, at most <see cref="MaxNamed"/>.</summary>
    public ImmutableArray<Leak> Named { get; private init; } = [];

    /// <summary>Entries with messages that wait to be sent, and that nobody looks at.</summary>
    public ImmutableArray<NotificationRecord> Stuck { get; private init; } = [];

    /// <summary>Whether there was no time for the rest.</summary>
    public bool IsPartial { get; init; }

    /// <summary>How many events were counted.</summary>
    public int Events => Ends.Values.Sum();

    /// <summary>The count with one more event.</summary>
    /// <param name="decided">The event.</param>
    /// <param name="incident">Its incident as it is now; null if there is none any longer. Asked for what is kept back alone.</param>
    /// <param name="now">The time.</param>
    public Recount With(DecidedEvent decided, Incident? incident, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var counted = this with { Ends = Ends.SetItem(decided.End.Kind, Ends.GetValueOrDefault(decided.End.Kind) + 1) };
        if (LeakCheck.Find(decided, incident, now) is not { } what)
            return counted;
        var leak = new Leak(decided.EventId, decided.IncidentId, what);
        return counted with
        {
            Leaks = Leaks + 1,
            Named = Named.Length < MaxNamed ? Named.Add(leak) : Named,
            Stuck = decided is DecidedEvent.WithEntry { Entry: var entry } && entry.Deliveries.Any(delivery => delivery.IsToSend)
                ? Stuck.Add(entry)
                : Stuck,
        };
    }

    /// <summary>
    /// The numbers in one line: <c>812 events: 120 notified, 692 merged</c>; <c>the first 812 events: …</c> if there was no time for
    /// the rest.
    /// </summary>
    public string Numbers => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsPartial ? "the first " : "")}{Events} events: {string.Join(", ", Ends.Select(end => string.Create(CultureInfo.InvariantCulture, $"{end.Value} {end.Key.ToKebabCase()}")))}");
}
