using System.Collections.Immutable;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>The facts below a message: what people copy, and what headline and lead have not said. No fact stands twice.</summary>
internal static class MessageFacts
{
    // A shorter value may stand in a sentence or another fact by chance.
    private const int MinLength = 4;

    /// <summary>The facts; <paramref name="subject"/> is the entry's subject, made inert.</summary>
    public static ImmutableArray<MessageField> Create(MessageContent content, Subject subject)
    {
        var all = subject.Kind is SignalKind.Detection
            ? ActFields.Create(content.Entry, subject, content.Sentences)
            : MessageFields.Create(content.Entry, subject, content.Sentences);
        var facts = ImmutableArray.CreateBuilder<MessageField>(all.Length);
        foreach (var fact in all)
        {
            if (IsOurs(fact, content.Sentences) || fact.Value.Length < MinLength
                || (!IsSaid(fact.Value, content) && !facts.Any(known => known.Value == fact.Value)))
            {
                facts.Add(fact);
            }
        }

        return facts.ToImmutable();
    }

    // Whoever names a resource «access key» must not hide what we say about the caller.
    private static bool IsOurs(MessageField fact, Translations sentences) =>
        fact.Label == sentences.Acts.Caller || fact.Label == sentences[TextKey.Severity];

    private static bool IsSaid(string value, MessageContent content) => Holds(content.What, value) || Holds(content.Lead, value);

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
