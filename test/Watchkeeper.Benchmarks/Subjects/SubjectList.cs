using System.Collections.Immutable;
using Watchkeeper.Benchmarks.World;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Benchmarks.Subjects;

/// <summary>
/// The measured programs, set up alike. They notify only the topic, because the bare handler notifies nobody else.
/// </summary>
internal sealed record SubjectList
{
    private const string Product = "src/Watchkeeper.Functions";
    private const string BareProject = "test/Watchkeeper.BareFunction";

    public required Subject Bare { get; init; }

    public required Subject Python { get; init; }

    public required Subject Alarm { get; init; }

    public required Subject Trail { get; init; }

    public required Subject Notify { get; init; }

    /// <summary>In dry-run: the group's cool-down refuses all but the first, after every check.</summary>
    public required Subject React { get; init; }

    /// <summary>Over a table without due work.</summary>
    public required Subject Sweep { get; init; }

    public required Subject AlarmJit { get; init; }

    public required Subject NotifyJit { get; init; }

    /// <summary>Other builds of the functions, to measure a change beside the state before it.</summary>
    public required ImmutableArray<(Subject Alarm, Subject Trail, Subject Notify, Subject React, Subject Sweep)> Others
    {
        get;
        init;
    }

    /// <summary>Publishes and builds the programs.</summary>
    public static async Task<SubjectList> CreateAsync(
        string repository, BenchmarkWorld world, IEnumerable<string> others, CancellationToken cancellationToken)
    {
        var jit = await NativeProgram.BuildAsync(repository, Product, "bootstrap", cancellationToken);
        var native = await NativeProgram.PublishAsync(repository, Product, "bootstrap", cancellationToken);
        var bare = await NativeProgram.PublishAsync(repository, BareProject, "bare", cancellationToken);
        var (alarm, notify) = (world.SettingsOf("AlarmFunction"), world.SettingsOf("NotifyFunction"));
        var trail = world.SettingsOfTrail();
        var (react, sweep) = (world.SettingsOf("ReactFunction"), world.SettingsOfSweep());
        // The others do the work of both functions, with AlarmFunction's memory and NotifyFunction's topic.
        var both = notify with { Name = "Both", Memory = alarm.Memory };
        return new SubjectList
        {
            Bare = new Subject("bare handler: stored and published", both, bare, Feed.Alarm),
            Python = new Subject(
                "Python with boto3: stored and published", both, await PythonProgram.FindAsync(cancellationToken), Feed.Alarm),
            Alarm = new Subject("AlarmFunction: stored", alarm, native, Feed.Alarm),
            Trail = new Subject("TrailFunction: matched, stored", trail, native, Feed.Call),
            Notify = new Subject("NotifyFunction: claimed, published, settled", notify, native, Feed.Change),
            React = new Subject("ReactFunction: asked, refused", react, native, Feed.ShownChange),
            Sweep = new Subject("SweepFunction: nothing due", sweep, native, Feed.Tick),
            AlarmJit = new Subject("AlarmFunction under the JIT", alarm, jit, Feed.Alarm),
            NotifyJit = new Subject("NotifyFunction under the JIT", notify, jit, Feed.Change),
            Others = [.. others.Select(Path.GetFullPath).Select(Other)],
        };

        (Subject Alarm, Subject Trail, Subject Notify, Subject React, Subject Sweep) Other(string file)
        {
            var executable = new FunctionExecutable(file, Path.GetDirectoryName(file)!);
            return (
                new Subject($"AlarmFunction of {file}", alarm, executable, Feed.Alarm),
                new Subject($"TrailFunction of {file}", trail, executable, Feed.Call),
                new Subject($"NotifyFunction of {file}", notify, executable, Feed.Change),
                new Subject($"ReactFunction of {file}", react, executable, Feed.ShownChange),
                new Subject($"SweepFunction of {file}", sweep, executable, Feed.Tick));
        }
    }
}
