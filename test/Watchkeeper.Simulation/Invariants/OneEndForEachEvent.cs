using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Queries;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Text;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>Every accepted event is found by its id, with an end that fits how it was answered.</summary>
internal sealed class OneEndForEachEvent : ReadSide
{
    // Events are kept for eight days; clocks differ by less than one.
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    private readonly Dictionary<string, (EventAccount Account, DateTimeOffset At, Outcome Outcome)> answered =
        new(StringComparer.Ordinal);

    private readonly Dictionary<(FunctionName, string?), bool> known = [];

    public override string Name => "I1 one end for each event";

    // A repeated delivery is answered as a duplicate, and says nothing new.
    public override void Answered(EventAccount account, IntakeResult result) =>
        answered.TryAdd(account.Id, (account, World.Agenda.Now, result.Outcome));

    public override void Rested()
    {
        foreach (var (account, at, outcome) in answered.Values)
        {
            if (World.Agenda.Now - at > KeptFor || IsEventLost(account.Id) || account.Meaning is EventMeaning.Malformed)
                continue;
            var trace = Queries.TraceAsync(account.Id, CancellationToken.None).GetAwaiter().GetResult();
            if (EventEnd.For(trace) is not { } end)
                Broken($"{account}, answered «{outcome.ToKebabCase()}», is not found by its id");
            else if (end.Kind is EventEndKind.Pending && !IsKeptBack(end))
                Broken($"{account} is still pending at rest");
            else if (trace.Entries.IsEmpty ? outcome is Outcome.Recorded : account.Meaning is EventMeaning.Irrelevant)
                Broken($"{account}, answered «{outcome.ToKebabCase()}», ended as {end}");
            else if (trace.Records.FirstOrDefault(record => !IsVersioned(record)) is { } record)
                Broken($"{account} was decided by {record.Function} under «{record.Configuration}»");
        }
    }

    // For as long as what keeps it quiet holds, which another promise checks.
    private static bool IsKeptBack(EventEnd end) =>
        Enum.GetValues<SuppressionKind>().Any(kind => kind.ToKebabCase() == end.Reason);

    private bool IsVersioned(EventRecord record) => Enum.Parse<FunctionName>(record.Function) switch
    {
        // The fate of a mail is no decision about a signal.
        FunctionName.FeedbackFunction => record.Configuration is null,
        // It records what another function decided.
        FunctionName.NotifyFunction =>
            IsOf(FunctionName.AlarmFunction, record.Configuration) || IsOf(FunctionName.TrailFunction, record.Configuration),
        var function => IsOf(function, record.Configuration),
    };

    // At rest nobody applies another.
    private bool IsOf(FunctionName function, string? version)
    {
        if (!known.TryGetValue((function, version), out var isOf))
            known[(function, version)] = isOf = World.IsVersionOf(function, version);
        return isOf;
    }
}
