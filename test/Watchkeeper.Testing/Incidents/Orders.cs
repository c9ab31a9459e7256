using System.Globalization;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Testing.Incidents;

/// <summary>Signals of a shop's CPU alarm, with texts as long as real ones.</summary>
public static class Orders
{
    /// <summary>The time of the first signal.</summary>
    public static DateTimeOffset Noon { get; } = new(2026, 11, 2, 12, 0, 0, 987, TimeSpan.Zero);

    /// <summary>The usual time limits, of a configuration with a version.</summary>
    public static LifecycleOptions Options { get; } = new() { Version = "0a1b2c3d4e" };

    /// <summary>The subject of the signals.</summary>
    /// <param name="name">The alarm's name.</param>
    public static Subject Subject(string name = "shop-order-cpu-high") => new()
    {
        Fingerprint = new Fingerprint($"alarm/arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{name}"),
        Source = SignalSource.Alarm,
        Kind = SignalKind.Cpu,
        Name = name,
        Title = "CPUUtilization of shop-order-asg",
        Account = "123456789012",
        Region = "eu-central-1",
        Resource = "shop-order-asg",
        Service = "order",
        Runbook = "https://runbooks.example.com/shop/order/cpu",
        Labels = LabelSet.From(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AutoScalingGroupName"] = "shop-order-asg",
            ["namespace"] = "AWS/EC2",
            ["metric"] = "CPUUtilization",
            ["alarmType"] = "metric",
            ["threshold"] = "> 80",
        }),
    };

    /// <summary>One signal.</summary>
    /// <param name="condition">Its condition.</param>
    /// <param name="minute">Its time, in minutes after noon.</param>
    /// <param name="name">The alarm's name.</param>
    /// <param name="nature">An alarm is a state; some tests need events.</param>
    public static Signal Signal(
        SignalCondition condition = SignalCondition.Firing,
        int minute = 0,
        string name = "shop-order-cpu-high",
        SignalNature nature = SignalNature.State) => new()
        {
            Id = StableHash.Compute(name, WordFor(condition), minute.ToString(CultureInfo.InvariantCulture)),
            EventId = string.Create(CultureInfo.InvariantCulture, $"c4c1c1c9-6542-e61b-6ef0-8c4d3693{minute:x4}"),
            OccurredAt = Noon.AddMinutes(minute),
            Condition = condition,
            Nature = nature,
            Subject = Subject(name),
            Reason =
                "Threshold Crossed: 3 out of the last 3 datapoints [91.40160229693434 (02/11/26 11:59:00), "
                + "90.02 (02/11/26 11:58:00), 88.1 (02/11/26 11:57:00)] were greater than the threshold (80.0) (minimum 3 "
                + "datapoints for OK -> ALARM transition).",
            Measurement = nature is SignalNature.State ? Measured(condition, minute) : null,
            Trace = "Root=1-67a3f1c2-5e8b0d4a7c9e1f2b3a4d5c6e;Parent=53995c3f42cd8ad8;Sampled=1",
        };

    // Each signal has another value, as in life.
    private static Measurement Measured(SignalCondition condition, int minute) => new()
    {
        Value = condition is SignalCondition.Firing ? 91.4 + minute : 41.25,
        Limit = 80,
        Side = BreachSide.Above,
        Statistic = "Average",
    };

    /// <summary>The write that opens an incident.</summary>
    public static SlotWrite Opening(string name = "shop-order-cpu-high", int minute = 0) =>
        OptimisticWrite.Decide(
            Assumption.None, Signal(minute: minute, name: name), Severity.High, Options, Now(minute))
            .Write!;

    /// <summary>The write that adds a firing signal to it.</summary>
    public static SlotUpdate Repeat(
        int minute, Severity severity = Severity.High, SignalNature nature = SignalNature.State) =>
        Update(Signal(minute: minute, nature: nature), severity);

    /// <summary>The write that resolves it.</summary>
    public static SlotUpdate End(int minute) => Update(Signal(SignalCondition.Resolved, minute), Severity.High);

    /// <summary>The product's clock when it records a signal of that minute.</summary>
    public static DateTimeOffset Now(int minute) => Noon.AddMinutes(minute).AddSeconds(2);

    // The stored rows of the fixtures hold ids made of these words, so a new name of a condition must not change them.
    private static string WordFor(SignalCondition condition) => condition switch
    {
        SignalCondition.Firing => "Trouble",
        SignalCondition.Resolved => "Clear",
        _ => condition.ToString(),
    };

    private static SlotUpdate Update(Signal signal, Severity severity) =>
        (SlotUpdate)OptimisticWrite.Decide(
            Assumption.ActiveIncident, signal, severity, Options, signal.OccurredAt.AddSeconds(2)).Write!;
}
