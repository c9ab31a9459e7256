using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Muting;
using Xunit;

namespace Watchkeeper.Tests.Muting;

/// <summary>A wanted silence becomes one, or hears all that is wrong with it at once.</summary>
public sealed class SilenceDraftTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);

    private static readonly SilenceDraft Draft = new()
    {
        Matchers = ["service=orders"],
        For = "2h",
        By = "kim",
        Reason = "deploying",
    };

    public static TheoryData<SilenceDraft, SilenceField, string> Wrong => new()
    {
        // alertmanager 1240: a form without matchers.
        { Draft with { Matchers = [] }, SilenceField.Matchers, "are missing: give one or more" },
        { Draft with { Matchers = ["", "{}"] }, SilenceField.Matchers, "are missing" },
        { Draft with { Matchers = ["service"] }, SilenceField.Matchers, "«service»: 0:7: expected an operator" },
        {
            Draft with { Matchers = ["severity=~\"[\""] }, SilenceField.Matchers,
            "«severity=~\"[\"»: 10:13: the regular expression"
        },
        {
            Draft with { Matchers = [$"a={new string('b', 8_200)}"] }, SilenceField.Matchers,
            "have 8202 characters, but at most 8192"
        },
        // alertmanager 1897: nobody silences everything by accident.
        { Draft with { Matchers = ["service=~\".*\""] }, SilenceField.Everything, "matches every incident, or nearly" },
        // alertmanager 1096: a silence that is over before it begins.
        {
            Draft with { For = null, Until = "2026-11-17T09:59Z" }, SilenceField.Until,
            "is over already: it is 2026-11-17T10:00:00Z now"
        },
        { Draft with { For = null, Until = "2026-11-17T10:00Z" }, SilenceField.Until, "is over already" },
        // alertmanager 2173: the message says which of both must be first.
        {
            Draft with { From = "2026-11-18T10:00Z", For = null, Until = "2026-11-18T10:00Z" }, SilenceField.Until,
            "is not after the beginning, 2026-11-18T10:00:00Z"
        },
        // IncidentRelay 37 and alertmanager 558: a time without a zone ended hours early, and nobody saw why.
        {
            Draft with { For = null, Until = "2026-11-17T18:00" }, SilenceField.Until,
            "which is another time in every zone: write the time with Z for UTC"
        },
        { Draft with { For = null, Until = "2026-11-18" }, SilenceField.Until, "which is another time in every zone" },
        {
            Draft with { For = null, Until = "tomorrow" }, SilenceField.Until,
            "«tomorrow»: expected a time with a zone, such as 2026-"
        },
        { Draft with { From = "10:00" }, SilenceField.From, "expected a time with a zone" },
        { Draft with { From = "2027-12-01T00:00Z" }, SilenceField.From, "is more than a year ahead" },
        { Draft with { For = null }, SilenceField.For, "is missing: say how long" },
        { Draft with { Until = "2026-11-18T10:00Z" }, SilenceField.Until, "stands beside a duration" },
        { Draft with { For = "2x" }, SilenceField.For, "is «2x»: expected a duration such as 30m" },
        { Draft with { For = "1m2h" }, SilenceField.For, "from large to small" },
        { Draft with { For = "0" }, SilenceField.For, "is nothing" },
        // alertmanager 3457: a silence of 999 weeks came back after years; alertmanager 941 and 3964: a longest one.
        { Draft with { For = "999w" }, SilenceField.For, "is more than a year: what shall be quiet for so long belongs into" },
        { Draft with { For = null, Until = "2028-01-01T00:00Z" }, SilenceField.Until, "is more than a year after the beginning" },
        { Draft with { By = " " }, SilenceField.By, "is empty: others must see who" },
        { Draft with { By = new string('k', 257) }, SilenceField.By, "has 257 characters, but at most 256" },
        { Draft with { Reason = "" }, SilenceField.Reason, "is empty" },
        { Draft with { Reason = new string('r', 513) }, SilenceField.Reason, "has 513 characters, but at most 512" },
        { Draft with { Reason = "two\nlines" }, SilenceField.Reason, "holds a character that nobody sees, U+000A" },
        { Draft with { Reason = "right \u202Eleft" }, SilenceField.Reason, "holds a character that nobody sees, U+202E" },
        { Draft with { By = "k\u200Bim" }, SilenceField.By, "holds a character that nobody sees, U+200B" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named_with_its_field_and_the_way_out(SilenceDraft draft, SilenceField field, string reason)
    {
        var problem = Problems(draft).ShouldHaveSingleItem();
        problem.Field.ShouldBe(field);
        problem.Reason.ShouldContain(reason);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_in_the_order_of_the_fields() =>
        Problems(new SilenceDraft
        {
            Matchers = ["a", "b=~\"(\""],
            From = "soon",
            For = "long",
            Until = "later",
            By = "",
            Reason = "",
        }).Select(problem => problem.Field).ShouldBe(
        [
            SilenceField.Matchers, SilenceField.Matchers, SilenceField.From, SilenceField.Until, SilenceField.For,
            SilenceField.Until,
            SilenceField.By, SilenceField.Reason,
        ]);

    [Theory]
    // alertmanager 1183 and 1091: days and weeks.
    [InlineData("1w2d3h4m5s", "2026-11-26T13:04:05Z")]
    [InlineData("1d", "2026-11-18T10:00:00Z")]
    [InlineData("366d", "2027-11-18T10:00:00Z")]
    [InlineData("2h30m", "2026-11-17T12:30:00Z")]
    [InlineData("90s", "2026-11-17T10:01:30Z")]
    public void A_duration_counts_as_Prometheus_counts_it(string duration, string end) =>
        Valid(Draft with { For = duration }).EndsAt.ShouldBe(At(end));

    [Fact] // alertmanager 2740: a duration counted from now, though the silence began later.
    public void A_duration_counts_from_the_beginning()
    {
        var silence = Valid(Draft with { From = "2026-11-20T10:00:00+08:00" });

        (silence.StartsAt, silence.EndsAt).ShouldBe((At("2026-11-20T02:00:00Z"), At("2026-11-20T04:00:00Z")));
        silence.StateAt(Now).ShouldBe(SilenceState.Pending);
    }

    [Fact] // alertmanager 2371: a beginning in the past is now, and whoever asked for it hears so.
    public void A_silence_does_not_begin_in_the_past()
    {
        var valid = Check(Draft with { From = "2026-11-16T10:00Z" }).ShouldBeOfType<SilenceDraftResult.Valid>();

        (valid.Silence.StartsAt, valid.Silence.EndsAt).ShouldBe((Now, Now.AddHours(2)));
        valid.Warnings.ShouldHaveSingleItem().Field.ShouldBe(SilenceField.From);
    }

    [Theory]
    [InlineData("2026-11-17T18:00Z", "2026-11-17T18:00:00Z")]
    [InlineData("2026-11-17 18:00:30Z", "2026-11-17T18:00:30Z")]
    [InlineData("2026-11-17T18:00:30.25+08:00", "2026-11-17T10:00:30.25Z")]
    [InlineData("2026-11-17T18:00-01", "2026-11-17T19:00:00Z")]
    public void An_end_has_its_zone(string until, string end) =>
        Valid(Draft with { For = null, Until = until }).EndsAt.ShouldBe(At(end));

    [Theory]
    // alertmanager 3905: a label that no alert has, and everything was quiet.
    [InlineData("example!~\"silence1.+\"")]
    [InlineData("severity=~\".+\"")]
    [InlineData("severity=~\"info|low|medium|high|critical\"")]
    [InlineData("source!=nothing")]
    [InlineData("kind=~\".*\"", "severity!=\"\"")]
    [InlineData("name=~\".+\"")]
    [InlineData("a=~\"|.+\"")]
    // alertmanager 3279: a quote inside the expression.
    [InlineData("example!~\"\\\"x\\\"\"")]
    public void Matchers_of_everything_are_taken_only_on_purpose(params string[] matchers)
    {
        var draft = Draft with { Matchers = [.. matchers] };

        Problems(draft).ShouldHaveSingleItem().Field.ShouldBe(SilenceField.Everything);
        // alertmanager 1731: silencing all alerts is a real wish.
        Valid(draft with { IsForEverything = true }).Matchers.Length.ShouldBe(matchers.Length);
    }

    [Theory]
    [InlineData("severity!=critical")]
    [InlineData("severity=~\"info|low|medium|high\"")]
    [InlineData("source=alarm")]
    // alertmanager 1289 and 2968: an empty value is a matcher, and means a missing label.
    [InlineData("service=\"\"")]
    [InlineData("service=~\".+\"")]
    // alertmanager 2640: beside others, it narrows.
    [InlineData("service=orders", "team=\"\"")]
    [InlineData("service=~\".*\"", "severity=low")]
    public void Matchers_that_leave_something_out_need_no_more_words(params string[] matchers) =>
        Valid(Draft with { Matchers = [.. matchers] }).Matchers.Length.ShouldBe(matchers.Length);

    [Theory]
    // alertmanager 3366: with quotes or without, the same.
    [InlineData("service=orders")]
    [InlineData("service=\"orders\"")]
    [InlineData("{service=\"orders\"}")]
    // alertmanager 1147: the same form as everywhere.
    [InlineData(" { service = orders , } ")]
    public void A_matcher_may_be_written_in_every_form(string matcher) =>
        Valid(Draft with { Matchers = [matcher] }).Text.ShouldBe("service=\"orders\"");

    [Theory]
    // alertmanager 4681 and 2243: two values of one label, and nothing is quiet.
    [InlineData("name=a", "name=b")]
    [InlineData("name=a,name=b")]
    public void Two_values_of_one_label_are_doubtful(params string[] matchers) =>
        Check(Draft with { Matchers = [.. matchers] }).ShouldBeOfType<SilenceDraftResult.Valid>().Warnings
            .ShouldContain(warning => warning.Reason.Contains("has both values", StringComparison.Ordinal));

    [Fact]
    public void The_silence_has_what_was_said()
    {
        var silence = Valid(Draft with { By = "kim", Reason = "two  blanks" });

        silence.Id.ShouldBe(Silence.IdFor(Now, "unique"));
        (silence.By, silence.Reason, silence.ChangedAt, silence.ChangedBy, silence.Version)
            .ShouldBe(("kim", "two blanks", Now, null, 1));
    }

    private static Silence Valid(SilenceDraft draft) => Check(draft).ShouldBeOfType<SilenceDraftResult.Valid>().Silence;

    private static ImmutableArray<SilenceProblem> Problems(SilenceDraft draft) =>
        Check(draft).ShouldBeOfType<SilenceDraftResult.Invalid>().Problems;

    private static SilenceDraftResult Check(SilenceDraft draft) => draft.Check(Now, "unique", SilenceLimits.None);

    private static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
