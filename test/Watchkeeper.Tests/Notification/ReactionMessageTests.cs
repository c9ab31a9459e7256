using Shouldly;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification;

public class ReactionMessageTests
{
    private static readonly ReactionAction Grow = new ReactionAction.SetDesiredCapacity("order-web", 2, 3);

    [Theory]
    [InlineData(ReactionStatus.Started, "[HIGH] Scale-out started: order-cpu",
        "Watchkeeper is about to raise the desired capacity of the Auto Scaling group order-web from 2 to 3.")]
    [InlineData(ReactionStatus.Done, "[HIGH] Scale-out done: order-cpu",
        "Watchkeeper did this, and AWS accepted it: raise the desired capacity of the Auto Scaling group order-web from 2 to 3.")]
    [InlineData(ReactionStatus.WouldDo, "[HIGH] Dry run of Scale-out: order-cpu",
        "Nothing was changed. In mode auto Watchkeeper would now raise the desired capacity of the Auto Scaling "
            + "group order-web from 2 to 3.")]
    [InlineData(ReactionStatus.Failed, "[HIGH] Scale-out failed: order-cpu",
        "Nothing was changed. Watchkeeper tried to raise the desired capacity of the Auto Scaling group order-web from "
            + "2 to 3, and AWS refused.")]
    [InlineData(ReactionStatus.Unknown, "[HIGH] Scale-out with unknown result: order-cpu",
        "Watchkeeper tried to raise the desired capacity of the Auto Scaling group order-web from 2 to 3, but could not confirm "
            + "the result. It does not try again.")]
    public void Each_status_has_its_English_text(ReactionStatus status, string subject, string lead) =>
        ShouldTell(SampleEntries.Create(status, Grow), Locale.English, subject, lead);

    [Theory]
    [InlineData(
        ReactionStatus.Started, "【高】扩容开始：order-cpu", "Watchkeeper 即将将 Auto Scaling 组 order-web 的期望容量从 2 提高到 3。")]
    [InlineData(ReactionStatus.Done, "【高】扩容完成：order-cpu",
        "Watchkeeper 已执行，AWS 已接受：将 Auto Scaling 组 order-web 的期望容量从 2 提高到 3。")]
    [InlineData(ReactionStatus.WouldDo, "【高】演练扩容：order-cpu",
        "未做任何更改。在 auto 模式下，Watchkeeper 此时会将 Auto Scaling 组 order-web 的期望容量从 2 提高到 3。")]
    [InlineData(ReactionStatus.Failed, "【高】扩容失败：order-cpu",
        "未做任何更改。Watchkeeper 尝试将 Auto Scaling 组 order-web 的期望容量从 2 提高到 3，但被 AWS 拒绝。")]
    [InlineData(ReactionStatus.Unknown, "【高】扩容结果不明：order-cpu",
        "Watchkeeper 尝试将 Auto Scaling 组 order-web 的期望容量从 2 提高到 3，但无法确认是否生效。不会再次尝试。")]
    public void Each_status_has_its_Chinese_text(ReactionStatus status, string subject, string lead) =>
        ShouldTell(SampleEntries.Create(status, Grow), Locale.Chinese, subject, lead);

