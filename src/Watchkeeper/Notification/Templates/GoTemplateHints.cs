using System.Collections.Frozen;

namespace Watchkeeper.Notification.Templates;

/// <summary>
/// Tells people who bring a template of Alertmanager or Grafana what to write here («Notification template reference» of
/// Alertmanager).
/// </summary>
internal static class GoTemplateHints
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "range", "template", "define", "with", "block", "len", "printf", "join", "index", "eq", "ne", "and", "or", "|",
    }.ToFrozenSet(StringComparer.Ordinal);

    // The end of a path, and the name here.
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Status"] = "transition",
        ["alertname"] = "name",
        ["severity"] = "severity",
        ["instance"] = "resource",
        ["job"] = "service",
        ["service"] = "service",
        ["summary"] = "what",
        ["description"] = "description",
        ["message"] = "lead",
        ["runbook_url"] = "runbook",
        ["runbook"] = "runbook",
        ["StartsAt"] = "began",
        ["EndsAt"] = "ended",
        ["ExternalURL"] = "link",
        ["GeneratorURL"] = "link",
        ["Fingerprint"] = "incident",
        ["GroupKey"] = "incident",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What to write in place of a tag of Go's template language; null if it is none.</summary>
    public static string? Find(string tag)
    {
        var words = tag.Split([' ', '\t', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(word => word[0] is not ('"' or '\'')).ToArray();
        var path = Array.Find(words, word => word is ['.' or '$', ..]);
        if (path is null && tag is not ['-', ..] && !words.Any(Words.Contains))
            return null;
        var end = path?[(path.LastIndexOf('.') + 1)..] ?? "";
        return Names.TryGetValue(end, out var name)
            ? $"«{tag}» is Go's template language: «{path}» is «{name}» here"
            : $"«{tag}» is Go's template language: a message here is about one incident, and its values have plain names, such "
                + "as severity, what, service and label.NAME";
    }
}
