using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Run.Output;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Stores;

/// <summary>A run in a folder of its own, with one alarm or another event.</summary>
internal sealed class OneAlarmRun(string backend = "embedded", string? file = null) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Data => Path.Combine(folder.Path, "data");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The files of the messages.</summary>
    public IReadOnlyList<string> Messages => Directory.Exists(Path.Combine(Data, "messages"))
        ? [.. Directory.EnumerateFiles(Path.Combine(Data, "messages"))
            .Where(file => !file.EndsWith(".part", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Runs to the end.</summary>
    public Task CompleteAsync() => Session(isOnce: true, TextWriter.Null).RunAsync(Token);

    /// <summary>Starts a run that goes on until it is cancelled.</summary>
    public Task GoOnAsync(TextWriter output, CancellationToken cancellationToken) =>
        Session(isOnce: false, output).RunAsync(cancellationToken);

    public Task<IIncidentStore> OpenAsync() => StoreOpening.OpenAsync(
        new StoreOptions { Backend = backend, Data = Data }, TimeProvider.System, Token);

    /// <summary>Acknowledges the only incident.</summary>
    public static async Task<Incident> AcknowledgeAsync(IIncidentStore store, string id = "one")
    {
        var page = await store.Queries.ListAsync(new IncidentQuestion.Active(), 2, null, Token);
        var incident = Assert.Single(page.Incidents).Incident;
        var action = new OperatorAction(id, OperatorVerb.Acknowledge, "anna");
        Assert.IsType<OperatorResult.Done>(
            await store.Desk.ActAsync(incident.Subject.Fingerprint, incident.Id, action, Token));
        return incident;
    }

    /// <summary>Waits for the end of a cancelled run.</summary>
    public static async Task EndAsync(Task going)
    {
        try
        {
            await going;
        }
        catch (OperationCanceledException)
        {
            // So a cancelled run may end.
        }
    }

    public void Dispose() => folder.Dispose();

    private RunSession Session(bool isOnce, TextWriter output) => new(
        new RunOptions
        {
            Backend = backend,
            Events = file ?? Repository.PathOf("events", "alarm-eventbridge", "010-order-cpu-high-alarm.json"),
            Template = Repository.PathOf("template.yaml"),
            Data = Data,
            Once = isOnce,
            Port = 0,
        },
        new JsonOutput(output),
        TimeProvider.System);
}