    [Theory]
    [InlineData(ReactionRefusal.Stopped, "the global stop is set", "全局停止开关已打开")]
    [InlineData(ReactionRefusal.Cooldown, "the target was acted on too recently", "该目标刚刚处置过，仍在冷却期")]
    [InlineData(ReactionRefusal.Budget, "this hour's budget of reactions is used up", "本小时的处置次数已用完")]
    [InlineData(ReactionRefusal.AtMaximum, "the group is at its maximum size", "该组已达到最大容量")]
    [InlineData(ReactionRefusal.NoGroup, "the target belongs to no Auto Scaling group", "该目标不属于任何 Auto Scaling 组")]
    [InlineData(ReactionRefusal.AlreadyUnhealthy, "the group is already replacing the instance", "该组已在处理这个实例")]
    [InlineData(ReactionRefusal.HealthyMinimum, "too few other instances are in service", "其他正常服务的实例太少")]
    [InlineData(ReactionRefusal.OutsideHome, "the target is in another account or region", "该资源位于其他账户或区域")]
    [InlineData(ReactionRefusal.LoadLow, "the alarm reports too little load", "该告警表示负载过低")]
    [InlineData(ReactionRefusal.Muted, "the alarm is muted", "该告警已被静音")]
    [InlineData(ReactionRefusal.ProcessSuspended, "a process of the group is suspended", "该组所需的进程已被暂停")]
    public void A_refused_reaction_names_the_guard_rail(ReactionRefusal refusal, string english, string chinese)
    {
        var entry = SampleEntries.Create(ReactionStatus.Refused, refusal: refusal);

        ShouldTell(entry, Locale.English, "[HIGH] Scale-out refused: order-cpu",
            $"Nothing was changed. Watchkeeper planned to carry out the reaction scale-out, but {english}.");
        ShouldTell(entry, Locale.Chinese, "【高】扩容被拦截：order-cpu",
            $"未做任何更改。Watchkeeper 原本要执行自动处置 scale-out，但{chinese}。");
    }

    [Theory]
    [InlineData(Locale.English)]
    [InlineData(Locale.Chinese)]
    public void Every_guard_rail_has_its_own_text(Locale locale) => Enum.GetValues<ReactionRefusal>()
        .Select(refusal => MessageRenderer.Render(SampleEntries.Create(ReactionStatus.Refused, refusal: refusal), locale).Text)
        .Distinct(StringComparer.Ordinal).Count().ShouldBe(Enum.GetValues<ReactionRefusal>().Length);

    [Fact]
    public void A_message_says_what_becomes_of_the_instance()
    {
        var action = new ReactionAction.MarkUnhealthy("order-web", "i-0abc123de456f7890");

        var text = MessageRenderer.Render(
            SampleEntries.Create(ReactionStatus.Done, action, reaction: "replace-instance"), Locale.English).Text;

        text.ShouldContain(
            ": mark the instance i-0abc123de456f7890 unhealthy, so that the Auto Scaling group order-web replaces it.");
    }

    [Fact]
    public void A_message_quotes_the_answer_of_AWS() =>
        MessageRenderer.Render(
                SampleEntries.Create(ReactionStatus.Failed, Grow, detail: "ScalingActivityInProgress"), Locale.English)
            .Text.ShouldContain("\nOutcome: ScalingActivityInProgress\n");

    [Fact]
    public void A_message_advises_what_to_do_after_the_reaction_and_not_about_the_alarm() =>
        MessageRenderer.Render(SampleEntries.Create(ReactionStatus.WouldDo, Grow), Locale.English)
            .Text.ShouldContain(
                "\nWhat to do: If the reaction is right, do it by hand. To let Watchkeeper do it, set the parameter Reactions to auto "
                + "and tag the group watchkeeper:reactions = allowed.\n");

    [Fact]
    public void The_status_of_a_reaction_is_an_attribute() =>
        MessageRenderer.Render(SampleEntries.Create(ReactionStatus.WouldDo, Grow), Locale.English).Attributes["reaction"]
            .ShouldBe("would-do");

    private static void ShouldTell(TimelineEntry entry, Locale locale, string headline, string lead)
    {
        var message = MessageRenderer.Render(entry, locale);
        var timing = locale is Locale.Chinese ? "始于 07:23 UTC" : "Since 07:23 UTC";
        message.Headline.ShouldBe(headline);
        message.Subject.ShouldBe("order-cpu");
        message.Text.ShouldStartWith($"{headline}\n{timing} · eu-central-1\n{lead}\n\n");
        message.Html.ShouldContain(lead.Replace("'", "&#x27;", StringComparison.Ordinal));
    }
}
