using Shouldly;
using Watchkeeper.Channels.Dingtalk;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Tests.Channels.Groups;
using Xunit;

namespace Watchkeeper.Tests.Channels.Dingtalk;

public sealed class DingtalkAnswerTests
{
    private static readonly DingtalkChannel Channel = new();

    [Fact]
    public void A_keyword_that_is_proposed_stands_in_each_message()
    {
        foreach (var locale in Enum.GetValues<Locale>())
            GroupDeliveries.Opened(locale).Content.Footer.ShouldContain("Watchkeeper");
    }

    [Fact]
    public void No_other_answer_counts_as_sent() => OddAnswers.ShouldNeverCountAsSent(Channel.Read);
}
