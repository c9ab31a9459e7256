using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Paths;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Detections.Taps;

namespace Watchkeeper.Tests.Detections;

public sealed class DetectionMatcherTests
{
    [Fact]
    public void A_match_becomes_a_signal_that_says_who_did_what_to_what_from_where()
    {
        var signal = SignalsOf(
            Tap(), """{"detail":{"eventName":"OpenTap","awsRegion":"eu-central-1","requestParameters":{"tap":"t/1"}}}""")
            .ShouldHaveSingleItem();

        signal.Id.ShouldBe(StableHash.Compute("trail", "e-1", "tap-opened"));
        signal.EventId.ShouldBe("e-1");
        signal.OccurredAt.ShouldBe(SampleCall.OccurredAt);
        signal.Condition.ShouldBe(SignalCondition.Firing);
        signal.Nature.ShouldBe(SignalNature.Event);
        signal.RuleSeverity.ShouldBe(Severity.High);
        signal.Reason.ShouldBe("arn:aws:iam::111122223333:user/alice called water:OpenTap on t/1 from 203.0.113.7");
        var subject = signal.Subject;
        subject.Fingerprint.Text.ShouldBe("detection/tap-opened/111122223333/eu-central-1/t%2F1");
        subject.Source.ShouldBe(SignalSource.Trail);
        subject.Kind.ShouldBe(SignalKind.Detection);
        subject.Name.ShouldBe("tap-opened");
        subject.Title.ShouldBe("A tap was opened");
        subject.Resource.ShouldBe("t/1");
        subject.Runbook.ShouldBe("https://example.com/taps");
        subject.Labels.ToString()
            .ShouldBe("actor=arn:aws:iam::111122223333:user/alice,api=water:OpenTap,sourceIp=203.0.113.7");
    }

    [Fact]
    public void A_signal_says_what_kind_of_caller_acted_and_undid()
    {
        const string identity = "\"userIdentity\":{\"type\":\"AssumedRole\",\"invokedBy\":\"cloudformation.amazonaws.com\"}";

        foreach (var call in (string[])["OpenTap", "CloseTap"])
        {
            SignalsOf(Closable(), $"{{\"detail\":{{\"eventName\":\"{call}\",{identity}}}}}").ShouldHaveSingleItem()
                .Subject.Labels[SubjectLabels.ActorClass].ShouldBe("cloudformation");
        }
    }

    [Fact]
    public void A_refused_call_is_an_attempt_with_its_own_severity_on_the_same_incident()
    {
        const string call = """{"detail":{"eventName":"OpenTap","requestParameters":{"tap":"t"}}}""";
        const string refused =
            """{"detail":{"eventName":"OpenTap","requestParameters":{"tap":"t"},"errorCode":"AccessDenied"}}""";

        var attempt = SignalsOf(Tap(), refused).ShouldHaveSingleItem();

        attempt.RuleSeverity.ShouldBe(Severity.Low);
        attempt.Subject.Title.ShouldBe("A tap was opened (attempt, refused: AccessDenied)");
        attempt.Reason.ShouldEndWith("; it was refused: AccessDenied");
        attempt.Subject.Labels["errorCode"].ShouldBe("AccessDenied");
        attempt.Subject.Fingerprint.ShouldBe(SignalsOf(Tap(), call).Single().Subject.Fingerprint);
    }

    [Fact]
    public void A_refused_call_is_ignored_by_a_detection_that_does_not_want_attempts() =>
        SignalsOf(Tap() with { Attempts = null }, """{"detail":{"eventName":"OpenTap","errorCode":"AccessDenied"}}""")
            .ShouldBeEmpty();

    [Theory]
    [InlineData("\"alice\"", "\"bob\"", true)]
    [InlineData("\"alice\"", "\"alice\"", false)]
    [InlineData("null", "\"bob\"", true)]
    [InlineData("\"alice\"", "null", true)]
    [InlineData("null", "null", true)]
    public void Values_that_must_differ_are_compared_if_both_are_there(string one, string other, bool matches)
    {
        var tap = Tap() with
        {
            Different = new DifferentValues(
                EventPath.Parse("detail.userIdentity.userName")!, EventPath.Parse("detail.requestParameters.owner")!),
        };
        var json = "{\"detail\":{\"eventName\":\"OpenTap\",\"userIdentity\":{\"userName\":" + one
            + "},\"requestParameters\":{\"owner\":" + other + "}}}";

        SignalsOf(tap, json).Length.ShouldBe(matches ? 1 : 0);
    }

    [Theory]
    [InlineData("a/b", "c")]
    [InlineData("a", "b/c")]
    [InlineData("a%2Fb", "c")]
    [InlineData("a b", "c")]
    [InlineData("a\u0000b", "c")]
    public void Values_that_an_attacker_chose_make_no_two_fingerprints_equal_and_break_no_line(string region, string tap)
    {
        var json = JsonElement.Parse(
            $$"""{"detail":{"eventName":"OpenTap","awsRegion":{{JsonEncode(region)}},"requestParameters":{"tap":"""
                + $$"""{{JsonEncode(tap)}} } } }""");

        var text = new DetectionMatcher([Tap()]).Signals(SampleCall with { Envelope = json }).Single().Subject.Fingerprint.Text;

        text.Split('/').Length.ShouldBe(5);
        text.ShouldAllBe(c => c > ' ' && c <= '~');
        Distinct.Add(text).ShouldBeTrue();
    }

