using System.Collections.Immutable;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Configuration.Reading;

/// <summary>Reads the severity rules.</summary>
internal static class SeverityReader
{
    public static SeverityRules Read(ContentPart root, SeverityRules parameters) =>
        root.List("severity") is { IsEmpty: false } rules ? parameters with { Rules = [.. rules.Select(Rule)] } : parameters;

    private static SeverityRule Rule(ContentPart part)
    {
        var (matchers, names) = (MatcherReader.Read(part), part.Texts("names"));
        if (matchers.IsEmpty && names.IsEmpty)
            throw part.Refuse("matches everything");
        var severity = part.Choice<Severity>("severity") ?? throw part.Refuse("has no severity");
        return new SeverityRule(
            subject => (names.IsEmpty || names.Any(name => StarPattern.Matches(name, subject.Name))) && Match(matchers, subject),
            severity);
    }

    private static bool Match(ImmutableArray<Matcher> matchers, Subject subject)
    {
        if (matchers.IsEmpty)
            return true;
        var labels = IncidentLabels.From(subject);
        return matchers.All(matcher => matcher.Matches(labels));
    }
}
