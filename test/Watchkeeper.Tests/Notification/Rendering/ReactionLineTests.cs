using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Rendering;

/// <summary>The message about an incident says what an automatic reaction will do, as far as the incident alone shows it.</summary>
public sealed class ReactionLineTests
{
    private static readonly Subject Instance = SampleAlarms.Subject with
    {
        Kind = SignalKind.StatusCheck,
        Labels = LabelSet.Empty.With("InstanceId", "i-0abc").With(SubjectLabels.Check, SubjectLabels.Failed),
    };

    [Theory]
    [InlineData(ReactionMode.DryRun, "Dry run: would scale out order-web. To allow it: parameter Reactions = auto, and tag "
        + "watchkeeper:reactions = allowed on the group.",
        "演练：将为 order-web 扩容。允许自动执行：参数 Reactions = auto，该组加标签 watchkeeper:reactions = allowed。")]
    [InlineData(ReactionMode.Auto, "Watchkeeper checks now whether it may scale out order-web. The outcome follows.",
        "正在确认能否为 order-web 扩容，结果另行通知。")]
    [InlineData(ReactionMode.Off, null, null)]
    public void The_line_follows_the_mode(ReactionMode mode, string? english, string? chinese) =>
        ShouldBe(SampleAlarms.Subject, new ReactionOptions { Mode = mode }, english, chinese);

    [Fact]
    public void The_line_names_an_instance() => ShouldBe(
        Instance, new ReactionOptions { Mode = ReactionMode.Auto },
        "Watchkeeper checks now whether it may replace i-0abc. The outcome follows.", "正在确认能否替换实例 i-0abc，结果另行通知。");

    [Theory]
    [InlineData(ReactionMode.DryRun)]
    [InlineData(ReactionMode.Auto)]
    public void The_global_stop_is_said_in_every_mode_that_reacts(ReactionMode mode) => ShouldBe(
        SampleAlarms.Subject, new ReactionOptions { Mode = mode, Stopped = true },
        "No automatic reaction: the global stop is set.", "未自动处置：全局停止开关已打开。");

    [Fact]
    public void A_refusal_that_the_incident_shows_is_said_at_once()
    {
        var usual = new ReactionOptions();

        ShouldBe(
            SampleAlarms.Subject with { Account = "210987654321" }, usual,
            "No automatic reaction: the target is in another account or region.");
        ShouldBe(SampleAlarms.Subject with { Region = "" }, usual,
            "No automatic reaction: the account or region of the target or of the function is unknown.");
        ShouldBe(With(SubjectLabels.Load, SubjectLabels.Low), usual, "No automatic reaction: the alarm reports too little load.");
        ShouldBe(
            Instance with { Labels = Instance.Labels.With(SubjectLabels.Check, SubjectLabels.Passed) }, usual,
            "No automatic reaction: the alarm fires while the check passes.");
        // CloudWatch may know it.
        ShouldBe(With(SubjectLabels.Load, "nonsense"), usual with { Mode = ReactionMode.Auto },
            "Watchkeeper checks now whether it may scale out order-web. The outcome follows.");
    }

    [Fact]
    public void A_muted_alarm_gets_no_reaction()
    {
        var entry = SampleEntries.Create(Transition.Opened, SampleAlarms.Subject);
        var muted = entry with { Incident = entry.Incident with { Mute = new Mute(MuteKind.MuteRule, "deploy") } };

        ReactionLine.Create(muted, SampleAlarms.DryRun(Locale.English)).ShouldBe("No automatic reaction: the alarm is muted.");
    }

    [Fact]
    public void An_incident_that_no_reaction_can_improve_has_no_line()
    {
        ShouldBe(SampleAlarms.Subject with { Kind = SignalKind.NetworkIn }, new ReactionOptions(), null);
        ShouldBe(SampleAlarms.Subject with { Labels = LabelSet.Empty }, new ReactionOptions(), null);
        ShouldBe(SampleActs.Group, new ReactionOptions(), null);
    }

    [Theory]
    [InlineData(Transition.Opened, true)]
    [InlineData(Transition.Reopened, true)]
    [InlineData(Transition.MuteEnded, true)]
    [InlineData(Transition.Escalated, false)]
    [InlineData(Transition.Reminded, false)]
    [InlineData(Transition.Acknowledged, false)]
    [InlineData(Transition.Commented, false)]
    [InlineData(Transition.Resolved, false)]
    [InlineData(null, false)]
    public void Only_a_message_after_which_a_reaction_is_tried_announces_one(Transition? transition, bool isAnnounced) =>
        (ReactionLine.Create(SampleEntries.Create(transition, SampleAlarms.Subject), SampleAlarms.DryRun(Locale.English)) is not null)
            .ShouldBe(isAnnounced);

    [Fact]
    public void An_acknowledged_incident_gets_no_reaction_when_its_mute_ends()
    {
        var entry = SampleEntries.Create(Transition.MuteEnded, SampleAlarms.Subject);
        var acknowledged = entry with { Incident = entry.Incident with { Status = IncidentStatus.Acknowledged } };

        ReactionLine.Create(acknowledged, SampleAlarms.DryRun(Locale.English)).ShouldBeNull();
    }

    [Fact]
    public void The_line_is_in_every_form_that_has_room()
    {
        var message = MessageRenderer.Render(SampleAlarms.Measured(Transition.Opened), SampleAlarms.DryRun(Locale.English));

        message.Text.ShouldContain("\nDry run: would scale out order-web.");
        message.Html.ShouldContain("Dry run: would scale out order-web.");
        message.Json.ShouldContain("\"reactionNote\":\"Dry run: would scale out order-web.");
        MessageRenderer.Render(SampleAlarms.Measured(Transition.Opened), Locale.English).Json.ShouldContain("\"reactionNote\":null");
    }

    private static Subject With(string label, string value) =>
        SampleAlarms.Subject with { Labels = SampleAlarms.Subject.Labels.With(label, value) };

    private static void ShouldBe(Subject subject, ReactionOptions reactions, string? english, string? chinese = null)
    {
        var entry = SampleEntries.Create(Transition.Opened, subject);
        ReactionLine.Create(entry, SampleAlarms.With(Locale.English, reactions)).ShouldBe(english);
        if (chinese is not null)
            ReactionLine.Create(entry, SampleAlarms.With(Locale.Chinese, reactions)).ShouldBe(chinese);
    }
}
