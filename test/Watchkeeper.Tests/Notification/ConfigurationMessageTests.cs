using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Notification;

/// <summary>Messages about a version of the configuration that cannot be used.</summary>
public sealed class ConfigurationMessageTests
{
    private static readonly Home Here = new("123456789012", "eu-central-1");

    private static readonly AppliedConfiguration Version = new()
    {
        Number = 7,
        Hash = AppliedConfiguration.HashOf("{}"u8),
        By = "kim\r\nBcc: everybody",
        At = SampleEntries.Began,
    };

    [Fact]
    public void The_message_names_the_version_who_applied_it_and_what_is_wrong_in_the_reader_s_language()
    {
        var signal = Found(new UnusableConfiguration(Version, new Rejection("$.route", "no such receiver")));
        var english = Render(signal, Locale.English);
        var chinese = Render(signal, Locale.Chinese);

        english.Headline.ShouldBe("[HIGH] Opened: Configuration version 7 (44136fa3) cannot be used");
        english.Text.ShouldContain("Applied by: kim Bcc: everybody\n");
        english.Text.ShouldContain("$.route: no such receiver; version 6 stays in force");
        english.Text.ShouldContain("roll back to the version before");
        chinese.Headline.ShouldBe("【高】发生：配置版本 7（44136fa3）无法使用");
        chinese.Text.ShouldContain("应用者：kim Bcc: everybody\n");
        chinese.Text.ShouldContain("$.route: no such receiver");
        chinese.Text.ShouldContain("回滚到之前的版本");
    }

    [Fact]
    public void A_row_that_does_not_say_its_version_still_makes_a_message()
    {
        var signal = Found(new UnusableConfiguration(null, new Rejection("$.v", "missing; a number is expected")));

        Render(signal, Locale.English).Headline.ShouldBe("[HIGH] Opened: The applied configuration cannot be used");
        Render(signal, Locale.Chinese).Headline.ShouldBe("【高】发生：已应用的配置无法使用");
    }

    [Fact]
    public void Each_version_has_an_incident_of_its_own_of_severity_high()
    {
        var one = Found(new UnusableConfiguration(Version, new Rejection("$", "one")));
        var other = Found(new UnusableConfiguration(Version with { Number = 8 }, new Rejection("$", "one")));
        var same = Found(new UnusableConfiguration(Version, new Rejection("$", "another")));

        one.Subject.Fingerprint.ShouldBe(same.Subject.Fingerprint);
        one.Subject.Fingerprint.ShouldNotBe(other.Subject.Fingerprint);
        ConfigurationIncident.Is(one.Subject.Fingerprint).ShouldBeTrue();
        ConfigurationIncident.Is(Sample.Subject().Fingerprint).ShouldBeFalse();
        SeverityRules.Default.Classify(one).ShouldBe(Severity.High);
    }

    private static Signal Found(UnusableConfiguration problem) =>
        ConfigurationIncident.Found(problem, "version 6", Here, SampleEntries.Began);

    private static Message Render(Signal signal, Locale locale) => MessageRenderer.Render(
        SampleEntries.Create(Transition.Opened, signal.Subject, because: signal.Reason), locale);
}
