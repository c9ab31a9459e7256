using Watchkeeper.Channels.Feishu;
using Watchkeeper.Tests.Channels.Groups;
using Xunit;

namespace Watchkeeper.Tests.Channels.Feishu;

public sealed class FeishuAnswerTests
{
    private static readonly FeishuChannel Channel = new();

    [Fact]
    public void No_other_answer_counts_as_sent() => OddAnswers.ShouldNeverCountAsSent(Channel.Read);
}
