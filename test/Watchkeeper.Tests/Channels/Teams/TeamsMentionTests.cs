using Shouldly;
using Watchkeeper.Channels.Teams;
using Xunit;

namespace Watchkeeper.Tests.Channels.Teams;

public sealed class TeamsMentionTests
{
    [Theory]
    [InlineData("li.wei@example.com", "li.wei@example.com=li.wei@example.com")]
    [InlineData("li_wei.x#EXT#@example.com", "li_wei.x#EXT#@example.com=li_wei.x#EXT#@example.com")]
    [InlineData("Li Wei <li.wei@example.com>,李伟 <8f0c3d8a-7d5e-4a7e-9b1f-0a1b2c3d4e5f>",
        "Li Wei=li.wei@example.com|李伟=8f0c3d8a-7d5e-4a7e-9b1f-0a1b2c3d4e5f")]
    [InlineData("all,@all,Li Wei,<at>x</at>,x@y@z,a b@c,[x](y)@z,**x** <a@b.c>, <a@b.c>,</at> <a@b.c>,", "")]
    public void Only_people_with_an_id_are_mentioned(string setting, string expected) => string.Join(
        '|', TeamsMention.Parse(setting).Select(mention => $"{mention.Name}={mention.Id}")).ShouldBe(expected);

    [Fact]
    public void A_mention_stands_in_the_card_and_in_its_entities()
    {
        var json = TeamsCardTests.Create(
            ChannelSamples.Message(ChannelSamples.Opened), ("mentions", "Li Wei <li.wei@example.com>"));

        var card = json.GetProperty("attachments")[0].GetProperty("content");
        card.GetProperty("body")[1].GetProperty("text").GetString().ShouldBe("<at>Li Wei</at>");
        var entity = card.GetProperty("msteams").GetProperty("entities").EnumerateArray().ShouldHaveSingleItem();
        entity.GetProperty("type").GetString().ShouldBe("mention");
        entity.GetProperty("text").GetString().ShouldBe("<at>Li Wei</at>");
        entity.GetProperty("mentioned").GetProperty("id").GetString().ShouldBe("li.wei@example.com");
        entity.GetProperty("mentioned").GetProperty("name").GetString().ShouldBe("Li Wei");
    }
}
