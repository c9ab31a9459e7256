using System.Text.Json;
using Shouldly;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>A message about a detection in Chinese has no English sentence. Names of AWS and texts of the event may stay.</summary>
public sealed class ChineseActTests
{
    public static TheoryData<string> Detected =>
        [.. EventFiles.Names.Where(name => name.StartsWith("trail/", StringComparison.Ordinal) && SignalEntries.Detected(name).Length > 0)];

    [Theory]
    [MemberData(nameof(Detected))]
    public void No_message_about_a_detection_has_an_English_sentence(string name)
    {
        foreach (var signal in SignalEntries.Detected(name))
        {
            foreach (var entry in SignalEntries.Create(signal))
            {
                var message = MessageRenderer.Render(entry, Locale.Chinese);

                string[] forms = [message.Subject, message.Headline, message.Text, message.Sms, .. WordsOf(message.Json)];
                forms.SelectMany(form => EnglishSentences.In(form, name)).ShouldBeEmpty();
                forms.ShouldAllBe(form => form.Any(IsHan));
            }
        }
    }

    [Fact]
    public void The_story_has_detections_of_many_kinds() =>
        Detected.Select(name => SignalEntries.Detected((string)name.Data)[0].Subject.Name).Distinct().Count().ShouldBeGreaterThan(12);

    [Fact]
    public void An_English_message_would_be_found()
    {
        var signal = SignalEntries.Detected("trail/120-trail-stopped")[0];

        var message = MessageRenderer.Render(SignalEntries.Create(signal).First(), Locale.English);

        EnglishSentences.In(message.Text, "trail/120-trail-stopped").Count().ShouldBeGreaterThan(5);
    }

    private static IEnumerable<string> WordsOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. new[] { "headline", "mailSubject", "lead", "reactionNote", "why", "advice", "harmlessIf" }
                .Select(name => document.RootElement.GetProperty(name))
                .Where(member => member.ValueKind is JsonValueKind.String).Select(member => member.GetString()!),
        ];
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}
