using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Detections;

public sealed class LoweringTests
{
    private const string CloudFormation = """ "userIdentity":{"type":"IAMUser","invokedBy":"cloudformation.amazonaws.com"} """;
    private const string Terraform =
        """ "userIdentity":{"type":"AssumedRole"},"userAgent":"APN/1.0 HashiCorp/1.0 Terraform/1.9.5" """;
    private const string TerraformWithKey = """ "userIdentity":{"type":"IAMUser"},"userAgent":"HashiCorp Terraform/1.9.5" """;
    private const string Refused = ",\"errorCode\":\"AccessDenied\"";

    [Theory]
    [InlineData(Severity.High, CloudFormation, Severity.Medium)]
    [InlineData(Severity.High, Terraform, Severity.Medium)]
    [InlineData(Severity.Medium, CloudFormation, Severity.Low)]
    [InlineData(Severity.High, TerraformWithKey, Severity.High)]
    [InlineData(Severity.Critical, CloudFormation, Severity.Critical)]
    [InlineData(Severity.Critical, Terraform, Severity.Critical)]
    [InlineData(Severity.Low, CloudFormation, Severity.Low)]
    [InlineData(Severity.Info, CloudFormation, Severity.Info)]
    public void A_deployment_is_one_step_less_severe_never_below_low_and_never_if_it_is_critical(
        Severity severity, string caller, Severity expected) =>
        Signal(Tap() with { Severity = severity }, caller).RuleSeverity.ShouldBe(expected);

    [Theory]
    [InlineData(CloudFormation)]
    [InlineData(Terraform)]
    public void A_detection_that_does_not_say_so_is_never_lowered(string caller)
    {
        var signal = Signal(Tap() with { IsLowerable = false }, caller);

        signal.RuleSeverity.ShouldBe(Severity.High);
        signal.Reason.ShouldNotContain("lowered");
        signal.Subject.Labels[SubjectLabels.LoweredFrom].ShouldBeEmpty();
    }

    [Theory]
    [InlineData(CloudFormation, "; lowered from high: by CloudFormation")]
    [InlineData(Terraform, "; lowered from high: by a role's session that claims to be Terraform")]
    public void A_lowered_signal_says_from_what_and_why(string caller, string reason)
    {
        var signal = Signal(Tap(), caller);

        signal.Reason.ShouldEndWith(reason);
        signal.Subject.Labels[SubjectLabels.LoweredFrom].ShouldBe("high");
    }

    [Fact]
    public void An_attempt_of_a_deployment_is_lowered_from_the_severity_of_attempts()
    {
        var signal = Signal(Tap() with { Attempts = Severity.Medium }, CloudFormation + Refused);

        signal.RuleSeverity.ShouldBe(Severity.Low);
        signal.Reason.ShouldEndWith("; it was refused: AccessDenied; lowered from medium: by CloudFormation");
    }

    [Fact]
    public void Watchkeepers_own_act_is_as_severe_as_anybodys_and_says_whose_it_is()
    {
        const string identity = """
            "userIdentity":{"type":"AssumedRole","sessionContext":{"sessionIssuer":{"arn":"arn:aws:iam::111122223333:role/own"}}},
            "userAgent":"Terraform/1.9"
            """;

        var signal = Signal(Tap(), identity);

        signal.RuleSeverity.ShouldBe(Severity.High);
        signal.Reason.ShouldBe("alice called water:OpenTap from 203.0.113.7; by Watchkeeper");
        signal.Subject.Labels[SubjectLabels.ActorClass].ShouldBe(SubjectLabels.Watchkeeper);
        signal.Subject.Labels[SubjectLabels.LoweredFrom].ShouldBeEmpty();
        Signal(Tap(), identity.Replace("role/own", "role/owner", StringComparison.Ordinal))
            .RuleSeverity.ShouldBe(Severity.Medium);
    }

    [Theory]
    [InlineData("""{"type":"AWSService","invokedBy":"config.amazonaws.com"}""", false)]
    [InlineData("""
        {"type":"AssumedRole","sessionContext":{"sessionIssuer":{"arn":"arn:aws:iam::1:role/aws-service-role/x.amazonaws.com/R"}}}
        """, false)]
    [InlineData("""{"type":"IAMUser","invokedBy":"athena.amazonaws.com"}""", true)]
    [InlineData("""{"type":"AssumedRole","invokedBy":"cloudformation.amazonaws.com"}""", true)]
    public void What_a_service_itself_was_refused_is_no_news_and_what_it_tried_for_somebody_is(string identity, bool isNews)
    {
        var tap = Tap() with { Attempts = Severity.Medium };

        Match(tap, $"\"userIdentity\":{identity}{Refused}").ShouldBe(isNews);
        Match(tap, $"\"userIdentity\":{identity}").ShouldBeTrue();
    }

    private static Signal Signal(Detection detection, string members) =>
        new DetectionMatcher([detection]) { OwnRoles = ["arn:aws:iam::111122223333:role/own"] }.Signals(new TrailEvent
        {
            Envelope = Event(members),
            EventId = "e-1",
            OccurredAt = DateTimeOffset.UnixEpoch,
            Account = "111122223333",
            Region = "eu-central-1",
            Actor = "alice",
            Api = "water:OpenTap",
            SourceAddress = "203.0.113.7",
        })
        .ShouldHaveSingleItem();

    private static bool Match(Detection detection, string members) => DetectionMatch.Find(detection, Event(members)) is not null;

    private static JsonElement Event(string members) =>
        JsonElement.Parse($"{{\"detail\":{{\"eventName\":\"OpenTap\",{members}}}}}");

    private static Detection Tap() => DetectionParser.Parse(Encoding.UTF8.GetBytes(
        """
        {
          "id": "tap-opened", "title": "A tap was opened", "severity": "high", "attempts": "medium", "lowerable": true,
          "description": "Water runs.", "runbook": "https://example.com/taps", "pattern": {"detail": {"eventName": ["OpenTap"]}}
        }
        """)).Detection.ShouldNotBeNull();
}
