using System.Text;
using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using Watchkeeper.Aws.Timers;
using Watchkeeper.Functions.Grouping;
using Watchkeeper.Functions.Handlers;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Schedules;
using Watchkeeper.Functions.Tests.Schedules;
using Watchkeeper.Functions.Tests.Suppressing;
using Watchkeeper.Grouping;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Grouping;

/// <summary>A team whose mails wait for others of their service, a queue of timers, and the handler that they come to.</summary>
internal sealed class TimedTeam : IGroupTimers, IDisposable
{
    private readonly MemoryStream lines = new();

    public TimedTeam(TimeSpan wait)
    {
        Team = new QuietTeam(mailGroups: new GroupSettings { By = ["service"], Wait = wait, Interval = TimeSpan.FromMinutes(5) });
        var output = new LineOutput(lines);
        var log = new JsonLogger(output, Time, "SweepFunction");
        var metrics = new Metrics(output, Time, "SweepFunction");
        Team.Timers = new GroupTimerSetter(this, metrics, log, Time);
        Handler = new SweepHandler(
            _ => ValueTask.FromResult(Team.Sweeper),
            new ScheduledEventIntake(FunctionName.SweepFunction, DeadLetters, metrics, log, Time),
            new TimerIntake(FunctionName.SweepFunction, Team.Timers, DeadLetters, metrics, log, Time),
            log,
            Time);
    }

    public QuietTeam Team { get; }

    public TimeProvider Time => Team.World.Time;

    public SweepHandler Handler { get; }

    public InMemoryDeadLetters DeadLetters { get; } = new();

    /// <summary>The timers that were set, in order.</summary>
    public List<DateTimeOffset> Set { get; } = [];

    /// <summary>What setting a timer throws; null if it succeeds.</summary>
    public Func<CancellationToken, Task>? Fault { get; set; }

    /// <summary>What was logged and counted.</summary>
    public string Lines => Encoding.UTF8.GetString(lines.ToArray());

    public async Task SetAsync(DateTimeOffset at, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await (Fault?.Invoke(cancellationToken) ?? Task.CompletedTask);
        Set.Add(at);
    }

    /// <summary>Lets time pass without a sweep.</summary>
    public void Wait(TimeSpan time) => Team.World.Time.Advance(time);

    /// <summary>The queue delivers timers.</summary>
    public Task<JsonElement> ComeAsync(params DateTimeOffset[] timers) => HandleAsync(TimerEvent.Write("arn", timers));

    /// <summary>The function is invoked.</summary>
    public async Task<JsonElement> HandleAsync(ReadOnlyMemory<byte> payload)
    {
        using var stream = new MemoryStream(payload.ToArray());
        await using var answer = await Handler.HandleAsync(
            stream, new TestLambdaContext { RemainingTime = TimeSpan.FromMinutes(1) });
        return (await JsonDocument.ParseAsync(answer, default, TestContextToken)).RootElement;
    }

    /// <summary>A signal of a service: the part of the name before the dash.</summary>
    public static Signal Of(string name, SignalCondition condition = SignalCondition.Firing)
    {
        var signal = Signal(condition, 0, name);
        return signal with { Subject = signal.Subject with { Service = name.Split('-')[0], Title = name } };
    }

    public void Dispose()
    {
        Team.Dispose();
        lines.Dispose();
    }
}
