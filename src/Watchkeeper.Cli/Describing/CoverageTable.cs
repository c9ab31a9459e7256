using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Describing;

/// <summary><c>detections coverage</c>: prints what the detections cover.</summary>
internal sealed class CoverageTable(Screen screen)
{
    // A terminal shows some; a pipe, which a program reads, all.
    private const int MaxShown = 3;

    /// <summary>Prints the rows.</summary>
    public void Show(ImmutableArray<CoverageRow> rows, CoverageBy by, bool asJson)
    {
        if (asJson)
        {
            foreach (var row in rows)
                screen.Raw(JsonSerializer.Serialize(row, DescribingLines.Of.CoverageRow));
            return;
        }

        if (!rows.IsEmpty)
        {
            string[] heads = screen.IsNarrow
                ? [by.ToKebabCase(), "name", "on", "staged", "state"]
                : [by.ToKebabCase(), "tactics", "name", "on", "staged", "state", "detections"];
            screen.Table(heads, rows.Select(row => Cells(row, by)));
        }

        screen.Line(Sum(rows, by));
    }

    private IReadOnlyList<string> Cells(CoverageRow row, CoverageBy by)
    {
        var (on, staged) = (Number(row.On), Number(row.Staged));
        return screen.IsNarrow
            ? [row.Code, row.Name, on, staged, State(row, by)]
            : [row.Code, string.Join(", ", row.Tactics), row.Name, on, staged, State(row, by), Ids(row)];
    }

    private string Ids(CoverageRow row) => screen.IsTerminal && row.Detections.Length > MaxShown
        ? $"{string.Join(", ", row.Detections.Take(MaxShown))} and {row.Detections.Length - MaxShown} more"
        : string.Join(", ", row.Detections);

    private static string State(CoverageRow row, CoverageBy by) => row switch
    {
        { Gap: true } => "gap",
        { On: 0 } when by is CoverageBy.Control && Coverage.IsMonitoring(row.Code) => "staged only",
        _ => "",
    };

    private static string Sum(ImmutableArray<CoverageRow> rows, CoverageBy by)
    {
        if (by is CoverageBy.Control)
        {
            ImmutableArray<CoverageRow> asked = [.. rows.Where(row => Coverage.IsMonitoring(row.Code))];
            ImmutableArray<string> gaps = [.. asked.Where(row => row.Gap).Select(row => row.Code)];
            var named = gaps.IsEmpty ? "" : $"; gaps: {string.Join(", ", gaps)}";
            return $"section 4 of CIS AWS Foundations v3.0.0: {asked.Length - gaps.Length} of {asked.Length} controls covered"
                + named;
        }

        var stagedOnly = rows.Count(row => row.On == 0);
        var kind = by is CoverageBy.Technique ? "techniques" : "services";
        return $"{rows.Length} {kind}{(stagedOnly > 0 ? $", {stagedOnly} only by staged detections" : "")}";
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
