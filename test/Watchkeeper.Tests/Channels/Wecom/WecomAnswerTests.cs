using Watchkeeper.Channels.WechatRobot;
using Watchkeeper.Tests.Channels.Groups;
using Xunit;

namespace Watchkeeper.Tests.Channels.Wecom;

public sealed class WecomAnswerTests
{
    private static readonly WechatRobotChannel Channel = new();

    [Fact]
    public void No_other_answer_counts_as_sent() => OddAnswers.ShouldNeverCountAsSent(Channel.Read);
}
