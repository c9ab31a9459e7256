using Shouldly;
using Watchkeeper.Detections.Actors;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Xunit;

namespace Watchkeeper.Tests.Notification.Words;

public class TranslationsTests
{
    [Theory]
    [InlineData(Locale.English)]
    [InlineData(Locale.Chinese)]
    public void Every_language_has_every_text(Locale locale)
    {
        var sentences = Translations.In(locale);

        ShouldHaveAll(sentences.Phrases);
        ShouldHaveAll(sentences.Severities);
        ShouldHaveAll(sentences.Transitions);
        ShouldHaveAll(sentences.Kinds);
        ShouldHaveAll(sentences.Advice);
        ShouldHaveAll(sentences.ReactionVerbs);
        ShouldHaveAll(sentences.ReactionLeads);
        ShouldHaveAll(sentences.ReactionAdvice);
        ShouldHaveAll(sentences.Refusals);
        ShouldHaveAll(sentences.Links);
        ShouldHaveAll(sentences.Quotes);
        sentences.Reactions.Keys.ShouldBe(ReactionCatalogue.All.Select(reaction => reaction.Name), ignoreOrder: true);
        Acts(sentences).ShouldAllBe(text => text.Value.Length > 0 || text.Key == GapBetweenSentences);
        sentences.Units.Keys.ShouldBe(Enum.GetValues<Unit>(), ignoreOrder: true);
    }

    [Fact]
    public void A_text_has_the_same_placeholders_in_every_language()
    {
        var english = All(English.Sentences);
        var chinese = All(Chinese.Sentences);

        chinese.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        foreach (var (name, sentence) in english)
            Placeholders(chinese[name]).ShouldBe(Placeholders(sentence), ignoreOrder: true, customMessage: name);
    }

    [Fact]
    public void No_two_kinds_have_the_same_advice()
    {
        foreach (var sentences in new[] { English.Sentences, Chinese.Sentences })
            sentences.Advice.Values.ShouldBeUnique();
    }

    [Fact]
    public void A_kind_has_a_name_and_not_its_advice()
    {
        foreach (var sentences in new[] { English.Sentences, Chinese.Sentences })
        {
            sentences.Kinds.Values.ShouldBeUnique();
            sentences.Kinds.Values.ShouldAllBe(name => name.Length < 50 && !name.EndsWith('.') && !name.EndsWith('。'));
        }
    }

    [Fact]
    public void Chinese_is_written_in_Chinese()
    {
        string[] same =
        [
            .. All(Chinese.Sentences).Where(entry => All(English.Sentences)[entry.Key] == entry.Value).Select(entry => entry.Key),
        ];

        // Names of AWS's products are not translated.
        same.ShouldBe(["Links.AdvisorCheck", "Labels.arn", "Callers.cloudformation"], ignoreOrder: true);
    }

    [Fact]
    public void A_value_is_never_taken_for_a_text_key() =>
        Translations.Fill("{a} and {b}", ("a", "{b}"), ("b", "}{")).ShouldBe("{b} and }{");

    [Fact]
    public void A_placeholder_without_a_value_is_an_error() =>
        Should.Throw<InvalidOperationException>(() => Translations.Fill("{a} and {c}", ("a", "x"))).Message.ShouldContain("{c}");

    [Fact]
    public void Every_kind_of_caller_has_a_name_in_both_languages()
    {
        string[] labels = [.. Enum.GetValues<ActorClass>().Select(kind => new Actor(kind, "", false).Label).Where(label => label.Length > 0)];

        foreach (var sentences in new[] { English.Sentences, Chinese.Sentences })
            sentences.Acts.Callers.Keys.ShouldBe(labels, ignoreOrder: true);
    }

    private const string GapBetweenSentences = "Acts.Gap";

    private static IEnumerable<KeyValuePair<string, string>> Acts(Translations sentences) => typeof(ActTranslations)
        .GetProperties().Where(property => property.PropertyType == typeof(string))
        .Select(property => KeyValuePair.Create($"Acts.{property.Name}", (string)property.GetValue(sentences.Acts)!));

    private static void ShouldHaveAll<T>(IReadOnlyDictionary<T, string> sentences)
        where T : struct, Enum
    {
        sentences.Keys.ShouldBe(Enum.GetValues<T>(), ignoreOrder: true);
        sentences.ShouldAllBe(entry => entry.Value.Length > 0 && !entry.Value.Any(char.IsControl));
    }

    private static Dictionary<string, string> All(Translations sentences) => new[]
    {
        Named(sentences.Phrases), Named(sentences.Severities), Named(sentences.Transitions), Named(sentences.Kinds),
        Named(sentences.Advice), Named(sentences.ReactionVerbs), Named(sentences.ReactionLeads), Named(sentences.ReactionAdvice),
        Named(sentences.Refusals), Named(sentences.Links), Named(sentences.Quotes), Named(sentences.Labels),
        Named(sentences.AlarmTypes), Named(sentences.Reactions),
        sentences.Units.Select(unit => ($"Units.{unit.Key}", unit.Value)),
        Acts(sentences).Select(text => (text.Key, text.Value)),
        sentences.Acts.Callers.Select(caller => ($"Callers.{caller.Key}", caller.Value)),
    }.SelectMany(group => group).ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<(string, string)> Named<T>(
        IReadOnlyDictionary<T, string> sentences,
        [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(sentences))] string group = "") =>
        sentences.Select(entry => ($"{group["sentences.".Length..]}.{entry.Key}", entry.Value));

    private static IEnumerable<string> Placeholders(string sentence) =>
        sentence.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]);
}
