using System.Collections.Immutable;
using Watchkeeper.Benchmarks.Subjects;
using Watchkeeper.Benchmarks.World;
using Watchkeeper.Cli.Commands;

namespace Watchkeeper.Benchmarks;

/// <summary>The programs and emulators of every run.</summary>
internal sealed class Setup : IAsyncDisposable
{
    private readonly AlarmEvents alarms;
    private readonly CallEvents calls;
    private readonly ChangeEvents changes;

    private Setup(string repository, BenchmarkWorld world, SubjectList subjects)
    {
        (Repository, World, Subjects) = (repository, world, subjects);
        alarms = new AlarmEvents(repository, Clock.System);
        calls = new CallEvents(repository, Clock.System);
        changes = new ChangeEvents(world, alarms, subjects.Alarm);
    }

    /// <summary>The number of measurements of each program.</summary>
    public required int Rounds { get; init; }

    /// <summary>The number of events in a round of a warm process.</summary>
    public required int Events { get; init; }

    public required CancellationToken CancellationToken { get; init; }

    /// <summary>The folder of the clone.</summary>
    public string Repository { get; }

    public BenchmarkWorld World { get; }

    public SubjectList Subjects { get; }

    /// <summary>Publishes the programs and starts the emulators.</summary>
    /// <param name="rounds">See <see cref="Rounds"/>.</param>
    /// <param name="events">See <see cref="Events"/>.</param>
    /// <param name="others">Other builds of the functions' executable to measure as well.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Setup> CreateAsync(
        int rounds, int events, IEnumerable<string> others, CancellationToken cancellationToken)
    {
        var repository = Path.GetDirectoryName(Watchkeeper.Cli.Run.Repository.Template(null))!;
        var world = await BenchmarkWorld.StartAsync(repository, cancellationToken);
        try
        {
            var subjects = await SubjectList.CreateAsync(repository, world, others, cancellationToken);
            return new Setup(repository, world, subjects)
            {
                Rounds = rounds,
                Events = events,
                CancellationToken = cancellationToken,
            };
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts the version in force that the subject is to find, or none.</summary>
    public Task PutInForceAsync(Subject subject) => World.Version.SetAsync(subject.HasVersion, CancellationToken);

    /// <summary>New events of a kind.</summary>
    public async Task<ImmutableArray<byte[]>> PayloadsAsync(Feed feed, int count) => feed switch
    {
        Feed.Alarm => [.. Enumerable.Range(0, count).Select(_ => alarms.Next())],
        Feed.ShownChange => [await ShownChangeAsync(count)],
        Feed.Call => [.. Enumerable.Range(0, count).Select(_ => calls.Next())],
        Feed.Tick => [.. Enumerable.Range(0, count).Select(_ => World.Tick())],
        _ => await changes.NextAsync(count, CancellationToken),
    };

    // CloudWatch shows one alarm at a time.
    private async Task<byte[]> ShownChangeAsync(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(count, 1);
        var change = (await changes.NextAsync(count, CancellationToken)).Single();
        World.Show(alarms.Behind(change));
        return change;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
