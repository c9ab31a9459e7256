using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Rendering;

/// <summary>Mail programs put mails of one subject together, so an incident keeps its subject, and two incidents have two.</summary>
public sealed class MessageSubjectTests
{
    [Theory]
    [InlineData(Locale.English, "Security group opened to the world: sg-1, by jonas")]
    [InlineData(Locale.Chinese, "安全组向全世界开放：sg-1，操作者 jonas")]
    public void A_detection_names_the_thing_and_who_did_it(Locale locale, string subject) =>
        MessageRenderer.Render(SampleEntries.Create(Transition.Opened, SampleActs.Group), locale).Subject.ShouldBe(subject);

    [Theory]
    [InlineData(Locale.English)]
    [InlineData(Locale.Chinese)]
    public void Two_incidents_of_one_detection_differ_by_thing_or_actor(Locale locale)
    {
        string[] subjects =
        [
            Subject(SampleActs.Group), Subject(SampleActs.Group with { Resource = "sg-2" }),
            Subject(By("arn:aws:iam::123456789012:user/mira")),
            Subject(By("arn:aws:iam::210987654321:user/jonas")),
            Subject(By("arn:aws:sts::123456789012:assumed-role/support/jonas")),
        ];

        subjects.ShouldBeUnique();

        string Subject(Subject subject) => MessageRenderer.Render(SampleEntries.Create(Transition.Opened, subject), locale).Subject;
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:root", "The root user was used")]
    [InlineData("", "Security group opened to the world: sg-1")]
    public void A_subject_does_not_name_the_actor_twice_or_nobody(string actor, string expected)
    {
        var subject = actor.Length == 0
            ? By("") with { Labels = SampleActs.Group.Labels.With("actor", "") }
            : By(actor) with { Name = "root-use", Resource = actor };

        MessageRenderer.Render(SampleEntries.Create(Transition.Opened, subject), Locale.English).Subject.ShouldStartWith(expected);
        MessageRenderer.Render(SampleEntries.Create(Transition.Opened, subject), Locale.English).Subject.ShouldNotContain(", by");
    }

    [Theory]
    [InlineData(Locale.English, "Account leaves its organisation, by the root user")]
    [InlineData(Locale.Chinese, "账户离开组织，操作者 根用户")]
    public void An_act_of_the_root_user_says_so(Locale locale, string expected)
    {
        var act = By("arn:aws:iam::123456789012:root") with { Name = "organisation-left", Resource = "" };

        MessageRenderer.Render(SampleEntries.Create(Transition.Opened, act), locale).Subject.ShouldBe(expected);
    }

    public static TheoryData<Locale> Locales => [.. Enum.GetValues<Locale>()];

    [Theory]
    [MemberData(nameof(Locales))]
    public void Severity_and_state_are_in_the_headline_and_never_in_the_subject(Locale locale)
    {
        var sentences = Translations.In(locale);
        foreach (var subject in (Subject[])[SampleEntries.Subject, SampleActs.Group])
        {
            var messages = Enum.GetValues<Severity>()
                .SelectMany(severity => Enum.GetValues<Transition>()
                    .Select(transition => SampleEntries.Create(transition, subject, minutes: 72, severity: severity)))
                .Select(entry => (Entry: entry, Message: MessageRenderer.Render(entry, locale))).ToList();

            messages.Select(each => each.Message.Subject).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
            foreach (var (entry, message) in messages)
            {
                message.Headline.ShouldContain(sentences.Severities[entry.Incident.Severity]);
                message.Subject.ShouldNotContain(sentences.Severities[entry.Incident.Severity]);
            }
        }
    }

    [Fact]
    public void The_message_about_a_reaction_has_the_subject_of_its_incident()
    {
        var reaction = SampleEntries.Create(ReactionStatus.Done, new ReactionAction.SetDesiredCapacity("order-web", 2, 3));
        var opened = SampleEntries.Create(Transition.Opened);

        MessageRenderer.Render(reaction, Locale.English).Subject
            .ShouldBe(MessageRenderer.Render(opened, Locale.English).Subject);
    }

    [Fact]
    public void A_refused_call_keeps_the_subject_of_its_own_act() => MessageRenderer.Render(
            SampleEntries.Create(
                Transition.Opened, SampleActs.Group with { Labels = SampleActs.Group.Labels.With("errorCode", "AccessDenied") }),
            Locale.English)
        .Subject.ShouldBe("Security group opened to the world: sg-1 (attempt, refused: AccessDenied), by jonas");

    private static Subject By(string actor) => SampleActs.Group with { Labels = SampleActs.Group.Labels.With("actor", actor) };
}
