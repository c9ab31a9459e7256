using System.Collections.Immutable;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Terminals;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Grouping;

namespace Watchkeeper.Cli.Commands;

/// <summary>
/// One run from start to end: prepares the backend, feeds the events, invokes the scheduled functions and prints the totals.
/// </summary>
internal sealed class RunSession(RunOptions options, IRunOutput output, TimeProvider real)
{
    private static readonly TimeSpan TickEvery = TimeSpan.FromMinutes(1);

    // How long an operator's action from another process, and a group that is due, waits at most.
    private static readonly TimeSpan GlanceEvery = TimeSpan.FromMilliseconds(500);

    private readonly ReplayClock time = new(real);

    /// <summary>What is put in force before the first event.</summary>
    public RunBeginnings Beginnings { get; init; } = new();

    /// <summary>Whether somebody watches standard error and sees no events go by.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>
    /// Runs until the work is done; without <see cref="RunOptions.Once"/> until cancellation. Returns the totals that were shown
    /// last.
    /// </summary>
    /// <exception cref="RunException">The run cannot start or continue.</exception>
    public async Task<RunSummary> RunAsync(CancellationToken cancellationToken)
    {
        var began = real.GetTimestamp();
        var template = Repository.Template(options.Template);
        var folder = Path.GetDirectoryName(template)!;
        NoteWhere(template);
        var story = Path.Combine(folder, "events");
        var eventsPath = options.Events ?? ShownPath.Of(story);
        var files = EventFiles.Load(eventsPath);
        var acts = StoryActs.Of(files, isStory: Path.GetFullPath(eventsPath) == story);
        var application = EmbeddedApplication.For(eventsPath, story).WithSecrets(options.Secrets);
        await using var inbox = options.Once ? null : await EventInbox.ListenAsync(options.Port);
        var place = options.Data ?? RunFolders.New(real.GetUtcNow());
        RunFolders.Create(place);
        await using var hold = await RunLock.TakeAsync(place, real, cancellationToken);
        time.GoOnFrom(RunClock.BehindIn(place));
        var names = ReplayRegion.NamesFor(files);
        await using var world = options.Backend == "emulators"
            ? await EmulatedWorld.StartAsync(
                EmulatorsOf(template, application, place), names.Region, cancellationToken)
            : null;
        names = world is null ? names : names with { QueueEndpoint = new Uri(world.MotoUrl) };
        var wiring = Repository.Wiring(template, options.Parameters, names);
        var bus = LocalBus.Over(wiring);
        var alarms = await application.AlarmsAsync(names.Account, names.Region, time, cancellationToken);
        await using IBackend backend = world is null
            ? EmbeddedBackend.Open(wiring, place, application, alarms, time, ErrorNote.Write)
            : await OpenAsync(
                world, wiring, application, alarms, place, FunctionProgram.Find(options.Executable, folder), cancellationToken);
        RecordOf(template, wiring, world).Write(place);
        var run = new LocalRun(backend, bus, output, time) { Sweep = (run, cancellation) => TickAsync(run, wiring, cancellation) };
        await BeginAsync(run, new RunStart
        {
            Backend = backend,
            IsNewest = options.Data is null,
            Names = names,
            Events = eventsPath,
            Count = files.Length,
            Application = ShownPath.Of(application.Folder),
        }, cancellationToken);
        // The processes of the emulators have the real clock.
        var clock = world is null ? place : null;
        var isDone = await EndsAsync(
            () => PlayAsync(run, wiring, acts, clock, cancellationToken), () => EndAsync(files.Length), cancellationToken);
        var summary = await EndAsync(isDone ? null : files.Length);
        if (!isDone || inbox is null)
            return summary;
        time.GoLive();
        (backend as EmbeddedBackend)?.GoLive();
        RunClock.Save(place, TimeSpan.Zero);
        await EndsAsync(() => GoOnAsync(run, wiring, inbox, cancellationToken), () => EndAsync(null), cancellationToken);
        return await EndAsync(null);

        // A run that is stopped sums up too.
        async Task<RunSummary> EndAsync(int? stoppedOf)
        {
            var sums = await run.SummariseAsync(real.GetElapsedTime(began), CancellationToken.None);
            output.End(sums = sums with { StoppedOf = stoppedOf });
            return sums;
        }
    }

    private async Task BeginAsync(LocalRun run, RunStart start, CancellationToken cancellationToken)
    {
        if (start.Backend is EmbeddedBackend { KeptAside: { } earlier })
        {
            ErrorNote.Write(
                $"An earlier version wrote the data in this folder. It is now {earlier}; this run starts with empty data.");
        }

        await Beginnings.ApplyAsync(start.Backend, time.GetUtcNow(), cancellationToken);
        await run.BeginAsync(cancellationToken);
        var active = await start.Backend.Slots.ListActiveAsync(cancellationToken).CountAsync(cancellationToken);
        output.Begin(start with { Active = active });
    }

