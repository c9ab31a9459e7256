using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Paths;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Detections;

/// <summary>What an act opened, gave or concerned becomes labels, by the last members of the detection's paths.</summary>
public sealed class ActLabelsTests
{
    [Theory]
    [InlineData("""{"ipProtocol":"tcp","fromPort":22,"toPort":22,"cidrIp":"0.0.0.0/0"}""", "network=0.0.0.0/0,port=22,protocol=tcp")]
    [InlineData("""{"ipProtocol":"udp","fromPort":1024,"toPort":65535}""", "port=1024-65535,protocol=udp")]
    [InlineData("""{"ipProtocol":"-1","cidrIp":["10.0.0.0/8","0.0.0.0/0"]}""", "network=0.0.0.0/0,10.0.0.0/8,port=all,protocol=all")]
    [InlineData("""{"ipProtocol":"tcp","fromPort":-1,"toPort":-1}""", "port=all,protocol=tcp")]
    [InlineData("""{"policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}""", "policy=AdministratorAccess")]
    [InlineData("""{"Principal":"*"}""", "principal=*")]
    [InlineData("""{"Principal":"arn:aws:iam::999988887777:root"}""", "principal=999988887777")]
    [InlineData("""{"userName":"bob"}""", "target=userName: bob")]
    [InlineData("""{"MFAUsed":"No"}""", "secondFactor=none")]
    [InlineData("""{"MFAUsed":"Yes"}""", "secondFactor=used")]
    [InlineData("""{"MFAUsed":"maybe"}""", "")]
    [InlineData("""{}""", "")]
    public void Each_value_is_named_by_its_path(string parameters, string expected) =>
        Labels(parameters).ToString().ShouldBe(expected);

    [Fact]
    public void What_the_message_says_anyway_is_no_label() =>
        Labels("""{"userName":"t","awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.7"}""").ShouldBeEmpty();

    [Fact]
    public void A_hostile_value_is_one_inert_line_within_its_limit()
    {
        var target = Labels($$"""{"userName":"a\r\nb\u202e{{new string('x', 500)}}"}""")[SubjectLabels.Target];

        target.ShouldStartWith("userName: a bx");
        target.Length.ShouldBe(SubjectLimits.LabelValue);
    }

    [Theory]
    [InlineData("No", "(without a second factor)")]
    [InlineData("Yes", "on t from")]
    public void The_reason_names_a_sign_in_without_a_second_factor(string used, string words) =>
        SignalOf($$"""{"MFAUsed":"{{used}}"}""").Reason.ShouldContain(words);

    private static LabelSet Labels(string parameters)
    {
        string[] others = [SubjectLabels.Actor, SubjectLabels.ActorClass, "api", "sourceIp"];
        return LabelSet.From(SignalOf(parameters).Subject.Labels.Where(label => !others.Contains(label.Key)));
    }

    private static Signal SignalOf(string parameters)
    {
        string[] names =
        [
            "ipProtocol", "fromPort", "toPort", "cidrIp", "policyArn", "Principal", "userName", "MFAUsed", "awsRegion",
            "sourceIPAddress",
        ];
        var tap = Taps.Tap() with { Act = [.. names.Select(name => EventPath.Parse($"detail.requestParameters.rule.{name}")!)] };
        var json = """{"detail":{"eventName":"OpenTap","requestParameters":{"tap":"t","rule":""" + parameters + "}}}";
        return new DetectionMatcher([tap])
            .Signals(Taps.SampleCall with { Envelope = JsonElement.Parse(json) }).ShouldHaveSingleItem();
    }
}
