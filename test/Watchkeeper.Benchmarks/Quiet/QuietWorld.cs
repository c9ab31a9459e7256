using System.Collections.Immutable;
using Watchkeeper.Configuration;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Routing;
using Watchkeeper.Services;
using Watchkeeper.Signals;

namespace Watchkeeper.Benchmarks.Quiet;

/// <summary>
/// So many services, with a silence and a rule of inhibition each, and a thousand machines of theirs: each one's status check
/// fires and explains the incident that is asked about.
/// </summary>
internal sealed class QuietWorld
{
    private const int Machines = 1_000;
    private const int Routes = 100;
    private static readonly Channel Team = new(ChannelKind.Mail, "team@shop.example");
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 8, 0, 0, TimeSpan.Zero);
    private readonly QuietRules rules;
    private readonly ImmutableArray<Silence> silences;
    private readonly ImmutableArray<Firing> active;

    public QuietWorld(int size)
    {
        Size = size;
        rules = new QuietRules
        {
            Inhibitions = new InhibitRules([.. Enumerable.Range(0, size).Select(number => new InhibitRule(
                [Equal("kind", "status-check"), Equal("service", Service(number))],
                [Equal("kind", "cpu"), Equal("service", Service(number))],
                ["account", "resource"]))]),
        };
        silences = [.. Enumerable.Range(0, size).Select(number => new Silence
        {
            Id = Silence.IdFor(Now, $"{number}"),
            Matchers = [Equal("service", Service(number)), new Matcher("name", MatchOperator.Regex, "deploy-.*")],
            StartsAt = Now.AddHours(-1),
            EndsAt = Now.AddHours(1),
            By = "anna",
            Reason = "deploying",
            ChangedAt = Now,
        })];
        active = [.. Enumerable.Range(0, Machines).Select(number => Firing.From(Incident(number, SignalKind.StatusCheck, size)))];
        Asked = [.. Enumerable.Range(0, Machines).Select(number => Incident(number, SignalKind.Cpu, size))];
        Opened = [.. Asked.Select(Opening)];
        Configuration = WatchkeeperConfiguration.Default() with
        {
            Route = new Route
            {
                Receiver = "team",
                Routes =
                [
                    .. Enumerable.Range(0, Routes).Select(number => new Route
                    {
                        Receiver = "team",
                        Matchers = [Equal("service", Service(number))],
                        Grouping = new GroupSettings { By = ["service"] },
                    }),
                ],
            },
            Receivers = ImmutableDictionary.Create<string, Receiver>(StringComparer.Ordinal).Add("team", new Receiver("team", [Team])),
            Quiet = rules,
        };
    }

    /// <summary>The number of silences, and of rules.</summary>
    public int Size { get; }

    /// <summary>A hundred routes, each of which puts messages together.</summary>
    public WatchkeeperConfiguration Configuration { get; }

    /// <summary>The changes that opened the incidents that are asked about.</summary>
    public ImmutableArray<SlotChanged> Opened { get; }

    /// <summary>The incidents that are asked about.</summary>
    public ImmutableArray<Incident> Asked { get; }

    /// <summary>A view that nobody has asked yet: its indexes are built by the first question.</summary>
    public SuppressionView View() => new(
        rules with { Inhibitions = new InhibitRules(rules.Inhibitions.All) }, Topology.None, new SilenceSet(silences), active, Now);

    /// <summary>All that is decided about a change: who is told, what keeps it quiet, and in which group it goes.</summary>
    public (NotificationDecision Decision, MessageGroup? Group) Decide(SlotChanged change, SuppressionView view)
    {
        var decision = NotificationPlan.Decide(change, Configuration, view);
        return (decision, RoutedGroups.For(change.After.Incident!, Configuration).Of(Team));
    }

    private static SlotChanged Opening(Incident incident)
    {
        var change = new IncidentChange
        {
            EventId = $"event-{incident.Id}",
            SignalId = incident.Id,
            RecordedAt = Now,
            OccurredAt = Now,
            Reason = DecisionReason.Opened,
            Description = "",
        };
        var slot = new Slot
        {
            Fingerprint = incident.Subject.Fingerprint,
            Version = 1,
            NewestAt = Now,
            NewestId = incident.Id,
            Recent = RecentSignalIds.Empty,
            Incident = incident,
            Last = change,
        };
        return new SlotChanged(null, slot);
    }

    private static Incident Incident(int number, SignalKind kind, int services)
    {
        var subject = new Subject
        {
            Fingerprint = new Fingerprint($"alarm/{kind}-{number}"),
            Source = SignalSource.Alarm,
            Kind = kind,
            Name = $"alarm-{number}",
            Title = $"CPUUtilization of i-{number}",
            Account = "123456789012",
            Region = "eu-central-1",
            Resource = $"i-{number:x17}",
            Service = Service(number % services),
        };
        return new Incident
        {
            Id = $"inc-{kind}-{number}",
            Status = IncidentStatus.Open,
            Severity = Severity.High,
            Subject = subject,
            OpenedAt = Now,
            Signals = 1,
        };
    }

    private static Matcher Equal(string label, string value) => new(label, MatchOperator.Equal, value);

    private static string Service(int number) => $"service-{number}";
}
