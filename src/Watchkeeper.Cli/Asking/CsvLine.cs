using System.Globalization;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>
/// Comma-separated values by RFC 4180. A spreadsheet takes a cell that begins with = + - @ for a formula; an apostrophe before it
/// makes it text.
/// </summary>
internal static class CsvLine
{
    private static readonly (string Name, Func<IncidentLine, string?> Value)[] Columns =
    [
        ("id", line => line.Id),
        ("severity", line => line.Severity),
        ("status", line => line.Status),
        ("opened_at", line => Time(line.OpenedAt)),
        ("resolved_at", line => Time(line.ResolvedAt)),
        ("service", line => line.Service),
        ("title", line => line.Title),
        ("acknowledged_by", line => line.AcknowledgedBy),
        ("acknowledged_at", line => Time(line.AcknowledgedAt)),
        ("quiet", line => line.Quiet),
        ("source", line => line.Source),
        ("kind", line => line.Kind),
        ("name", line => line.Name),
        ("account", line => line.Account),
        ("region", line => line.Region),
        ("resource", line => line.Resource),
        ("signals", line => line.Signals.ToString(CultureInfo.InvariantCulture)),
        ("reopenings", line => line.Reopenings.ToString(CultureInfo.InvariantCulture)),
        ("last_reason", line => line.LastReason),
        ("last_change_at", line => Time(line.LastChangeAt)),
    ];

    /// <summary>The names of the columns.</summary>
    public static string Header => string.Join(',', Columns.Select(column => column.Name)) + "\r";

    /// <summary>The row of an incident, without the line feed.</summary>
    public static string Of(IncidentLine line) =>
        string.Join(',', Columns.Select(column => Cell(column.Value(line) ?? ""))) + "\r";

    /// <summary>One cell, in one line and without invisible characters.</summary>
    internal static string Cell(string text)
    {
        var inert = StartsFormula(text) ? "'" + InertText.Line(text) : InertText.Line(text);
        return inert.AsSpan().IndexOfAny('"', ',') >= 0
            ? $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : inert;
    }

    // Spreadsheets skip what they do not show.
    private static bool StartsFormula(string text) => text is ['\t' or '\r' or '\n', ..]
        || InertText.Line(text) is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];

    internal static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
