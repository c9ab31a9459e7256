using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd.Screens;

/// <summary>
/// What each channel's message looks like, in a real Chromium, by a second reading of each receiver's rules. The pictures stay in
/// the folder <c>channels</c> beside the test's assembly, or where <c>WATCHKEEPER_CHANNEL_PICTURES</c> says.
/// </summary>
public sealed class ChannelScreenTests(ChannelRun run) : IClassFixture<ChannelRun>
{
    private const int MaxPicture = 120_000;
    private const int MaxPictures = 1_200_000;
    private const string Description = "The order servers are short of CPU";

    /// <summary>What a message would say if its text were not escaped, and what its receiver makes of that.</summary>
    private static readonly ImmutableArray<(string Kind, string Text, string[] Marks)> Unescaped =
    [
        ("slack", "<!channel> <@U012AB3CD> *x* <https://evil.example|y> :fire:", ["mention", "mention", "bold", "link", "emoji"]),
        ("teams", "<at>all</at> {{DATE(2026-11-30T01:02:03Z, SHORT)}}", ["tag", "date"]),
        ("feishu", "<at id=all></at> **x** [y](https://evil.example) :OK:", ["mention", "bold", "link", "emoji"]),
        ("dingtalk", "**x** [y](https://evil.example) ![z](https://evil.example/z.png) [微笑]", ["bold", "link", "image", "emoji"]),
        ("wechat-robot", "<@zhang.wei> **x** [y](https://evil.example) `z`", ["mention", "bold", "link", "code"]),
        ("wechat", "@all <a href=\"https://evil.example\">y</a> www.evil.example [微笑]", ["mention", "link", "link", "emoji"]),
    ];

    /// <summary>What no message has that asks for no mention.</summary>
    private static readonly ImmutableArray<string> Never = ["mention", "emoji", "image", "tag", "date"];

    private static string Pictures => Environment.GetEnvironmentVariable("WATCHKEEPER_CHANNEL_PICTURES") is { Length: > 0 } folder
        ? Repository.PathOf(folder)
        : Path.Combine(AppContext.BaseDirectory, "channels");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_channel_shows_what_is_wrong_what_to_do_and_the_incident_and_no_text_is_cut()
    {
        var drawn = await DrawnMessage.DrawAsync(run.Story, Pictures);

        drawn.Select(each => (each.Kind, each.Locale)).ShouldBe(
            ChannelRun.Kinds.SelectMany(kind => ChannelRun.Locales.Select(locale => (kind, locale))), ignoreOrder: true);
        foreach (var message in drawn)
        {
            foreach (var part in await PartsAsync(message))
                message.Text.ShouldContain(part, Case.Sensitive, $"{message.Kind} {message.Locale}");
            ShouldBeWhole(message);
        }

        var sizes = ChannelRun.Kinds.Concat(ChannelRun.Locales.Select(locale => $"all-{locale}"))
            .Select(name => new FileInfo(Path.Combine(Pictures, $"{name}.png")).Length).ToList();
        sizes.ShouldAllBe(size => size <= MaxPicture);
        sizes.Sum().ShouldBeLessThanOrEqualTo(MaxPictures);
    }

    [Fact]
    public async Task Hostile_text_is_shown_and_makes_no_mention_no_format_and_no_link()
    {
        var tame = await DrawnMessage.DrawAsync(run.Story);
        var hostile = await DrawnMessage.DrawAsync(run.HostileStory);

        hostile.Length.ShouldBe(tame.Length);
        foreach (var (one, other) in tame.Zip(hostile))
        {
            var name = $"{one.Kind} {one.Locale}";
            other.Text.ShouldContain("evil.example", Case.Sensitive, name);
            Kinds(other).ShouldBe(Kinds(one), name);
            Kinds(other).Intersect(Never).ShouldBeEmpty(name);
            other.Marks.Where(mark => mark.To.Length > 0).Select(mark => new Uri(mark.To).Host)
                .ShouldBe(one.Marks.Where(mark => mark.To.Length > 0).Select(mark => new Uri(mark.To).Host), name);
            ShouldBeWhole(other);
        }
    }

    [Fact]
    public async Task The_drawing_would_show_what_was_not_escaped()
    {
        var folder = Directory.CreateTempSubdirectory("watchkeeper-unescaped-").FullName;
        foreach (var locale in ChannelRun.Locales)
        {
            Directory.CreateDirectory(Path.Combine(folder, locale));
            foreach (var (kind, text, _) in Unescaped)
            {
                var body = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(run.Story, locale, $"{kind}.json"), Token))!;
                await File.WriteAllTextAsync(
                    Path.Combine(folder, locale, $"{kind}.json"),
                    body.ToJsonString().Replace(Description, JsonEncodedText.Encode(text).ToString(), StringComparison.Ordinal),
                    Token);
            }
        }

        var tame = (await DrawnMessage.DrawAsync(run.Story)).ToDictionary(each => (each.Kind, each.Locale));
        var drawn = await DrawnMessage.DrawAsync(folder);
        Directory.Delete(folder, recursive: true);

        drawn.Length.ShouldBe(2 * Unescaped.Length);
        foreach (var message in drawn)
        {
            var known = Kinds(tame[(message.Kind, message.Locale)]).ToList();
            Kinds(message).Where(kind => !known.Remove(kind)).ShouldBe(
                Unescaped.Single(each => each.Kind == message.Kind).Marks, ignoreOrder: true, $"{message.Kind} {message.Locale}");
        }
    }

    private static void ShouldBeWhole(DrawnMessage message)
    {
        var name = $"{message.Kind} {message.Locale}";
        message.Label.ShouldStartWith(message.Locale == "en" ? "Imitation " : "仿制示意", Case.Sensitive, name);
        message.Wider.ShouldBeEmpty(name);
        message.Asked.ShouldBeEmpty(name);
    }

    // The words of the machine's form of the same message.
    private async Task<string[]> PartsAsync(DrawnMessage message)
    {
        var json = JsonElement.Parse(
            await File.ReadAllBytesAsync(Path.Combine(run.Story, message.Locale, "webhook.json"), Token));
        var incident = json.GetProperty("incident").GetProperty("id").GetString()!;
        return message.Kind is "sms"
            ? [Word("mailSubject"), $"#{incident[4..14]}"]
            : [Word("headline"), Word("advice"), incident];

        string Word(string name) => json.GetProperty(name).GetString()!;
    }

    private static IEnumerable<string> Kinds(DrawnMessage message) => message.Marks.Select(mark => mark.Kind);
}
