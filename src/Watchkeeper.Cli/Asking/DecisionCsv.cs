namespace Watchkeeper.Cli.Asking;

/// <summary>Decisions as comma-separated values, by the rules of <see cref="CsvLine"/>.</summary>
internal static class DecisionCsv
{
    private static readonly (string Name, Func<DecisionLine, string?> Value)[] Columns =
    [
        ("decided_at", line => CsvLine.Time(line.DecidedAt)),
        ("event", line => line.Event),
        ("decision", line => line.Decision),
        ("end", line => line.End.Kind),
        ("end_reason", line => line.End.Reason),
        ("incident", line => line.Incident),
        ("severity", line => line.Severity),
        ("condition", line => line.Signal?.Condition),
        ("occurred_at", line => CsvLine.Time(line.Signal?.OccurredAt)),
        ("title", line => line.Signal?.Title),
        ("service", line => line.Signal?.Service),
        ("resource", line => line.Signal?.Resource),
        ("configuration", line => line.Configuration),
    ];

    /// <summary>The names of the columns.</summary>
    public static string Header => string.Join(',', Columns.Select(column => column.Name)) + "\r";

    /// <summary>The row of a decision, without the line feed.</summary>
    public static string Of(DecisionLine line) =>
        string.Join(',', Columns.Select(column => CsvLine.Cell(column.Value(line) ?? ""))) + "\r";
}
