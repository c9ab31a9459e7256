using System.Text;
using NodaTime;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Links;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Localization;

/// <summary>All texts of Watchkeeper in one language. Each language is one file in this folder.</summary>
internal sealed record Translations
{
    /// <summary>The BCP 47 tag for HTML and JSON.</summary>
    public required string Tag { get; init; }

    /// <summary>The language, for texts that lie elsewhere.</summary>
    public required Locale Locale { get; init; }

    /// <summary>The readers' time zone, shown beside UTC; null for UTC alone.</summary>
    public DateTimeZone? Zone { get; init; }

    public required IReadOnlyDictionary<TextKey, string> Phrases { get; init; }

    public required IReadOnlyDictionary<Severity, string> Severities { get; init; }

    /// <summary>The transition, in one or two words.</summary>
    public required IReadOnlyDictionary<Transition, string> Transitions { get; init; }

    /// <summary>The kind of the signal.</summary>
    public required IReadOnlyDictionary<SignalKind, string> Kinds { get; init; }

    /// <summary>The first step to take.</summary>
    public required IReadOnlyDictionary<SignalKind, string> Advice { get; init; }

    /// <summary>Whose words a quotation has.</summary>
    public required IReadOnlyDictionary<SignalSource, string> Quotes { get; init; }

    /// <summary>
    /// Names of labels, by the label. A label that is missing here keeps its name, which is AWS's or the user's.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>Types of alarms, by the value of their label.</summary>
    public required IReadOnlyDictionary<string, string> AlarmTypes { get; init; }

    /// <summary>The name of a reaction; a reaction that is missing here keeps its name.</summary>
    public required IReadOnlyDictionary<string, string> Reactions { get; init; }

    /// <summary>The status of a reaction, in a few words with its name.</summary>
    public required IReadOnlyDictionary<ReactionStatus, string> ReactionVerbs { get; init; }

    /// <summary>The status of a reaction, as a sentence.</summary>
    public required IReadOnlyDictionary<ReactionStatus, string> ReactionLeads { get; init; }

    /// <summary>The advice after a reaction.</summary>
    public required IReadOnlyDictionary<ReactionStatus, string> ReactionAdvice { get; init; }

    /// <summary>The guard rail that refused a reaction.</summary>
    public required IReadOnlyDictionary<ReactionRefusal, string> Refusals { get; init; }

    /// <summary>The texts about API calls that detections found.</summary>
    public required ActTranslations Acts { get; init; }

    public required IReadOnlyDictionary<LinkTarget, string> Links { get; init; }

    /// <summary>Units of time.</summary>
    public required IReadOnlyDictionary<Unit, string> Units { get; init; }

    public string this[TextKey phrase] => Phrases[phrase];

    /// <summary>The sentences.</summary>
    public static Translations In(Locale locale) => locale is Locale.Chinese ? Chinese.Sentences : English.Sentences;

    /// <summary>
    /// Replaces every <c>{name}</c> by its value, in one pass over the sentence, so that braces inside a value have no effect.
    /// </summary>
    public static string Fill(string sentence, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = new StringBuilder(sentence.Length + 64);
        var rest = sentence.AsSpan();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            var close = rest.IndexOf('}');
            text.Append(rest[..open]).Append(Find(rest[(open + 1)..close], values));
            rest = rest[(close + 1)..];
        }

        return text.Append(rest).ToString();
    }

    private static string Find(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (key, value) in values)
        {
            if (name.SequenceEqual(key))
                return value;
        }

        throw new InvalidOperationException($"No value was given for the placeholder {{{name}}}.");
    }
}
