using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Queries;

namespace Watchkeeper.Cli.Asking;

/// <summary><c>decisions</c>: prints what was decided about each event of a day.</summary>
internal sealed class DecisionsRun(IIncidentStore store, Screen screen)
{
    // Text is laid out in tables of so many lines, so that a day of any length takes little memory.
    private const int TableSize = 1000;

    private readonly List<DecisionLine> shown = [];

    /// <summary>Prints the decisions, newest first. Ended by Ctrl-C, it prints what was found until then.</summary>
    /// <param name="day">The day.</param>
    /// <param name="decisions">The named reasons that are wanted; empty for all.</param>
    /// <param name="limit">Maximum number of lines.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    public async Task<Answer> RunAsync(
        DayRange day, ImmutableHashSet<string> decisions, int limit, AnswerFormat format, CancellationToken cancellationToken)
    {
        if (format is AnswerFormat.Csv)
            screen.Raw(DecisionCsv.Header);
        DecisionList? list = null;
        try
        {
            list = await store.Queries.ListDecisionsAsync(day.From, day.To, cancellationToken);
            var wanted = list.ReadAsync(decision => decisions.IsEmpty || decisions.Contains(decision), cancellationToken);
            await foreach (var decided in wanted.Take(limit).WithCancellation(cancellationToken))
                Show(DecisionLine.From(decided), format);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            screen.Note("interrupted");
        }

        if (list is not null)
            End(day, decisions, list, limit, format);
        return Answer.Yes;
    }

    private void Show(DecisionLine line, AnswerFormat format)
    {
        if (format is AnswerFormat.Text)
            Add(line);
        else if (format is AnswerFormat.Json)
            screen.Raw(JsonSerializer.Serialize(line, JsonLines.Of.DecisionLine));
        else
            screen.Raw(DecisionCsv.Of(line));
    }

    private void Add(DecisionLine line)
    {
        shown.Add(line);
        if (shown.Count == TableSize)
            Flush();
    }

    private void Flush()
    {
        DecisionTable.Show(screen, shown);
        shown.Clear();
    }

    private void End(
        DayRange day, ImmutableHashSet<string> decisions, DecisionList list, int limit, AnswerFormat format)
    {
        var counts = list.Counts;
        var isAsked = decisions.IsEmpty ? counts : [.. counts.Where(each => decisions.Contains(each.Decision))];
        var left = isAsked.Sum(each => each.Count) - limit;
        if (left > 0)
            screen.Note($"{left} more: raise --limit");
        foreach (var unknown in decisions.Where(name => counts.All(each => each.Decision != name)).Order(StringComparer.Ordinal))
            screen.Note($"no event of the day was decided «{unknown}»");
        if (format is not AnswerFormat.Text)
            return;
        Flush();
        screen.Line($"{list.Count} decisions on {day.Name} ({day.Zone})");
        foreach (var (decision, count) in counts)
            screen.Line($"  {count} {decision}{MeaningOf(decision)}");
    }

    private static string MeaningOf(string decision) => IgnoredMeaning.Of(decision) is { } words ? $": {words}" : "";
}