    private void NoteWhere(string template)
    {
        if (!Repository.IsCarried(template))
            return;
        var part = options.Events is null ? "the story that comes" : "the one that comes";
        ErrorNote.Write($"There is no template.yaml in this folder or above: this run takes {part} with watchkeeper.");
    }

    // False if somebody stopped the run. What this machine refuses ends it with its sums.
    private static async Task<bool> EndsAsync(Func<Task> work, Func<Task> end, CancellationToken cancellationToken)
    {
        try
        {
            await work();
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception fault) when (fault is RunException or IOException or UnauthorizedAccessException)
        {
            try
            {
                await end();
            }
            catch (Exception further) when (further is RunException or IOException or UnauthorizedAccessException)
            {
                // The first fault says more.
            }

            throw;
        }
    }

    private async Task PlayAsync(
        LocalRun run, TemplateWiring wiring, ImmutableArray<StoryActs.Act> acts, string? clock,
        CancellationToken cancellationToken)
    {
        var all = acts.Sum(act => act.Files.Length);
        await using (new ProgressLine(Console.Error, () => $"{run.Events:N0} of {all:N0} events", real, ShowsProgress))
        {
            foreach (var act in acts)
            {
                if (act.Title.Length > 0)
                    output.Announce(act.Title);
                run.AreBrokenOnPurpose = act.IsBrokenOnPurpose;
                foreach (var file in act.Files)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await run.FeedAsync(file, cancellationToken);
                    // Those who ask while the story runs need its clock too.
                    if (clock is not null && run.Events == 1)
                        RunClock.Save(clock, time.Behind);
                }

                if (act == acts[0])
                    await TickAsync(run, wiring, cancellationToken);
            }

            run.AreBrokenOnPurpose = false;
            // What waits for others is told before the story ends.
            await run.PassAsync(time.GetUtcNow() + TimerDelay.MaxAhead, cancellationToken);
        }

        if (clock is not null)
            RunClock.Save(clock, time.Behind);
    }

    private RunRecord RecordOf(string template, TemplateWiring wiring, EmulatedWorld? world) => new()
    {
        Backend = options.Backend,
        Template = template,
        Parameters = options.Parameters.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Secrets = options.Secrets is { } file ? Path.GetFullPath(file) : null,
        Region = wiring.Names.Region,
        Configurations = FunctionSettingsOf.Versions(wiring),
        DynamoDbUrl = world?.DynamoDbUrl,
        Table = world is null ? null : wiring.Tables.Single().LogicalId,
    };

    private async Task<IBackend> OpenAsync(
        EmulatedWorld world, TemplateWiring wiring, EmbeddedApplication application, EmbeddedAlarms alarms, string place,
        FunctionExecutable executable, CancellationToken cancellationToken)
    {
        await world.PrepareAsync(wiring, application, time, cancellationToken);
        return new EmulatorBackend(world, wiring, executable, alarms, place, real);
    }

    private EmulatorOptions EmulatorsOf(string template, EmbeddedApplication application, string place) => new()
    {
        Root = Repository.ToolRoot(template),
        Time = real,
        Progress = Console.Error.WriteLine,
        Variables = MotoInstances.Variables(application)
            .Add(MotoAlarms.Variable, new MotoAlarms(place).Path)
            .Add(EmulatedMessages.Variable, EmulatedMessages.FolderIn(place)),
    };

    private async Task TickAsync(LocalRun run, TemplateWiring wiring, CancellationToken cancellationToken)
    {
        foreach (var schedule in wiring.Schedules.Where(schedule => schedule is { IsEnabled: true, Every: not null }))
        {
            await run.TickAsync(
                schedule.Function, ScheduledEventJson.Create(schedule, wiring.Names, time.GetUtcNow()), cancellationToken);
        }
    }

    private async Task GoOnAsync(LocalRun run, TemplateWiring wiring, EventInbox inbox, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync($"POST further events to {inbox.Address}, one JSON event per request. Ctrl+C stops.");
        var ticked = real.GetTimestamp();
        while (!cancellationToken.IsCancellationRequested)
        {
            // Schedules do not wait until no events arrive.
            if (real.GetElapsedTime(ticked) >= TickEvery)
            {
                await TickAsync(run, wiring, cancellationToken);
                ticked = real.GetTimestamp();
            }

            await run.TimersAsync(cancellationToken);
            if (await inbox.NextAsync(GlanceEvery, time, cancellationToken) is { } arrival)
                arrival.Answer(await run.FeedAsync(arrival.File, cancellationToken));
            else if (!cancellationToken.IsCancellationRequested)
                await run.FollowAsync(cancellationToken);
        }
    }
}
