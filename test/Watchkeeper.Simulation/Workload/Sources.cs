using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Workload;

/// <summary>The application's event sources: their current states and next events.</summary>
internal sealed class Sources(Chance chance, ulong seed)
{
    private static readonly ImmutableArray<byte[]> Nonsense =
    [
        "not json"u8.ToArray(),
        "{}"u8.ToArray(),
        "[]"u8.ToArray(),
        """{"detail-type":"CloudWatch Alarm State Change","source":"aws.cloudwatch","id":"1","detail":{"alarmName":"x"}}"""u8
            .ToArray(),
        """{"source":"aws.health","detail-type":"AWS Health Event","detail":{"eventArn":7}}"""u8.ToArray(),
    ];

    private readonly Dictionary<string, (string State, DateTimeOffset At)> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset?> muted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> critical = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> previous = new(StringComparer.Ordinal);
    private int count;

    public IEnumerable<EventAccount> Alarm(int number, DateTimeOffset at)
    {
        var alarm = AlarmOf(number);
        var (before, since) = states.GetValueOrDefault(alarm.Name, ("OK", at));
        // Two changes in one millisecond, and events that arrive in another order than their changes.
        at = chance.Below(20) switch { 0 => since, 1 => at - TimeSpan.FromSeconds(chance.Below(300)), _ => at };
        return Alarm(alarm, NextState(before), before, at);
    }

