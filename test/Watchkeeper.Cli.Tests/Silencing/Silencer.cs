using System.Text.Json;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Silencing;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Tests.Asking;
using Watchkeeper.Muting;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Tests.Silencing;

/// <summary>Silences a data folder as the commands do, and holds what they print.</summary>
internal sealed class Silencer(string data, int? width = null) : IDisposable
{
    private readonly Asker asker = new(data, width);

    /// <summary>The lines of all answers.</summary>
    public string[] Lines => asker.Lines;

    /// <summary>All answers.</summary>
    public string Output => asker.Output;

    /// <summary>All notes.</summary>
    public string Errors => asker.Errors;

    /// <summary>The answers as JSON.</summary>
    public IReadOnlyList<JsonElement> Json => [.. asker.Json];

    public static SilenceDraft Draft(params string[] matchers) => new()
    {
        Matchers = [.. matchers],
        For = "2h",
        By = "",
        Reason = "deploying",
    };

    public Task<Answer> AddAsync(SilenceDraft draft, string who = "kim", bool asJson = false) =>
        asker.AskAsync((store, time, cancellation) => new AddSilenceRun(store, asker.Screen, time).RunAsync(
            draft, new ActorName(who, MustBeKnown: false), ActionId.Create(), asJson, cancellation));

    /// <summary>Adds a silence and returns its id.</summary>
    public static async Task<string> AddedAsync(string data, SilenceDraft draft, string who = "kim")
    {
        using var silencer = new Silencer(data);
        if (await silencer.AddAsync(draft, who, asJson: true) is not Answer.Yes)
            throw new InvalidOperationException(silencer.Errors);
        return silencer.Json[0].GetProperty("silence").GetProperty("id").GetString()!;
    }

    /// <summary>Puts a configuration file in force.</summary>
    public Task<Answer> ConfigureAsync(string json) => asker.AskAsync(async (store, time, cancellation) =>
    {
        await store.Configurations.ApplyAsync(
            await store.Configurations.ReadAsync(cancellation), System.Text.Encoding.UTF8.GetBytes(json), "kim", "",
            time.GetUtcNow(), cancellation);
        return Answer.Yes;
    });

    public Task<Answer> ListAsync(int? past = null, LabelSet? matching = null, bool asJson = false) =>
        asker.AskAsync((store, time, cancellation) => new SilenceListRun(store, asker.Screen, time).RunAsync(
            past, matching, asJson, cancellation));

    public Task<Answer> PreviewAsync(string[] matchers, int days = 7, bool asJson = false) =>
        asker.AskAsync((store, time, cancellation) => new PreviewRun(store, asker.Screen, time).RunAsync(
            [.. matchers], days, asJson, cancellation));

    public Task<Answer> ExtendAsync(
        string id, string? duration, string? until = null, string who = "alex", bool asJson = false,
        Func<IIncidentStore, Task>? meanwhile = null) =>
        ChangeAsync(
            (run, options, cancellation) => run.ExtendAsync(options, cancellation), id, duration, until, who, asJson, meanwhile);

    public Task<Answer> ExpireAsync(
        string id, string who = "alex", bool asJson = false, Func<IIncidentStore, Task>? meanwhile = null) =>
        ChangeAsync(
            (run, options, cancellation) => run.ExpireAsync(options, cancellation), id, null, null, who, asJson, meanwhile);

    public void Dispose() => asker.Dispose();

    private Task<Answer> ChangeAsync(
        Func<ChangeSilenceRun, ChangeOptions, CancellationToken, Task<Answer>> run, string id, string? duration, string? until,
        string who, bool asJson, Func<IIncidentStore, Task>? meanwhile) => asker.AskAsync((store, time, cancellation) =>
        {
            var options = new ChangeOptions
            {
                Id = id,
                For = duration,
                Until = until,
                Actor = new ActorName(who, MustBeKnown: false),
                Command = new AddCommandText("watchkeeper", new StoreOptions { Backend = "embedded", Data = data }),
                AsJson = asJson,
            };
            // The first time that the command asks for is after it has read the silence, and before it writes.
            var clock = meanwhile is null ? time : new InterruptedTime(time, () => meanwhile(store));
            return run(new ChangeSilenceRun(store, asker.Screen, clock), options, cancellation);
        });

    private sealed class InterruptedTime(TimeProvider time, Func<Task> meanwhile) : TimeProvider
    {
        private bool isOver;

        public override DateTimeOffset GetUtcNow()
        {
            if (!isOver)
            {
                isOver = true;
                Task.Run(meanwhile).GetAwaiter().GetResult();
            }

            return time.GetUtcNow();
        }
    }
}
