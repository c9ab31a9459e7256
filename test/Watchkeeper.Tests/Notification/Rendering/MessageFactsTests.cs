using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Rendering;

/// <summary>The facts below a message are what people copy, and nothing that the message has said already.</summary>
public sealed class MessageFactsTests
{
    public static TheoryData<Locale> Locales => [.. Enum.GetValues<Locale>()];

    [Theory]
    [MemberData(nameof(Locales))]
    public void No_fact_stands_twice(Locale locale)
    {
        foreach (var entry in Entries())
        {
            var content = MessageContent.Create(entry, SampleAlarms.DryRun(locale));

            content.Facts.Length.ShouldBeGreaterThan(1);
            content.Facts.Select(fact => fact.Label).ShouldBeUnique();
            foreach (var fact in content.Facts.Where(fact => fact.Value.Length > 3))
            {
                content.Facts.Count(other => other.Value == fact.Value).ShouldBe(1, fact.Value);
                Regex.IsMatch($"{content.What}\n{content.Lead}", $"(?<![A-Za-z0-9/:_-]){Regex.Escape(fact.Value)}(?![A-Za-z0-9/:_-])",
                    RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeFalse($"{fact.Label}: {fact.Value}");
            }
        }
    }

    [Fact]
    public void A_name_inside_another_name_is_not_said_by_it()
    {
        var subject = SampleAlarms.Subject with { Title = "CPUUtilization of shop-order", Resource = "shop-order", Service = "shop" };

        var content = MessageContent.Create(SampleAlarms.Measured(Transition.Opened, subject: subject), MessageOptions.In(Locale.English));

        content.What.ShouldEndWith(" on shop-order");
        content.Facts.ShouldContain(new MessageField("Service", "shop"));
        content.Facts.ShouldNotContain(fact => fact.Label == "Resource");
    }

    [Fact]
    public void A_short_value_that_another_fact_has_by_chance_is_shown()
    {
        var subject = SampleEntries.Subject with { Labels = SampleEntries.Subject.Labels.With("Broker ID", "4") };

        var content = MessageContent.Create(SampleEntries.Create(Transition.Reminded, subject), MessageOptions.In(Locale.English));

        content.Facts.ShouldContain(new MessageField("Broker ID", "4"));
        content.Facts.ShouldContain(new MessageField("Signals", "4"));
    }

    [Theory]
    [InlineData(Locale.English, "access key", "Caller")]
    [InlineData(Locale.Chinese, "访问密钥", "调用者类型")]
    public void A_name_that_imitates_our_words_hides_none_of_them(Locale locale, string words, string label)
    {
        foreach (var subject in (Subject[])[SampleActs.Group with { Resource = words }, SampleActs.Group with { Service = words }])
        {
            var content = MessageContent.Create(SampleEntries.Create(Transition.Opened, subject), MessageOptions.In(locale));

            content.Facts.ShouldContain(new MessageField(label, words));
        }
    }

    [Theory]
    [InlineData(Locale.English, "Ends")]
    [InlineData(Locale.Chinese, "结束条件")]
    public void A_name_that_holds_our_words_hides_no_end(Locale locale, string label)
    {
        foreach (var name in (string[])["security-group-open-to-world", "console-sign-in-without-mfa"])
        {
            var act = SampleActs.Group with { Name = name };
            var ends = EndsOf(act);

            EndsOf(act with { Resource = $"x ({ends})" }).ShouldBe(ends);
            EndsOf(act with { Resource = "sg-2", Service = ends }).ShouldBe(ends);
        }

        string EndsOf(Subject act) => MessageContent
            .Create(SampleEntries.Create(Transition.Opened, act), MessageOptions.In(locale))
            .Facts.Single(fact => fact.Label == label).Value;
    }

    [Theory]
    [InlineData(Locale.English, "root user", Transition.Opened, false)]
    [InlineData(Locale.English, "root user", Transition.Acknowledged, true)]
    [InlineData(Locale.Chinese, "根用户", Transition.Opened, false)]
    [InlineData(Locale.Chinese, "根用户", Transition.Acknowledged, true)]
    public void The_class_of_the_root_user_stands_where_the_lead_does_not_name_the_root_user(
        Locale locale, string words, Transition transition, bool isShown)
    {
        var labels = SampleActs.Group.Labels.With("actor", "arn:aws:iam::123456789012:root").With("actorClass", "root");

        MessageContent.Create(
                SampleEntries.Create(transition, SampleActs.Group with { Labels = labels }), MessageOptions.In(locale))
            .Facts.Any(fact => fact.Value == words).ShouldBe(isShown);
    }

    [Fact]
    public void A_label_has_the_name_that_people_know()
    {
        var labels = SampleActs.Group.Labels.With("entities", "vol-1, vol-2").With("Own", "as it is");

        Labels(Locale.English).ShouldContain("Affected resources");
        Labels(Locale.Chinese).ShouldContain("受影响的资源");
        // A user's own label keeps its name.
        Labels(Locale.Chinese).ShouldContain("Own");

        IEnumerable<string> Labels(Locale locale) => MessageContent
            .Create(SampleEntries.Create(Transition.Opened, SampleActs.Group with { Labels = labels }), MessageOptions.In(locale))
            .Facts.Select(fact => fact.Label);
    }

    private static IEnumerable<TimelineEntry> Entries() =>
    [
        .. Enum.GetValues<Transition>().SelectMany(transition => new[]
        {
            SampleEntries.Create(transition, minutes: 5), SampleAlarms.Measured(transition, 5),
            SampleEntries.Create(transition, SampleActs.Group, 5),
            SampleEntries.Create(transition, SampleEntries.Subject with
            {
                Source = SignalSource.Audit, Kind = SignalKind.AuditError, Title = "Security groups: order-web", Name = "order-web",
            }),
        }),
        SampleEntries.Create(ReactionStatus.Failed, new ReactionAction.SetDesiredCapacity("order-web", 2, 3), detail: "Busy"),
    ];
}
