using System.Collections.Immutable;
using System.Text.Json;
using MimeKit;

namespace Watchkeeper.EndToEnd.Cases;

/// <summary>The result of one event for an operator; expected and actual results have the same form.</summary>
internal sealed record CaseResult
{
    private const string EndsNothing = "suppressed nothing-to-resolve";

    /// <summary>One line for each part of the event: outcome, reason, severity, status and AWS's mute.</summary>
    public ImmutableArray<string> Outcomes { get; init; } = [];

    /// <summary>The notifications, one line for each message; mail and topic must agree.</summary>
    public ImmutableArray<string> Notifications { get; init; } = [];

    /// <summary>Name, status and refusal of each reaction.</summary>
    public ImmutableArray<string> Reactions { get; init; } = [];

    /// <summary>The reasons of incident changes without an event of their own.</summary>
    public ImmutableArray<string> Changes { get; init; } = [];

    /// <summary>The event's title; not compared if not expected.</summary>
    public string? Title { get; init; }

    /// <summary>Texts of which a mail must contain each; not compared if not expected.</summary>
    public ImmutableArray<string> Says { get; init; } = [];

    /// <summary>The texts of the mails.</summary>
    public ImmutableArray<string> Mails { get; init; } = [];

    public static CaseResult Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new CaseResult
        {
            Outcomes = Lines(root, "outcomes"),
            Notifications = Lines(root, "notified"),
            Reactions = Lines(root, "reactions"),
            Changes = Lines(root, "changes"),
            Title = root.TryGetProperty("title", out var title) ? title.GetString() : null,
            Says = Lines(root, "says"),
        };
    }

    /// <summary>Reads the result from the lines of one event.</summary>
    public static CaseResult From(IReadOnlyCollection<JsonElement> lines)
    {
        var consequences = lines.SelectMany(line => line.GetProperty("consequences").EnumerateArray()).ToList();
        var byWay = consequences.Where(each => Is(each, "message"))
            .ToLookup(each => Text(each, "channel").Split(' ')[0], StringComparer.Ordinal);
        var (mail, topic) = (WhatOf(byWay["mail"]), WhatOf(byWay["sns"]));
        return new CaseResult
        {
            Outcomes = [.. lines.Where(line => Text(line, "file").Length > 0).Select(Outcome)],
            Notifications = mail.SequenceEqual(topic, StringComparer.Ordinal)
                ? mail
                : [$"by mail {string.Join(", ", mail)}; by topic {string.Join(", ", topic)}"],
            Reactions = [.. consequences.Where(each => Is(each, "reaction")).Select(Reaction).Order(StringComparer.Ordinal)],
            Changes =
            [
                .. consequences.Where(each => Is(each, "incident")).Select(each => Text(each, "what"))
                    .Order(StringComparer.Ordinal),
            ],
            Title = lines.Select(line => Text(line, "title")).FirstOrDefault(),
            Mails = [.. byWay["mail"].Select(each => MimeMessage.Load(Text(each, "detail")).TextBody ?? "")],
        };
    }

    /// <summary>
    /// The text for comparison, so that a failure shows every difference. What ends nothing is left out: an undoing belongs to every
    /// detection of its kind.
    /// </summary>
    public string Compared(string name) =>
        $"{name}: [{string.Join("; ", Outcomes.Where(EndsSomething))}] notified [{string.Join(", ", Notifications)}] "
        + $"reactions [{string.Join(", ", Reactions)}] changes [{string.Join(", ", Changes)}]";

    private static bool EndsSomething(string outcome) => !outcome.StartsWith(EndsNothing, StringComparison.Ordinal);

    private static string Outcome(JsonElement line)
    {
        string[] parts =
        [
            Text(line, "outcome"), Text(line, "reason"), Text(line, "severity"), Text(line, "status"),
            Text(line, "mute") is { Length: > 0 } mute ? $"muted:{mute}" : "",
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static ImmutableArray<string> WhatOf(IEnumerable<JsonElement> messages) =>
    [
        .. messages.Select(each => (What: Text(each, "what"), Status: Text(each, "status")))
            .Select(each => each.Status == "sent" ? each.What : $"{each.What} {each.Status}")
            .Order(StringComparer.Ordinal),
    ];

    // The refusal is the first or second part of the detail; AWS's text comes after it.
    private static string Reaction(JsonElement reaction) => Text(reaction, "status") == "refused"
        ? $"{Text(reaction, "what")} refused "
            + $"{Text(reaction, "detail").Split("; ").First(part => !part.Contains(' ', StringComparison.Ordinal))}"
        : $"{Text(reaction, "what")} {Text(reaction, "status")}";

    private static bool Is(JsonElement consequence, string kind) => Text(consequence, "kind") == kind;

    private static ImmutableArray<string> Lines(JsonElement root, string name) =>
        root.TryGetProperty(name, out var lines) ? [.. lines.EnumerateArray().Select(line => line.GetString()!)] : [];

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
}
