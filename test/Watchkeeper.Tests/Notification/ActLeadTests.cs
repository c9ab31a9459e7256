using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification;

/// <summary>The first sentence about an act says who did what to what from where, and how often.</summary>
public sealed class ActLeadTests
{
    private static readonly Subject Group = SampleActs.Group;

    [Theory]
    [InlineData("arn:aws:iam::123456789012:root", "The root user called")]
    [InlineData("arn:aws:iam::123456789012:user/ops/jonas", "jonas called")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/aws-reserved/sso/Admin/jonas", "jonas (role Admin) called")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Admin_0a1b2c3d4e5f6a7b/jonas@shop.example",
        "jonas@shop.example (role AWSReservedSSO_Admin) called")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/Admin/botocore-session-1731812345",
        "role Admin (session botocore-session-1731812345) called")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/Admin/1731812345678901234", "role Admin (session 1731812345678901234) called")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/task/f0e1d2c3b4a59687", "role task (session f0e1d2c3b4a59687) called")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/web/i-0deadbeef12345678", "i-0deadbeef12345678 (role web) called")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/ci/build-99812", "build-99812 (role ci) called")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/Admin/decade", "decade (role Admin) called")]
    [InlineData("arn:aws:iam::210987654321:user/jonas", "jonas of account 210987654321 called")]
    [InlineData("arn:aws:sts::123456789012:federated-user/jonas", "federated-user/jonas called")]
    [InlineData("cloudformation.amazonaws.com", "cloudformation.amazonaws.com called")]
    [InlineData("arn:aws", "arn:aws called")]
    [InlineData("", "Somebody called")]
    public void The_lead_names_the_actor_as_people_know_them(string actor, string lead) => MessageRenderer.Render(
            SampleEntries.Create(Transition.Opened, Group with { Labels = Group.Labels.With("actor", actor) }), Locale.English)
        .Text.ShouldContain($"\n{lead} ec2:Authorize");

    [Theory]
    [InlineData("all", "all", "", "(all protocols and ports, 0.0.0.0/0)")]
    [InlineData("icmp", "all", "", "(icmp, 0.0.0.0/0)")]
    [InlineData("tcp", "all", "", "(tcp, all ports, 0.0.0.0/0)")]
    [InlineData("", "22", "", "(port 22, 0.0.0.0/0)")]
    [InlineData("tcp", "", "", "(tcp, 0.0.0.0/0)")]
    [InlineData("", "", "*", "(0.0.0.0/0, principal everybody)")]
    [InlineData("", "", "999988887777", "(0.0.0.0/0, principal 999988887777)")]
    public void The_lead_says_what_the_act_opened(string protocol, string port, string principal, string details)
    {
        var labels = Group.Labels.With("protocol", protocol).With("port", port).With("principal", principal);

        MessageRenderer.Render(SampleEntries.Create(Transition.Opened, Group with { Labels = labels }), Locale.English)
            .Text.ShouldContain($"on sg-1 {details} from");
    }

    [Theory]
    [InlineData(Locale.English, "emr.amazonaws.com called ec2:Authorize on sg-1 (tcp port 22, 0.0.0.0/0).")]
    [InlineData(Locale.Chinese, "emr.amazonaws.com：调用 ec2:Authorize，对象 sg-1（tcp 端口 22，0.0.0.0/0）。")]
    public void A_service_that_calls_from_itself_is_named_once(Locale locale, string lead)
    {
        var labels = Group.Labels.With("actor", "emr.amazonaws.com").With("sourceIp", "emr.amazonaws.com");

        MessageRenderer.Render(SampleEntries.Create(Transition.Opened, Group with { Labels = labels }), locale)
            .Text.ShouldContain($"\n{lead}\n");
    }

    [Theory]
    [InlineData("none", "(without MFA)")]
    [InlineData("used", "(with MFA)")]
    public void A_sign_in_of_root_is_one_message_with_its_second_factor(string factor, string words)
    {
        const string root = "arn:aws:iam::123456789012:root";
        var subject = Group with
        {
            Name = "root-use",
            Resource = root,
            Labels = LabelSet.Empty.With("actor", root).With("api", "signin:ConsoleLogin").With("secondFactor", factor),
        };

        MessageRenderer.Render(SampleEntries.Create(Transition.Opened, subject), Locale.English).Text
            .ShouldContain($"\nThe root user called signin:ConsoleLogin {words}.\n");
    }

    [Theory]
    [InlineData("critical", "\nSeverity: HIGH (one step below CRITICAL, because a deployment made the call)\n")]
    [InlineData("high", null)]
    [InlineData("nonsense", null)]
    public void A_lowered_severity_says_why_and_any_other_stands_in_the_headline_alone(string from, string? line)
    {
        var text = MessageRenderer.Render(
            SampleEntries.Create(Transition.Opened, Group with { Labels = Group.Labels.With("loweredFrom", from) }),
            Locale.English).Text;

        text.ShouldStartWith("[HIGH] ");
        if (line is null)
            text.ShouldNotContain("Severity");
        else
            text.ShouldContain(line);
    }

    [Theory]
    [InlineData(Locale.English, "", "12 such calls within 10 min. The newest: jonas called")]
    [InlineData(Locale.English, "userName", "12 different values of userName within 10 min. The newest call: jonas called")]
    [InlineData(Locale.Chinese, "", "10 分钟内有 12 次此类调用，最近一次如下。jonas：从")]
    [InlineData(Locale.Chinese, "userName", "10 分钟内 userName 出现 12 个不同的值，最近一次调用如下。jonas：从")]
    public void A_detection_that_counts_says_how_many_first(Locale locale, string field, string lead)
    {
        var labels = Group.Labels.With("count", "12").With("countMinutes", "10").With("countOf", field);

        var text = MessageRenderer.Render(SampleEntries.Create(Transition.Opened, Group with { Labels = labels }), locale).Text;

        text.ShouldContain($"\n{lead}");
        text.ShouldNotContain("countMinutes");
    }
}
