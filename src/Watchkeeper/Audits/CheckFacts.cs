using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Signals;

namespace Watchkeeper.Audits;

/// <summary>The few values of a finding's columns that its title says, as labels.</summary>
public static class CheckFacts
{
    /// <summary>The port or ports that are open.</summary>
    internal const string Port = SubjectLabels.Port;

    /// <summary>The name of a resource whose id says nothing: of a security group or an instance.</summary>
    internal const string Name = SubjectLabels.ResourceName;

    /// <summary>The IAM user.</summary>
    internal const string User = "user";

    /// <summary>Since when: the day of the last rotation or snapshot, in ISO 8601.</summary>
    internal const string Since = "last";

    /// <summary>How much of a quota is used.</summary>
    internal const string Usage = "usage";

    /// <summary>The quota.</summary>
    internal const string Limit = "limit";

    /// <summary>The estimated monthly savings, with their currency.</summary>
    internal const string Savings = "savings";

    private static readonly ImmutableArray<(string Label, string Column)> Columns =
    [
        (Port, "Port"), (Port, "Ports"), (Name, "Security Group Name"), (Name, "Instance Name"), (Name, "Volume Name"),
        (User, "IAM User"), (User, "User Name (IAM or Root)"), (Usage, "Current Usage"), (Limit, "Limit Amount"),
        (Savings, "Estimated Monthly Savings"), (Savings, "Monthly Storage Cost"),
    ];

    private static readonly ImmutableArray<string> Dates = ["Key Last Rotated", "Snapshot Date", "Creation Date"];

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd", "M/d/yyyy",
        "M/d/yyyy h:mm:ss tt",
    ];

    /// <summary>The facts in the columns of a finding.</summary>
    public static LabelSet From(IEnumerable<KeyValuePair<string, string>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var filled = columns
            .Where(column => !string.IsNullOrWhiteSpace(column.Value))
            .GroupBy(column => column.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last().Value.Trim(), StringComparer.OrdinalIgnoreCase);
        var facts = Columns.Where(pair => filled.ContainsKey(pair.Column))
            .Select(pair => KeyValuePair.Create(pair.Label, filled[pair.Column]))
            .ToList();
        facts.Add(KeyValuePair.Create(Port, PortRange(filled)));
        facts.Add(KeyValuePair.Create(Since, Dates.Select(name => Day(filled.GetValueOrDefault(name, ""))).FirstOrDefault(
            day => day.Length > 0, "")));
        return LabelSet.From(facts);
    }

    private static string PortRange(Dictionary<string, string> columns) =>
        (columns.GetValueOrDefault("From Port", ""), columns.GetValueOrDefault("To Port", "")) switch
        {
            (var from, "") => from,
            ("", var to) => to,
            var (from, to) => from == to ? from : $"{from}–{to}",
        };

    private static string Day(string text) => DateTime.TryParseExact(
        text, Formats, CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : "";
}
