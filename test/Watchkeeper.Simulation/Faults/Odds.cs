using Watchkeeper.Simulation.Engine;

namespace Watchkeeper.Simulation.Faults;

/// <summary>
/// The probabilities of faults in one history, in parts of a million, and the bounds of delays and clock errors.
/// </summary>
internal sealed record Odds
{
    /// <summary>The probability at each step across a process's boundary.</summary>
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

    /// <summary>Lambda's queue delivers a successful event again.</summary>
    public int QueueDuplicate { get; init; }

    /// <summary>A delivery fails and is retried later.</summary>
    public int Loss { get; init; }

    /// <summary>A delivery is late.</summary>
    public int Late { get; init; }

    /// <summary>Lambda throttles an invocation.</summary>
    public int LambdaThrottle { get; init; }

    /// <summary>Lambda delivers a successful batch of the stream again.</summary>
    public int Replay { get; init; }

    /// <summary>A record of the stream cannot be read.</summary>
    public int Garbled { get; init; }

    /// <summary>A record of the stream crashes every process that receives it.</summary>
    public int Poison { get; init; }

    /// <summary>A scheduled event of the sweep arrives twice.</summary>
    public int SweepTwice { get; init; }

    /// <summary>The sweep does not run for an hour.</summary>
    public int SweepMissing { get; init; }

    /// <summary>A channel refuses a message permanently.</summary>
    public int Denied { get; init; }

    /// <summary>A mail that SES accepted bounces, is delayed, or is marked as spam.</summary>
    public int Returned { get; init; }

    /// <summary>A process is replaced by a new one after an invocation.</summary>
    public int Recycle { get; init; }

    /// <summary>A notification of Trusted Advisor never comes: they are «delivered on a best effort basis».</summary>
    public int Unnotified { get; init; }

    /// <summary>No event reports a change of an alarm: CloudWatch delivers events on a best effort basis.</summary>
    public int Unsent { get; init; }

    /// <summary>A check answers with its previous result.</summary>
    public int OldResult { get; init; }

    /// <summary>The longest delay of a late delivery.</summary>
    public TimeSpan Lateness { get; init; }

    /// <summary>The largest error of a process's clock.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>How long a row outlives its time to live; null keeps it forever.</summary>
    public TimeSpan? ExpiryDelay { get; init; } = TimeSpan.Zero;

    /// <summary>A period in which a channel accepts nothing; null if there is none.</summary>
    public Outage? Outage { get; init; }

    /// <summary>No faults at all.</summary>
    public static Odds Calm { get; } = new();

    /// <summary>
    /// Draws the odds of one history within the bounds of the fault plan. Some histories lack a kind of fault, so that others
    /// show their effect alone.
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
        Lateness = chance.Pick(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20), TimeSpan.FromHours(2), TimeSpan.FromHours(6)),
        Skew = chance.Pick(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
        ExpiryDelay = chance.Pick<TimeSpan?>(TimeSpan.Zero, TimeSpan.FromHours(48), null),
        Unnotified = Up(chance, 500_000),
        OldResult = Up(chance, 500_000),
        Unsent = Up(chance, 200_000),
    };

    /// <summary>The same without faults of processes: events are late, lost and repeated, and so are stream records.</summary>
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

/// <summary>An outage of a channel.</summary>
/// <param name="Step">The name of the failing step.</param>
/// <param name="From">Its start, counted from the beginning of the history.</param>
/// <param name="Until">Its end, counted from the beginning of the history.</param>
internal sealed record Outage(string Step, TimeSpan From, TimeSpan Until)
{
    public static Outage Draw(Chance chance)
    {
        var from = chance.Between(TimeSpan.Zero, TimeSpan.FromHours(1));
        return new Outage(
            chance.Pick("sns.publish", "ses.send"), from,
            from + chance.Pick(TimeSpan.FromMinutes(20), TimeSpan.FromHours(2), TimeSpan.FromHours(5)));
    }

    public bool Has(string step, TimeSpan sinceBeginning) => step == Step && sinceBeginning >= From && sinceBeginning < Until;
}
