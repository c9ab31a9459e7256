using Watchkeeper.Simulation.Engine;

namespace Watchkeeper.Simulation.Faults;

/// <summary>How likely each thing is that goes wrong in one history, in parts of a million, and how it goes otherwise.</summary>
internal sealed record Odds
{
    /// <summary>At each step over a process's boundary.</summary>
    public int Error { get; init; }

    /// <inheritdoc cref="Error"/>
    public int DoneUnanswered { get; init; }

    /// <inheritdoc cref="Error"/>
    public int LostUnanswered { get; init; }

    /// <inheritdoc cref="Error"/>
    public int Kill { get; init; }

    /// <inheritdoc cref="Error"/>
    public int Throttle { get; init; }

    /// <inheritdoc cref="Error"/>
    public int DoneTwice { get; init; }

    /// <summary>EventBridge or SNS delivers an event twice.</summary>
    public int Duplicate { get; init; }

    /// <summary>Lambda's queue delivers an event again that had succeeded.</summary>
    public int QueueDuplicate { get; init; }

    /// <summary>A delivery is lost and tried again later.</summary>
    public int Loss { get; init; }

    /// <summary>A delivery is late.</summary>
    public int Late { get; init; }

    /// <summary>Lambda has no room for an invocation.</summary>
    public int LambdaThrottle { get; init; }

    /// <summary>A batch of the stream that had succeeded is handed over again.</summary>
    public int Replay { get; init; }

    /// <summary>A record of the stream cannot be read.</summary>
    public int Garbled { get; init; }

    /// <summary>A record of the stream ends every process that takes it.</summary>
    public int Poison { get; init; }

    /// <summary>A tick of the sweep comes twice.</summary>
    public int SweepTwice { get; init; }

    /// <summary>The sweep fails to come for an hour.</summary>
    public int SweepMissing { get; init; }

    /// <summary>A channel refuses for good.</summary>
    public int Denied { get; init; }

    /// <summary>A mail that SES took comes back, is late, or is called spam.</summary>
    public int Returned { get; init; }

    /// <summary>A process is replaced by a new one after an invocation.</summary>
    public int Recycle { get; init; }

    /// <summary>A notification of Trusted Advisor never comes: they are «delivered on a best effort basis».</summary>
    public int Unnotified { get; init; }

    /// <summary>A change of an alarm is never told: events of CloudWatch are delivered on a best effort basis.</summary>
    public int Unsent { get; init; }

    /// <summary>A check answers with what it found when it looked before.</summary>
    public int OldResult { get; init; }

    /// <summary>How late late deliveries are at most.</summary>
    public TimeSpan Lateness { get; init; }

    /// <summary>By how much clocks of processes are wrong at most.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>How long a row outlives its time to live; null: for ever.</summary>
    public TimeSpan? ExpiryDelay { get; init; } = TimeSpan.Zero;

    /// <summary>A time in which a channel takes nothing; null: none.</summary>
    public Outage? Outage { get; init; }

    /// <summary>Nothing goes wrong.</summary>
    public static Odds Calm { get; } = new();

    /// <summary>
    /// Drawn for one history, within the bounds of the fault plan. Each kind is absent in some histories, so that others show
    /// what they do alone.
    /// </summary>
    public static Odds Draw(Chance chance) => new()
    {
        Error = Up(chance, 40_000),
        DoneUnanswered = Up(chance, 40_000),
        LostUnanswered = Up(chance, 30_000),
        Kill = Up(chance, 50_000),
        Throttle = chance.Happens(100_000) ? Up(chance, 300_000) : Up(chance, 50_000),
        DoneTwice = Up(chance, 40_000),
        Duplicate = Up(chance, 300_000),
        QueueDuplicate = Up(chance, 100_000),
        Loss = Up(chance, 300_000),
        Late = Up(chance, 300_000),
        LambdaThrottle = Up(chance, 300_000),
        Replay = Up(chance, 200_000),
        Garbled = Up(chance, 20_000),
        Poison = chance.Happens(200_000) ? Up(chance, 5_000) : 0,
        SweepTwice = Up(chance, 300_000),
        SweepMissing = Up(chance, 10_000),
        Denied = chance.Happens(200_000) ? Up(chance, 50_000) : 0,
        Recycle = Up(chance, 200_000),
        Lateness = chance.Of(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20), TimeSpan.FromHours(2), TimeSpan.FromHours(6)),
        Skew = chance.Of(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
        ExpiryDelay = chance.Of<TimeSpan?>(TimeSpan.Zero, TimeSpan.FromHours(48), null),
        Unnotified = Up(chance, 500_000),
        OldResult = Up(chance, 500_000),
        Unsent = Up(chance, 200_000),
    };

    /// <summary>The same, where nothing befalls processes: events are late, lost and told again, and records too.</summary>
    public Odds WithoutHurt() => this with
    {
        Error = 0,
        DoneUnanswered = 0,
        LostUnanswered = 0,
        Kill = 0,
        Throttle = 0,
        DoneTwice = 0,
        Garbled = 0,
        Poison = 0,
        Outage = null,
    };

    private static int Up(Chance chance, int most) => chance.Below(3) == 0 ? 0 : (int)chance.Between(0, most);
}

/// <summary>A channel that is down.</summary>
/// <param name="Step">The step that fails.</param>
/// <param name="From">From when, counted from the history's beginning.</param>
/// <param name="Until">Until when.</param>
internal sealed record Outage(string Step, TimeSpan From, TimeSpan Until)
{
    public static Outage Draw(Chance chance)
    {
        var from = chance.Between(TimeSpan.Zero, TimeSpan.FromHours(1));
        return new Outage(
            chance.Of("sns.publish", "ses.send"), from,
            from + chance.Of(TimeSpan.FromMinutes(20), TimeSpan.FromHours(2), TimeSpan.FromHours(5)));
    }

    public bool Has(string step, TimeSpan sinceBeginning) => step == Step && sinceBeginning >= From && sinceBeginning < Until;
}
