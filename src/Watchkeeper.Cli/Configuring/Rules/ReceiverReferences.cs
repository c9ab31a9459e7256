using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>Every receiver that something names exists, and every one that exists is named.</summary>
internal static class ReceiverReferences
{
    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        var known = root.Maps("receivers").Concat(root.Maps("oncall"))
            .Select(receiver => receiver.Text("name")?.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var named = RouteTree.Routes(root).Select(each => RouteTree.OwnReceiver(each.Route))
            .Concat(root.Maps("escalations").SelectMany(escalation => escalation.Maps("steps"))
                .Select(step => step.Text("receiver")))
            .Concat(root.Maps("oncall").SelectMany(rotation => rotation.Maps("people")).Select(person => person.Text("receiver")))
            .Concat(root.Maps("receivers").Select(receiver => receiver.Text("fallback")))
            .OfType<CheckedText>().ToList();
        foreach (var name in named.Where(name => !known.Contains(name.Value)))
        {
            problems.Error(
                name.Position, name.Path, $"is «{name.Value}», and there is no such receiver{Suggestion(name.Value, known)}");
        }

        foreach (var receiver in root.Maps("receivers"))
        {
            if (receiver.Text("fallback") is { } fallback && fallback.Value == receiver.Text("name")?.Value)
                problems.Error(fallback.Position, fallback.Path, "is the receiver itself: name another one");
        }

        if (!root.Has("route"))
            return;
        var used = named.Select(name => name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var receiver in root.Maps("receivers"))
        {
            if (receiver.Text("name") is { } name && !used.Contains(name.Value))
                problems.Note(name.Position, name.Path, $"nothing leads to the receiver «{name.Value}»");
        }
    }

    private static string Suggestion(string typed, HashSet<string> known) =>
        known.Count == 0 ? ": the file has no receivers"
        : Nearest.Question(typed, known) is { Length: > 0 } question ? question
        : $": there are {string.Join(", ", known.Order(StringComparer.Ordinal).Take(10))}";
}
