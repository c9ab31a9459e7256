using System.Text.Json;
using Shouldly;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Aws.Tests.Events;
using Watchkeeper.Configuration;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.Cases;

/// <summary>
/// What people read about alarms of many services: mail subject, headline and short message in both languages, beside each alarm
/// in <c>….expected.json</c>.
/// </summary>
public sealed class MessageCaseTests
{
    private const string Expected = ".expected.json";

    private static readonly DateTimeOffset Now = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    private static string Folder { get; } = Repository.PathOf("test/Watchkeeper.Aws.Tests/Cases/messages");

    public static TheoryData<string> Names() =>
        [.. Directory.EnumerateFiles(Folder, $"*{Expected}")
            .Select(file => Path.GetFileName(file)[..^Expected.Length])
            .Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void An_alarm_reads_as_an_operator_says_it(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, $"{name}{Expected}")));

        foreach (var (locale, zone, member) in ((Locale, string, string)[])
            [(Locale.English, WatchkeeperConfiguration.Utc, "english"), (Locale.Chinese, "Asia/Shanghai", "chinese")])
        {
            var message = Message(name, locale, zone);
            var expected = document.RootElement.GetProperty(member);

            message.Subject.ShouldBe(expected.GetProperty("subject").GetString());
            message.Headline.ShouldBe(expected.GetProperty("headline").GetString());
            message.Sms.ShouldBe(expected.GetProperty("sms").GetString());
        }
    }

    private static Message Message(string name, Locale locale, string zone)
    {
        var signal = AlarmEvents.Read(File.ReadAllBytes(Path.Combine(Folder, $"{name}.json")), Now)
            .Single().ShouldBeOfType<SignalParseResult.Accepted>().Signal;
        var configuration = WatchkeeperConfiguration.Default() with { Locale = locale, TimeZone = zone };
        return MessageRenderer.Render(SignalEntries.Create(signal).First(), MessageOptions.From(configuration));
    }
}
