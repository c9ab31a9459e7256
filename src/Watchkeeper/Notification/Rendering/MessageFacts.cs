using System.Collections.Immutable;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// The facts below a message: what people copy, and what headline and lead have not said. No fact stands twice.
/// </summary>
internal static class MessageFacts
{
    // A shorter value may stand in a sentence or another fact by chance.
    private const int MinLength = 4;

    // The class of caller that the lead names.
    private const string Root = "root";

    /// <summary>
    /// The facts; <paramref name="subject"/> is the entry's subject, made inert, and <paramref name="undoneBy"/> the calls that
    /// undo a detection's act.
    /// </summary>
    public static ImmutableArray<MessageField> Create(MessageContent content, Subject subject, ImmutableArray<string> undoneBy)
    {
        var all = subject.Kind is SignalKind.Detection
            ? ActFields.Create(content.Entry, subject, undoneBy, content.Sentences)
            : MessageFields.Create(content.Entry, subject, content.Sentences);
        var facts = ImmutableArray.CreateBuilder<MessageField>(all.Length);
        foreach (var fact in all)
        {
            if (IsNews(fact, content) ?? !facts.Any(known => known.Value == fact.Value))
                facts.Add(fact);
        }

        return facts.ToImmutable();
    }

    // Null: unless another fact says it.
    private static bool? IsNews(MessageField fact, MessageContent content)
    {
        var acts = content.Sentences.Acts;
        // Whoever names a resource «access key» must not hide what we say about the caller.
        if (fact.Label == acts.Caller)
            return fact.Value != acts.Callers[Root] || !content.Lead.Contains(acts.RootUser, StringComparison.Ordinal);
        // Nor how the incident ends.
        if (fact.Label == acts.Ends || fact.Label == content.Sentences[TextKey.Severity] || fact.Value.Length < MinLength)
            return true;
        return Holds(content.What, fact.Value) || Holds(content.Lead, fact.Value) ? false : null;
    }

    // As whole words: the queue «shop» is not named by «shop-order».
    private static bool Holds(string text, string value)
    {
        for (var at = text.IndexOf(value, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(value, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !IsPart(text[at - 1])) && (at + value.Length == text.Length || !IsPart(text[at + value.Length])))
                return true;
        }

        return false;
    }

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or ':';
}
