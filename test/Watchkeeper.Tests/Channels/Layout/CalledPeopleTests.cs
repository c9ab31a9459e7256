using Shouldly;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Channels.Layout;

public sealed class CalledPeopleTests
{
    // grafana-oncall 187: «annoying ping on resolving alerts».
    [Theory]
    [InlineData(ChannelKind.Slack, "here", "<!here>")]
    [InlineData(ChannelKind.Teams, "li.wei@example.com", "<at>li.wei@example.com</at>")]
    [InlineData(ChannelKind.Feishu, "all", "<at id=all></at>")]
    [InlineData(ChannelKind.Dingtalk, "all", "@all")]
    [InlineData(ChannelKind.WechatRobot, "all", "@all")]
    [InlineData(ChannelKind.WechatRobot, "liwei", "<@liwei>")]
    public void People_are_called_to_what_they_must_look_at_and_not_to_its_end(ChannelKind kind, string mentions, string written)
    {
        foreach (var transition in Enum.GetValues<Transition>())
        {
            var isCall = transition is not (Transition.Resolved or Transition.Acknowledged or Transition.Commented or Transition.SilenceEnding);
            Texts(SampleEntries.Create(transition, minutes: 9)).Any(text => text.Contains(written, StringComparison.Ordinal))
                .ShouldBe(isCall, $"{transition}");
        }

        foreach (var status in Enum.GetValues<ReactionStatus>())
        {
            var isCall = status is not (ReactionStatus.Done or ReactionStatus.WouldDo);
            Texts(SampleEntries.Create(status)).Any(text => text.Contains(written, StringComparison.Ordinal))
                .ShouldBe(isCall, $"{status}");
        }

        IEnumerable<string> Texts(TimelineEntry entry) => ChannelCatalogue.All.Single(channel => channel.Kind == kind)
            .Create(ChannelSamples.Delivery(
                kind, ChannelSamples.Message(entry), "https://hook.example/secret", ("mentions", mentions)))
            .Json().Strings();
    }
}
