using System.Text.Json;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Muting;
using Watchkeeper.Queries;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Asking;

/// <summary><c>incidents</c>: prints a list.</summary>
internal sealed class ListRun(IIncidentStore store, Screen screen, TimeProvider time)
{
    private const int PageSize = 200;
    private const int AtOnce = 8;
    private static readonly TimeSpan ProgressAfter = TimeSpan.FromSeconds(2);

    // Text is laid out in tables of so many incidents, and a filter is explained by the labels of so many: a list of any length
    // takes little memory.
    private const int TableSize = 1000;

    private readonly List<IncidentLine> shown = [];
    private readonly List<LabelSet> labels = [];
    private SilenceSet silences = SilenceSet.None;
    private int looked;
    private int found;

    /// <summary>Prints the list. Ended by Ctrl-C, it prints what was found until then.</summary>
    /// <exception cref="PageTokenException">The position belongs to another question.</exception>
    public async Task<Answer> RunAsync(ListOptions options, CancellationToken cancellationToken)
    {
        var question = options.Question with { Matchers = options.Filter.Matchers };
        var token = ListPosition.Read(options.After, options.Status);
        var (began, left, more) = (time.GetTimestamp(), options.Limit, true);
        if (options.Format is AnswerFormat.Csv)
            screen.Raw(CsvLine.Header);
        try
        {
            if (options.Question is IncidentQuestion.Active)
                silences = new SilenceSet((await store.Silences.ListAsync(cancellationToken)).Silences);
            while (left > 0 && more)
            {
                // A file answers at once and asks nobody whether to go on.
                cancellationToken.ThrowIfCancellationRequested();
                var page = await store.Queries.ListAsync(question, Math.Min(left, PageSize), token, cancellationToken);
                var fitting = page.Incidents.Where(each => options.Status is null || each.Incident.Status == options.Status);
                left -= await ShowAsync([.. fitting], options.Format, cancellationToken);
                looked += page.Looked;
                (token, more) = (page.Next, page.Next is not null);
                if (screen.ShowsProgress && more && time.GetElapsedTime(began) > ProgressAfter)
                    screen.Note($"looked at {looked} incidents, found {found} …");
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            screen.Note("interrupted");
        }

        End(options, more ? token : null);
        if (!cancellationToken.IsCancellationRequested && options.After is null)
            await FilterDiagnosis.NoteAsync(store.Queries, options, labels, screen, cancellationToken);
        return Answer.Yes;
    }

    private async Task<int> ShowAsync(
        List<IncidentSnapshot> snapshots, AnswerFormat format, CancellationToken cancellationToken)
    {
        foreach (var chunk in snapshots.Chunk(AtOnce))
        {
            var quiet = await Task.WhenAll(
                chunk.Select(each => QuietText.OfAsync(store.Queries, each.Incident, cancellationToken)));
            foreach (var (snapshot, why) in chunk.Zip(quiet))
            {
                found++;
                var own = IncidentLabels.From(snapshot.Incident);
                if (labels.Count < TableSize)
                    labels.Add(own);
                Show(IncidentLine.From(snapshot, why ?? Silence(own)), format);
            }
        }

        return snapshots.Count;
    }

    // Also where people heard of it before somebody silenced it.
    private string? Silence(LabelSet incident) =>
        silences.Find(incident, time.GetUtcNow()) is { } silence ? $"silence {silence.Id}" : null;

    private void Show(IncidentLine line, AnswerFormat format)
    {
        if (format is AnswerFormat.Text)
            Add(line);
        else if (format is AnswerFormat.Json)
            screen.Raw(JsonSerializer.Serialize(line, JsonLines.Of.IncidentLine));
        else
            screen.Raw(CsvLine.Of(line));
    }

    private void Add(IncidentLine line)
    {
        shown.Add(line);
        if (shown.Count < TableSize)
            return;
        IncidentTable.Show(screen, shown, time.GetUtcNow());
        shown.Clear();
    }

    private void End(ListOptions options, string? token)
    {
        var next = ListPosition.Write(token, options.Status);
        if (options.Format is AnswerFormat.Json && next is not null)
            screen.Raw(JsonSerializer.Serialize(new NextPage(next), JsonLines.Of.NextPage));
        if (options.Format is AnswerFormat.Csv && next is not null)
            screen.Note($"more: --after {next}");
        if (options.Format is not AnswerFormat.Text)
            return;
        IncidentTable.Show(screen, shown, time.GetUtcNow());
        screen.Line(next is null ? Sum(options) : $"{Sum(options)}, and more");
        if (next is not null)
            screen.Line($"more: --after {next}");
    }

    private string Sum(ListOptions options)
    {
        var kind = options.Question is IncidentQuestion.Active ? "active incidents" : $"incidents {options.Words}";
        var isNarrowed = options.Status is not null || !options.Filter.Matchers.IsEmpty;
        return isNarrowed ? $"{found} of {looked} {kind}" : $"{found} {kind}";
    }
}
