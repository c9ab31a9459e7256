using System.Text;
using Shouldly;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Channels.Http;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Channels.Http;

/// <summary>What holds for every channel by HTTPS.</summary>
public sealed class CatalogueTests
{
    private static readonly int[] Statuses =
    [
        100, 200, 201, 202, 204, 299, 301, 302, 307, 400, 401, 403, 404, 405, 408, 409, 410, 413, 422, 425, 429, 500, 502, 503,
        504, 599,
    ];

    private static readonly string[] Bodies =
    [
        "", " ", "ok!", "<html><body>Sign in</body></html>", "{", "[]", "[1,2]", "null", "1", "true", "\"ok\"", "{}",
        """{"error":{}}""", """{"error":null}""", """{"error":{"code":7}}""", """{"errcode":"x","code":{},"ok":1}""",
        """{"\ud83d":"\ude00","error":"\ud83d","status":"\ud83d","message":"\ud83d","errors":["\ud83d",1,null,[]]}""",
        "\ud83d", "{\"error\":\"\ud83d\"}", "\0\u001b[31m\u202e", new string('[', 70_000), new string('x', HttpAnswer.MaxBody),
    ];

    public static TheoryData<ChannelKind> Kinds => [.. ChannelCatalogue.All.Select(channel => channel.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_answer_has_a_meaning_and_only_success_is_sent(ChannelKind kind)
    {
        foreach (var status in Statuses)
        {
            foreach (var body in Bodies)
            {
                var result = Find(kind).Read(ChannelSamples.Answer(status, body));

                if (status is < 200 or > 299)
                    result.ShouldNotBeOfType<SendResult.Sent>($"{status} {body}");
                if (status is 408 or 425 or 429 or >= 500)
                    result.ShouldBeOfType<SendResult.Retry>($"{status} {body}");
                result.Tell().Length.ShouldBeInRange(7, 600);
                result.Tell().EnumerateRunes().ShouldAllBe(rune => !Rune.IsControl(rune) && rune.Value != 0x202E);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_delay_that_the_receiver_asks_for_is_kept(ChannelKind kind)
    {
        foreach (var status in (int[])[429, 503])
        {
            Find(kind).Read(ChannelSamples.Answer(status, "", ("Retry-After", "17")))
                .ShouldBeOfType<SendResult.Retry>().After.ShouldBe(TimeSpan.FromSeconds(17));
            Find(kind).Read(ChannelSamples.Answer(
                    status, "", ("Retry-After", "Tue, 24 Nov 2026 07:30:05 GMT"), ("Date", "Tue, 24 Nov 2026 07:29:05 GMT")))
                .ShouldBeOfType<SendResult.Retry>().After.ShouldBe(TimeSpan.FromMinutes(1));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_text_gives_a_request_that_can_be_read_and_names_the_incident(ChannelKind kind)
    {
        foreach (var text in ChannelSamples.HostileTexts)
        {
            foreach (var entry in ChannelSamples.Hostile(text))
            {
                var call = Create(kind, entry, Locale.English);

                call.Url.ShouldStartWith("https://");
                call.Headers.SelectMany(header => header.Value).ShouldAllBe(sign => sign >= ' ' && sign <= '~');
                // Reading throws on a lone surrogate.
                call.Json().Strings().ToList()
                    .ShouldContain(each => each.Contains(ChannelSamples.Incident, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_delivery_gives_the_same_request_in_both_languages(ChannelKind kind)
    {
        foreach (var locale in Enum.GetValues<Locale>())
        {
            var (one, two) = (Create(kind, ChannelSamples.Opened, locale), Create(kind, ChannelSamples.Opened, locale));

            one.Body.ShouldBe(two.Body);
            one.Headers.ShouldBe(two.Headers);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_transition_and_every_reaction_has_a_request(ChannelKind kind)
    {
        var entries = Enum.GetValues<Transition>().Select(transition => SampleEntries.Create(transition, minutes: 9))
            .Concat(Enum.GetValues<ReactionStatus>().Select(status => SampleEntries.Create(status)))
            .Append(SampleEntries.Create((Transition?)null));

        foreach (var entry in entries)
            Create(kind, entry, Locale.Chinese).Json().Strings().ShouldContain(each => each.Contains(ChannelSamples.Incident));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_key_at_least_is_the_address_and_names_stand_once(ChannelKind kind)
    {
        var section = Find(kind).Section;

        section.Keys.ShouldContain(key => key.IsAddress && key.IsRequired);
        section.Keys.Select(key => key.Name).ShouldBeUnique();
        section.Keys.ShouldAllBe(key => key.Description.EndsWith('.'));
        Find(kind).Pace.Requests.ShouldBePositive();
    }

    private static HttpCall Create(ChannelKind kind, TimelineEntry entry, Locale locale) => Find(kind).Create(
        ChannelSamples.Delivery(kind, ChannelSamples.Message(entry, locale), Address(kind)));

    private static string Address(ChannelKind kind) =>
        kind is ChannelKind.Pagerduty ? "0123456789abcdef0123456789abcdef" : "https://hook.example/secret";

    private static IHttpChannel Find(ChannelKind kind) => ChannelCatalogue.All.Single(channel => channel.Kind == kind);
}
