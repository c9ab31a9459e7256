using Watchkeeper.Text;

namespace Watchkeeper.Signals;

/// <summary>The severity that tags or a description declare.</summary>
/// <param name="Severity">The worst recognised severity; null if there is none.</param>
/// <param name="Unknown">The first value that was not recognised, shortened to one line; null if there is none.</param>
public readonly record struct SeverityDeclaration(Severity? Severity, string? Unknown)
{
    /// <summary>Reads the tags whose keys declare a severity or an alarm's priority.</summary>
    public static SeverityDeclaration FromTags(IEnumerable<KeyValuePair<string, string>> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return tags.Where(tag => SeverityKeys.Is(tag.Key))
            .Aggregate(default(SeverityDeclaration), (all, tag) => all.And(FromValue(tag.Value)));
    }

    /// <summary>
    /// Reads <c>severity=WORD</c>, <c>Severity: WORD</c>, <c>"severity": "WORD"</c> and similar forms, anywhere in a description.
    /// </summary>
    public static SeverityDeclaration FromDescription(string description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return SeverityDescription.Values(description)
            .Aggregate(default(SeverityDeclaration), (all, value) => all.And(FromValue(value)));
    }

    /// <summary>Merges two declarations of the same subject: the worst severity and the first unknown value of both.</summary>
    public SeverityDeclaration And(SeverityDeclaration other) =>
        new(!(other.Severity > Severity) && Severity is not null ? Severity : other.Severity, Unknown ?? other.Unknown);

    /// <summary>This declaration's severity, or the other's as a fallback. Unknown values of both remain.</summary>
    public SeverityDeclaration OrElse(SeverityDeclaration other) => new(Severity ?? other.Severity, Unknown ?? other.Unknown);

    private static SeverityDeclaration FromValue(string value)
    {
        value = value.Trim();
        if (value.Length == 0)
            return default;
        return SeverityNames.Parse(value) is { } severity
            ? new(severity, null)
            : new(null, InertText.Line(value, SubjectLimits.UnknownSeverity));
    }
}
