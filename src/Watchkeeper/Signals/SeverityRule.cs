namespace Watchkeeper.Signals;

/// <summary>A configured rule for the severity of subjects.</summary>
/// <param name="Matches">Whether the rule is for a subject.</param>
/// <param name="Severity">The severity of matching subjects.</param>
public sealed record SeverityRule(Func<Subject, bool> Matches, Severity Severity);