    private static readonly HashSet<string> Distinct = new(StringComparer.Ordinal);

    [Fact]
    public void A_value_that_is_too_long_to_read_is_replaced_by_its_hash()
    {
        var name = new string('x', 5000);
        var text = SignalsOf(Tap(), "{\"detail\":{\"eventName\":\"OpenTap\",\"requestParameters\":{\"tap\":\"" + name + "\"}}}")
            .Single().Subject.Fingerprint.Text;

        text.ShouldEndWith($"/~{StableHash.Compute(name)}");
    }

    [Fact]
    public void Text_that_holds_JSON_is_parsed_if_the_detection_says_so()
    {
        const string json =
            """{"detail":{"eventName":"OpenTap","requestParameters":{"policy":"{ \"Flow\" : [ \"*\" ] }","tap":"t"}}}""";
        var pattern = """{"detail":{"eventName":["OpenTap"],"requestParameters":{"policy":{"Flow":["*"]}}}}""";
        var decoding = Tap(pattern, "detail.requestParameters.policy");

        SignalsOf(decoding, json).ShouldHaveSingleItem();
        SignalsOf(Tap(pattern), json).ShouldBeEmpty();
        SignalsOf(decoding, json.Replace("*", "a", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"{\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\u0000 \\u2028 <script>\"")]
    [InlineData("{\"Flow\":\"*\"}")]
    [InlineData("1e400")]
    public void Text_that_holds_no_JSON_stays_as_it_is(string policy)
    {
        var tap = Tap("""{"detail":{"eventName":["OpenTap"]}}""", "detail.requestParameters.policy");

        var json = "{\"detail\":{\"eventName\":\"OpenTap\",\"\\ud800\":[1.50,\"\\udc00\"],\"requestParameters\":{\"policy\":"
            + policy + ",\"tap\":\"t\"}}}";

        SignalsOf(tap, json).Single().Subject.Resource.ShouldBe("t");
    }

    [Theory]
    [InlineData("an actor", true)]
    [InlineData("an address", false)]
    [InlineData("an address of root", true)]
    [InlineData("a call", true)]
    [InlineData("what is read", false)]
    [InlineData("more of it", true)]
    [InlineData("a session", false)]
    public void Two_acts_differ_if_a_person_would_call_them_different(string what, bool isAnother)
    {
        var tap = Tap() with { Act = [EventPath.Parse("detail.requestParameters.pressure")!] };
        var trail = SampleCall with
        {
            ActorKey = "alice",
            IsKnownBySource = what == "an address of root",
            IsRead = what == "what is read",
        };
        var other = what switch
        {
            "an actor" => trail with { ActorKey = "bob" },
            "an address" or "an address of root" => trail with { SourceAddress = "198.51.100.1" },
            "a call" or "what is read" => trail with { Api = "water:OpenValve" },
            "a session" => trail with { Actor = $"{trail.Actor}/2" },
            _ => trail,
        };

        var one = Act(tap, trail, "1");
        var another = Act(tap, other, what == "more of it" ? "2" : "1");

        (one.Key != another.Key).ShouldBe(isAnother);
    }

    [Fact]
    public void An_actor_that_has_nothing_else_is_known_by_the_name() =>
        Act(Tap(), SampleCall, "1").ShouldNotBe(Act(Tap(), SampleCall with { Actor = "bob" }, "1"));

    [Fact]
    public void The_reason_says_what_makes_the_act_different_from_others()
    {
        var tap = Tap() with { Act = [EventPath.Parse("detail.requestParameters.pressure")!] };
        const string json =
            """{"detail":{"eventName":"OpenTap","awsRegion":"eu-central-1","requestParameters":"""
                + """{"tap":"t","pressure":"high\nFORGED"}}}""";

        SignalsOf(tap, json).Single().Reason
            .ShouldBe("arn:aws:iam::111122223333:user/alice called water:OpenTap on t (high FORGED) from 203.0.113.7");
    }

    [Fact]
    public void A_refused_act_is_the_same_act_and_says_that_it_was_refused()
    {
        const string call = """{"detail":{"eventName":"OpenTap","requestParameters":{"tap":"t"}}}""";
        const string refused =
            """{"detail":{"eventName":"OpenTap","requestParameters":{"tap":"t"},"errorCode":"AccessDenied"}}""";

        var (done, attempt) = (SignalsOf(Tap(), call).Single().Act!, SignalsOf(Tap(), refused).Single().Act!);

        (done.IsRefused, attempt.IsRefused).ShouldBe((false, true));
        done.Key.ShouldBe(attempt.Key);
    }

    private static Act Act(Detection detection, TrailEvent trail, string pressure) =>
        new DetectionMatcher([detection])
            .Signals(
                trail with
                {
                    Envelope = JsonElement.Parse(
                        $$"""{"detail":{"eventName":"OpenTap","requestParameters":{"pressure":{{pressure}} } } }"""),
                })
            .Single().Act.ShouldNotBeNull();
}
