using Shouldly;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Detections.Taps;

namespace Watchkeeper.Tests.Detections;

public sealed class DetectionUndoingTests
{
    [Fact]
    public void An_undoing_event_ends_the_incident_and_names_who_did_it()
    {
        const string open =
            """{"detail":{"eventName":"OpenTap","awsRegion":"r","requestParameters":{"tap":"arn:aws:water:r:1:tap/t"}}}""";
        const string close = """{"detail":{"eventName":"CloseTap","awsRegion":"r","requestParameters":{"taps":["t"]}}}""";

        var opened = SignalsOf(Closable(), open).ShouldHaveSingleItem();
        var closed = SignalsOf(Closable(), close).ShouldHaveSingleItem();

        closed.Subject.Fingerprint.ShouldBe(opened.Subject.Fingerprint);
        (closed.Condition, closed.Nature).ShouldBe((SignalCondition.Resolved, SignalNature.Event));
        closed.Reason.ShouldBe("arn:aws:iam::111122223333:user/alice called water:OpenTap (r, t) from 203.0.113.7");
        closed.Subject.Title.ShouldBe(opened.Subject.Title);
        closed.Id.ShouldNotBe(opened.Id);
        closed.Act.ShouldNotBeNull().IsRefused.ShouldBeFalse();
    }

    [Theory]
    [InlineData(
        """{"detail":{"eventName":"CloseTap","awsRegion":"r","requestParameters":{"taps":["t"]},"errorCode":"AccessDenied"}}""")]
    [InlineData("""{"detail":{"eventName":"CloseTap","awsRegion":"r","requestParameters":{"taps":["t"],"partly":true}}}""")]
    [InlineData("""{"detail":{"eventName":"CloseTap","awsRegion":"r","requestParameters":{"taps":["t"],"leaks":"a"}}}""")]
    [InlineData("""{"detail":{"eventName":"CloseDoor","awsRegion":"r","requestParameters":{"taps":["t"]}}}""")]
    public void A_refused_or_partial_undoing_undoes_nothing(string json) => SignalsOf(Closable(), json).ShouldBeEmpty();

    [Fact]
    public void An_act_undoes_no_act_of_its_own_kind()
    {
        var setting = Closable() with
        {
            Pattern = Pattern("""{"detail":{"eventName":["CloseTap"],"requestParameters":{"leaks":["much"]}}}"""),
            EventNames = ["CloseTap"],
        };

        SignalsOf(setting, """{"detail":{"eventName":"CloseTap","requestParameters":{"leaks":"much"}}}""")
            .ShouldHaveSingleItem().Condition.ShouldBe(SignalCondition.Firing);
    }
}
