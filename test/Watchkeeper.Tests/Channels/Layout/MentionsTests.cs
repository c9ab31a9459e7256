using System.Buffers;
using Shouldly;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Routing;
using Watchkeeper.Tests.Channels.Groups;
using Xunit;

namespace Watchkeeper.Tests.Channels.Layout;

public sealed class MentionsTests
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    [Theory]
    [InlineData("", false, "")]
    [InlineData("ann,bob", false, "ann bob")]
    [InlineData(" ann , @bob ,, ann", false, "ann bob")]
    [InlineData("all", true, "")]
    [InlineData("ann,@All", true, "ann")]
    [InlineData("a-b,<at>,c d,e", false, "e")]
    public void Ids_are_separated_by_commas(string setting, bool everybody, string ids)
    {
        var mentions = Read(setting);

        mentions.Everybody.ShouldBe(everybody);
        string.Join(' ', mentions.Ids).ShouldBe(ids);
    }

    [Fact]
    public void More_than_twenty_are_not_mentioned() =>
        Read(string.Join(',', Enumerable.Range(0, 30))).Ids.Length.ShouldBe(Mentions.Max);

    [Theory]
    [InlineData(64, 1)]
    [InlineData(65, 0)]
    public void An_id_has_at_most_64_letters(int length, int expected) =>
        Read(new string('a', length)).Ids.Length.ShouldBe(expected);

    private static Mentions Read(string setting) => Mentions.From(
        GroupDeliveries.Channel(ChannelKind.Dingtalk, "https://x.example", (Mentions.Setting, setting)),
        GroupDeliveries.Opened().Content, Letters);
}