    public IEnumerable<EventAccount> Alarm(AlarmShape alarm, string state, string before, DateTimeOffset at)
    {
        at = new DateTimeOffset(at.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        states[alarm.Name] = (state, at);
        var observation = string.Create(CultureInfo.InvariantCulture, $"{alarm.Name} {state} {at:MM-dd HH:mm:ss.fff}");
        // Equal observations have equal content. Somebody changes the threshold while the alarm fires.
        alarm = alarm with { Threshold = StableHash.Compute(observation)[0] is '0' or '1' ? "90.0" : "80.0" };
        var isCritical = chance.Below(12) == 0;
        if (!critical.TryAdd(observation, isCritical))
            isCritical = critical[observation];
        var description = isCritical ? "Short of it. severity: critical" : "Short of it.";
        // The source's previous state may be wrong or missing.
        var said = chance.Below(10) == 0 ? chance.Pick("OK", "ALARM", "") : before;
        if (!previous.TryAdd(observation, said))
            said = previous[observation];
        var meaning = state switch { "ALARM" => EventMeaning.Firing, "OK" => EventMeaning.Resolved, _ => EventMeaning.NoData };
        // A muted alarm runs no action, and an SNS message does not name the metric's account.
        DateTimeOffset? mutedUntil = state == "ALARM" && chance.Below(15) == 0
            ? at + chance.Pick(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(20), TimeSpan.FromHours(2))
            : null;
        if (!muted.TryAdd(observation, mutedUntil))
            mutedUntil = muted[observation];
        var isPlain = mutedUntil is null && alarm.MetricAccount.Length == 0;
        var ways = isPlain ? chance.Below(20) switch { 0 => 3, 1 or 2 => 2, _ => 1 } : 1;
        var first = isPlain ? chance.Below(ways == 1 ? 8 : 1) : 0;
        for (var way = first; way < first + ways; way++)
        {
            var id = Id();
            yield return new EventAccount
            {
                Number = count,
                Subject = alarm.Name,
                At = at,
                Meaning = meaning,
                IsState = true,
                Function = FunctionName.AlarmFunction,
                Id = way is 2 ? Shapes.DirectId(alarm, state, at) : id,
                Observation = observation,
                ObservationId = Shapes.DirectId(alarm, state, at),
                Severity = isCritical ? Severity.Critical : SeverityOf(alarm),
                MutedUntil = mutedUntil,
                Payload = way switch
                {
                    1 => Shapes.ByTopic(alarm, id, state, said, at, description),
                    2 => Shapes.Direct(alarm, state, said, at, description),
                    _ => Shapes.ByRule(alarm, id, state, said, at, description, mutedUntil),
                },
            };
        }
    }

    /// <summary>Deletes the alarm; a later state belongs to another alarm of that name.</summary>
    public EventAccount Delete(int number, DateTimeOffset at)
    {
        var alarm = AlarmOf(number);
        states.Remove(alarm.Name);
        var id = Id();
        at = new DateTimeOffset(at.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        return new EventAccount
        {
            Number = count,
            Subject = alarm.Name,
            At = at,
            Meaning = EventMeaning.Deleted,
            IsState = true,
            Function = FunctionName.AlarmFunction,
            Id = id,
            Observation = $"{alarm.Name} deleted {id}",
            ObservationId = id,
            Payload = Shapes.AlarmDeleted(alarm, id, at),
        };
    }

    /// <summary>Terminates an instance.</summary>
    public EventAccount Terminate(int group, int place, DateTimeOffset at)
    {
        var (instance, id) = (Scaling.Instance(group, place), Id());
        at = Second(at);
        return new EventAccount
        {
            Number = count,
            Subject = instance,
            At = at,
            Meaning = EventMeaning.Terminated,
            IsState = false,
            Function = FunctionName.AlarmFunction,
            Id = id,
            Observation = $"{instance} terminated {id}",
            Payload = Shapes.Terminated(instance, id, at),
        };
    }

    public EventAccount Call(int number, DateTimeOffset at)
    {
        var trail = string.Create(CultureInfo.InvariantCulture, $"shop-{number}-trail");
        var actor = chance.Pick("jonas", "jonas", "jonas", "mallory", "eve");
        return chance.Below(10) switch
        {
            0 or 1 => Call(trail, "DescribeTrails", EventMeaning.Irrelevant, actor, false, at),
            2 => Call(trail, "StartLogging", EventMeaning.Resolved, actor, false, at),
            3 => Call(trail, "StopLogging", EventMeaning.Firing, actor, true, at),
            _ => Call(trail, "StopLogging", EventMeaning.Firing, actor, false, at),
        };
    }

    /// <summary>The usual actor stops a trail.</summary>
    public EventAccount Stop(string trail, DateTimeOffset at) =>
        Call(trail, "StopLogging", EventMeaning.Firing, "jonas", false, at);

    /// <summary>More actors stop a trail than are notified one by one.</summary>
    public IEnumerable<EventAccount> StopByMany(int number, DateTimeOffset at) => Enumerable.Range(0, 12).Select(
        who => StopByAnybody(string.Create(CultureInfo.InvariantCulture, $"shop-{number}-trail"), who, at.AddSeconds(who / 4)));

    /// <summary>Some actor stops a trail.</summary>
    public EventAccount StopByAnybody(string trail, int number, DateTimeOffset at) => Call(
        trail, "StopLogging", EventMeaning.Firing, string.Create(CultureInfo.InvariantCulture, $"someone-{number}"),
        chance.Below(4) == 0, at);

    private EventAccount Call(string trail, string name, EventMeaning meaning, string actor, bool isRefused, DateTimeOffset at)
    {
        var (id, eventId) = (Id(), Id());
        at = Second(at);
        return new EventAccount
        {
            Number = count,
            Id = eventId,
            Subject = trail,
            Observation = $"{trail} {eventId}",
            At = at,
            IsState = false,
            Meaning = meaning,
            Actor = actor,
            IsRefused = isRefused,
            Function = FunctionName.TrailFunction,
            Payload = Shapes.Call(name, actor, isRefused, trail, id, eventId, at),
        };
    }

    public EventAccount Health(int number, DateTimeOffset at)
    {
        var shape = number % 2 == 0
            ? new HealthShape(number, "AWS_EC2_OPERATIONAL_ISSUE", "issue")
            : new HealthShape(number, "AWS_EC2_RETIREMENT_NOTICE", "accountNotification");
        var id = Id();
        var isOver = chance.Below(2) == 0;
        at = Second(at);
        return new EventAccount
        {
            Number = count,
            Id = id,
            Subject = $"{shape.Code}_{number}",
            Observation = $"{shape.Code}_{number} {id}",
            At = at,
            IsState = true,
            Meaning = isOver ? EventMeaning.Resolved : EventMeaning.Firing,
            Function = FunctionName.HealthFunction,
            Payload = Shapes.Health(shape, id, isOver ? "closed" : "open", at),
        };
    }

    public EventAccount Odd(DateTimeOffset at)
    {
        var id = Id();
        var changed = chance.Below(2) == 0;
        return new EventAccount
        {
            Number = count,
            Id = id,
            Subject = "odd",
            Observation = $"odd {id}",
            At = at,
            IsState = false,
            Meaning = changed ? EventMeaning.Irrelevant : EventMeaning.Malformed,
            Function = changed
                ? FunctionName.AlarmFunction
                : chance.Pick(FunctionName.AlarmFunction, FunctionName.HealthFunction),
            Payload = changed ? Shapes.AlarmChanged(AlarmOf(0), id, at) : Nonsense[chance.Below(Nonsense.Length)],
        };
    }

    /// <summary>The numbers of all instances' status check alarms.</summary>
    public static IEnumerable<int> StatusAlarms => CpuAlarms.Select(number => number + 1);

    /// <summary>The numbers of all groups' CPU alarms.</summary>
    public static IEnumerable<int> CpuAlarms => Enumerable.Range(0, 4 * Scaling.Groups).Select(place => 4 * place);

    /// <summary>The account of foreign alarms and metrics.</summary>
    public const string Elsewhere = "210987654321";

    /// <summary>Whether an alarm fires on too little load.</summary>
    public static bool IsLow(int number) => number % 48 == 12;

    /// <summary>Whether the alarm itself belongs to another account.</summary>
    public static bool IsElsewhere(string name) => AlarmOf(NumberOf(name)).Account == Elsewhere;

    /// <summary>
    /// Whether no reaction to the alarm is allowed: the alarm or its metric belongs to another account, or it fires on too little
    /// load.
    /// </summary>
    public static bool IsHandsOff(string name) =>
        AlarmOf(NumberOf(name)) is { IsLow: true } or { Account: Elsewhere } or { MetricAccount: Elsewhere };

    /// <summary>The instance that an alarm monitors; empty if it monitors something else.</summary>
    public static string InstanceOf(string name) =>
        AlarmOf(NumberOf(name)) is { Dimension: "InstanceId", DimensionValue: var instance } ? instance : "";

    public static AlarmShape AlarmOf(int number)
    {
        var group = number / 4 % Scaling.Groups;
        var name = string.Create(CultureInfo.InvariantCulture, $"shop-{number}");
        return (number % 4) switch
        {
            0 => new($"{name}-cpu", "AWS/EC2", "CPUUtilization", "AutoScalingGroupName", Scaling.Group(group))
            {
                Account = number % 48 is 20 or 44 ? Elsewhere : Shapes.Account,
                MetricAccount = (number % 48) switch { 32 => Elsewhere, 44 => Shapes.Account, _ => "" },
                IsLow = IsLow(number),
            },
            1 => new($"{name}-status", "AWS/EC2", "StatusCheckFailed", "InstanceId", Scaling.Instance(group, number / 16 % 4)),
            2 => new($"{name}-db", "AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", name),
            _ => new($"{name}-net", "AWS/EC2", "NetworkOut", "InstanceId", Scaling.Instance(group, 0)),
        };
    }

    // shop-17-status
    private static int NumberOf(string name) => int.Parse(name.Split('-')[1], CultureInfo.InvariantCulture);

    private static Severity SeverityOf(AlarmShape alarm) => alarm.Metric switch
    {
        "CPUUtilization" when alarm.IsLow => Severity.Low,
        "StatusCheckFailed" => Severity.Critical,
        "CPUUtilization" => Severity.High,
        _ => Severity.Medium,
    };

    private string NextState(string before) => before switch
    {
        "OK" => chance.Below(5) == 0 ? "INSUFFICIENT_DATA" : "ALARM",
        "ALARM" => chance.Below(7) switch { 0 => "INSUFFICIENT_DATA", 1 => "ALARM", _ => "OK" },
        _ => chance.Pick("OK", "ALARM"),
    };

    private static DateTimeOffset Second(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    private string Id() =>
        string.Create(CultureInfo.InvariantCulture, $"{++count:x8}-0000-4000-8000-{seed & 0xffffffffffff:x12}");
}
