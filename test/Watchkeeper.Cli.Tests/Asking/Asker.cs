using System.Text.Json;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>Asks a data folder as the commands do, and holds what they print.</summary>
internal sealed class Asker : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();
    private readonly string data;
    private int actions;

    public Asker(string data, int? width = null)
    {
        this.data = data;
        Screen = new Screen(output, errors, width, showsProgress: false);
    }

    public Screen Screen { get; }

    public string Output => output.ToString();

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Errors => errors.ToString();

    public IEnumerable<JsonElement> Json => Lines.Select(StoryFixture.Parse);

    public Task<Answer> AskAsync(Func<IIncidentStore, TimeProvider, CancellationToken, Task<Answer>> ask) =>
        new AskSession(new StoreOptions { Backend = "embedded", Data = data }, Screen, TimeProvider.System)
            .RunAsync(ask, isAction: false, Xunit.TestContext.Current.CancellationToken);

    public Task<Answer> ListAsync(ListOptions? options = null) => AskAsync((store, time, cancellation) =>
        new ListRun(store, Screen, time).RunAsync(options ?? Active(AnswerFormat.Text), cancellation));

    public Task<Answer> ShowAsync(string id, int entries = 20, bool asJson = false) => AskAsync((store, time, cancellation) =>
        new ShowRun(store, Screen, time).RunAsync(id, entries, asJson, cancellation));

    public Task<Answer> WhyAsync(string id, bool asJson = false) => AskAsync((store, _, cancellation) =>
        new WhyRun(store, Screen).RunAsync(id, asJson, cancellation));

    public Task<Answer> ActAsync(OperatorVerb verb, string id, string who, string note = "", bool asJson = false) =>
        AskAsync((store, time, cancellation) => new ActRun(store, Screen, time).RunAsync(
            new ActOptions
            {
                Id = id,
                Verb = verb,
                Note = note,
                Who = who,
                MustBeKnown = false,
                ActionId = $"{data}-{who}-{GetHashCode()}-{++actions}",
                AsJson = asJson,
            },
            cancellation));

    public ListOptions Active(AnswerFormat format, params string[] filters) => new()
    {
        Question = new IncidentQuestion.Active(),
        Filter = FilterText.Parse(filters, Screen),
        Limit = 1000,
        Format = format,
    };

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }
}
