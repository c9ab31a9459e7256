using System.Collections.Immutable;
using System.Reflection;
using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Detections;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Configuration;

public sealed class ConfigurationVersionTests
{
    private static readonly Channel Topic = new(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:people");
    private static readonly WatchkeeperConfiguration Usual = WatchkeeperConfiguration.Default(Topic);

    // Each member of each part, changed by itself.
    private static readonly Dictionary<string, WatchkeeperConfiguration> Changed = new(StringComparer.Ordinal)
    {
        ["WatchkeeperConfiguration.Severity"] =
            Usual with { Severity = new SeverityRules { NamePatterns = [new NamePattern("a*", Severity.High)] } },
        ["SeverityRules.NamePatterns"] =
            Usual with { Severity = new SeverityRules { NamePatterns = [new NamePattern("b*", Severity.High)] } },
        ["NamePattern.Pattern"] =
            Usual with { Severity = new SeverityRules { NamePatterns = [new NamePattern("A*", Severity.High)] } },
        ["NamePattern.Severity"] =
            Usual with { Severity = new SeverityRules { NamePatterns = [new NamePattern("a*", Severity.Low)] } },
        ["WatchkeeperConfiguration.Lifecycle"] = Limits(limits => limits with { QuietTime = TimeSpan.FromTicks(1) }),
        ["LifecycleOptions.ReopenWindow"] = Limits(limits => limits with { ReopenWindow = TimeSpan.FromDays(9) }),
        ["LifecycleOptions.QuietTime"] = Limits(limits => limits with { QuietTime = TimeSpan.FromDays(9) }),
        ["LifecycleOptions.HealthTime"] = Limits(limits => limits with { HealthTime = TimeSpan.FromDays(9) }),
        ["LifecycleOptions.UnseenTime"] = Limits(limits => limits with { UnseenTime = TimeSpan.FromDays(9) }),
        ["LifecycleOptions.NoDataTime"] = Limits(limits => limits with { NoDataTime = TimeSpan.FromDays(9) }),
        ["LifecycleOptions.SettleTime"] = Limits(limits => limits with { SettleTime = TimeSpan.FromDays(9) }),
        ["LifecycleOptions.MuteTime"] = Limits(limits => limits with { MuteTime = TimeSpan.FromDays(9) }),
        ["LifecycleOptions.SlotRetention"] = Limits(limits => limits with { SlotRetention = TimeSpan.FromDays(9) }),
        ["LifecycleOptions.Reminders"] = Reminders(new ReminderSchedule { First = TimeSpan.FromTicks(1) }),
        ["ReminderSchedule.First"] = Reminders(new ReminderSchedule { First = TimeSpan.FromDays(9) }),
        ["ReminderSchedule.MaxInterval"] = Reminders(new ReminderSchedule { MaxInterval = TimeSpan.FromDays(9) }),
        ["ReminderSchedule.WhileActsWait"] = Reminders(new ReminderSchedule { WhileActsWait = TimeSpan.FromDays(9) }),
        ["WatchkeeperConfiguration.Route"] = Usual with { Route = new Route() },
        ["Route.Receiver"] = Usual with { Route = Usual.Route with { Receiver = "" } },
        ["Route.Matchers"] = Usual with { Route = Usual.Route with { Matchers = [new Matcher("a", MatchOperator.Equal, "b")] } },
        ["Matcher.Label"] = Usual with { Route = Usual.Route with { Matchers = [new Matcher("c", MatchOperator.Equal, "b")] } },
        ["Matcher.Operator"] =
            Usual with { Route = Usual.Route with { Matchers = [new Matcher("a", MatchOperator.NotEqual, "b")] } },
        ["Matcher.Value"] = Usual with { Route = Usual.Route with { Matchers = [new Matcher("a", MatchOperator.Equal, "c")] } },
        ["Route.Continue"] = Usual with { Route = Usual.Route with { Continue = true } },
        ["Route.Routes"] = Usual with { Route = Usual.Route with { Routes = [.. Usual.Route.Routes, new Route()] } },
        ["WatchkeeperConfiguration.Receivers"] = Usual with { Receivers = Usual.Receivers.Add("more", new Receiver("more", [])) },
        ["Receiver.Name"] = Usual with { Receivers = Usual.Receivers.SetItem("default", new Receiver("another", [Topic])) },
        ["Receiver.Fallback"] = Usual with
        {
            Receivers = Usual.Receivers.SetItem("default", new Receiver("default", [Topic]) { Fallback = "more" }),
        },
        ["Receiver.Channels"] = To(Topic, Topic),
        ["Channel.Kind"] = To(Topic with { Kind = ChannelKind.Mail }),
        ["Channel.Address"] = To(Topic with { Address = "another" }),
        ["Channel.SendResolved"] = To(Topic with { SendResolved = false }),
        ["Channel.Settings"] = To(Topic with { Settings = LabelSet.Empty.With("mentions", "all") }),
        ["WatchkeeperConfiguration.Reactions"] = Usual with { Reactions = new ReactionOptions { PerHour = 77 } },
        ["ReactionOptions.Mode"] = Usual with { Reactions = new ReactionOptions { Mode = ReactionMode.Off } },
        ["ReactionOptions.Stopped"] = Usual with { Reactions = new ReactionOptions { Stopped = true } },
        ["ReactionOptions.Cooldown"] = Usual with { Reactions = new ReactionOptions { Cooldown = TimeSpan.FromDays(9) } },
        ["ReactionOptions.PerHour"] = Usual with { Reactions = new ReactionOptions { PerHour = 99 } },
        ["ReactionOptions.ScaleStep"] = Usual with { Reactions = new ReactionOptions { ScaleStep = 99 } },
        ["ReactionOptions.HealthyPercent"] = Usual with { Reactions = new ReactionOptions { HealthyPercent = 99 } },
        ["WatchkeeperConfiguration.Home"] = Usual with { Home = new Home("1", "2") },
        ["Home.Account"] = Usual with { Home = new Home("9", "") },
        ["Home.Region"] = Usual with { Home = new Home("", "9") },
        ["WatchkeeperConfiguration.OwnRoles"] = Usual with { OwnRoles = ["a"] },
        ["WatchkeeperConfiguration.Locale"] = Usual with { Locale = Locale.Chinese },
        ["WatchkeeperConfiguration.TimeZone"] = Usual with { TimeZone = "Asia/Shanghai" },
        ["WatchkeeperConfiguration.HistoryRetention"] = Usual with { HistoryRetention = TimeSpan.FromDays(9) },
    };

    [Fact]
    public void Each_member_changes_the_version()
    {
        var versions = Changed.Values.Append(Usual).Select(ConfigurationVersion.Of).ToList();

        versions.ShouldBeUnique();
        versions.ShouldAllBe(version => version.Length == 10 && version.All(char.IsAsciiHexDigitLower));
    }

    [Fact]
    public void No_member_is_left_out()
    {
        Type[] parts =
        [
            typeof(WatchkeeperConfiguration), typeof(SeverityRules), typeof(NamePattern), typeof(LifecycleOptions),
            typeof(ReminderSchedule), typeof(Route), typeof(Matcher), typeof(Receiver), typeof(Channel), typeof(ReactionOptions),
            typeof(Home),
        ];

        // A version is no part of what it is the version of. What only a file sets, the file's own hash
        // stands for; the receivers stand for their topics.
        string[] others =
        [
            "WatchkeeperConfiguration.Version", "LifecycleOptions.Version", "WatchkeeperConfiguration.Readers",
            "WatchkeeperConfiguration.Services", "WatchkeeperConfiguration.Detections", "WatchkeeperConfiguration.Advisor",
            "SeverityRules.Rules", "WatchkeeperConfiguration.OwnTopics", "Receiver.Templates", "Route.MuteTimeIntervals",
            "Route.ActiveTimeIntervals", "Route.Grouping", "Route.RepeatInterval", "Route.Path", "ReminderSchedule.Every",
            "WatchkeeperConfiguration.Quiet", "WatchkeeperConfiguration.Silences", "WatchkeeperConfiguration.StormCap",
        ];
        parts.SelectMany(Members).Except(others)
            .ShouldBe(Changed.Keys, ignoreOrder: true);

        static IEnumerable<string> Members(Type type) =>
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(member => $"{type.Name}.{member.Name}");
    }

    [Fact]
    public void What_stands_in_one_member_is_not_taken_for_another()
    {
        string[] versions =
        [
            ConfigurationVersion.Of(Usual with { OwnRoles = ["a", "b"] }),
            ConfigurationVersion.Of(Usual with { OwnRoles = ["ab"] }),
            ConfigurationVersion.Of(Usual with { OwnRoles = ["b", "a"] }),
            ConfigurationVersion.Of(Usual with { Home = new Home("a", "b") }),
            ConfigurationVersion.Of(Usual with { Home = new Home("ab", "") }),
        ];

        versions.ShouldBeUnique();
    }

    [Fact]
    public void Neither_process_nor_machine_nor_order_of_receivers_nor_its_own_version_counts()
    {
        ImmutableArray<Receiver> receivers = [new("default", [Topic]), new("x", []), new("y", []), new("z", [])];
        var (one, other) = (By(receivers), By([.. receivers.Reverse()]));

        ConfigurationVersion.Of(other.WithVersion("some")).ShouldBe(ConfigurationVersion.Of(one));
        // A literal, so that another machine must compute the same.
        ConfigurationVersion.Of(WatchkeeperConfiguration.Default()).ShouldBe("615daad81e");

        static WatchkeeperConfiguration By(ImmutableArray<Receiver> receivers) => Usual with
        {
            Receivers = ImmutableDictionary.CreateRange(
                StringComparer.Ordinal, receivers.Select(each => KeyValuePair.Create(each.Name, each))),
        };
    }

    [Fact]
    public void Detections_count_where_a_function_evaluates_them()
    {
        Usual.WithVersion().Version.ShouldBe(ConfigurationVersion.Of(Usual));
        string[] versions = [Usual.WithVersion().Version!, Usual.WithVersion("a").Version!, Usual.WithVersion("b").Version!];

        versions.ShouldBeUnique();
        DetectionCatalogue.Version.Length.ShouldBe(64);
    }

    [Fact]
    public void A_decision_under_an_applied_version_records_the_digits_that_people_see_and_what_else_decides()
    {
        var applied = new AppliedConfiguration
        {
            Number = 1,
            Hash = AppliedConfiguration.HashOf("{}"u8),
            By = "kim",
            At = DateTimeOffset.UnixEpoch,
        };
        var read = Usual with { Route = new Route() };
        string[] versions =
        [
            read.WithVersionOf(applied, Usual).Version!,
            read.WithVersionOf(applied, Usual, "a").Version!,
            read.WithVersionOf(applied, Usual with { Home = new Home("1", "2") }).Version!,
        ];

        versions.ShouldBeUnique();
        versions.ShouldAllBe(version => version.Length == 12 && version.StartsWith("44136fa3", StringComparison.Ordinal));
        versions.ShouldAllBe(version => ConfigurationVersion.AppliedHash(version) == "44136fa3");
        ConfigurationVersion.AppliedHash(Usual.WithVersion().Version!).ShouldBeNull();
    }

    private static WatchkeeperConfiguration Limits(Func<LifecycleOptions, LifecycleOptions> change) =>
        Usual with { Lifecycle = change(Usual.Lifecycle) };

    private static WatchkeeperConfiguration Reminders(ReminderSchedule schedule) =>
        Limits(limits => limits with { Reminders = schedule });

    private static WatchkeeperConfiguration To(params ImmutableArray<Channel> channels) =>
        Usual with { Receivers = Usual.Receivers.SetItem("default", new Receiver("default", channels)) };
}
