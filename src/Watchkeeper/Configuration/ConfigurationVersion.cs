using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Configuration;

/// <summary>
/// The version of a configuration: a hash of its content, the same in every process and on every machine. Addresses count in
/// it, and cannot be read from it.
/// </summary>
public static class ConfigurationVersion
{
    // As many as leave a slot with thirteen recent signals in one write unit.
    private const int Digits = 10;

    // What else decides, after the digits of an applied version's hash.
    private const int RestDigits = 4;

    /// <summary>
    /// The version of everything that decisions use, apart from detections: ten lower-case hexadecimal digits.
    /// </summary>
    public static string Of(WatchkeeperConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var parts = new List<string>();
        AddSeverity(parts, configuration.Severity);
        AddLifecycle(parts, configuration.Lifecycle);
        Add(parts, "route", configuration.Route);
        AddReceivers(parts, configuration.Receivers);
        AddReactions(parts, configuration.Reactions);
        Add(parts, "home", configuration.Home.Account, configuration.Home.Region);
        Add(parts, "own-roles", [Text(configuration.OwnRoles.Length), .. configuration.OwnRoles]);
        Add(parts, "locale", configuration.Locale.ToKebabCase());
        Add(parts, "time-zone", configuration.TimeZone);
        Add(parts, "history", Text(configuration.HistoryRetention));
        return Hash([.. parts]);
    }

    /// <summary>The version of a configuration together with detections.</summary>
    /// <param name="version">The version of the configuration.</param>
    /// <param name="detections">The version of the detections; empty for none.</param>
    public static string Join(string version, string detections)
    {
        ArgumentNullException.ThrowIfNull(detections);
        return detections.Length == 0 ? version : Hash("detections", version, detections);
    }

    /// <summary>
    /// The version of an applied configuration: the digits of its hash that people see, and four more for everything else that
    /// decides. Two digits more than without one tell them apart.
    /// </summary>
    /// <param name="hash">The hash of the applied version (<see cref="AppliedConfiguration.Hash"/>).</param>
    /// <param name="parameters">The version of the function's parameters (<see cref="Of"/>).</param>
    /// <param name="detections">The version of the detections; empty for none.</param>
    public static string Applied(string hash, string parameters, string detections)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return hash[..AppliedConfiguration.ShownDigits]
            + StableHash.Compute("applied", parameters, detections)[..RestDigits];
    }

    /// <summary>
    /// The beginning of the hash of the applied version in a recorded version; null if no version was applied.
    /// </summary>
    public static string? AppliedHash(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version.Length == AppliedConfiguration.ShownDigits + RestDigits
            ? version[..AppliedConfiguration.ShownDigits]
            : null;
    }

    private static void AddSeverity(List<string> parts, SeverityRules rules)
    {
        Add(parts, "name-patterns", Text(rules.NamePatterns.Length));
        foreach (var pattern in rules.NamePatterns)
            Add(parts, "name-pattern", pattern.Pattern, pattern.Severity.ToKebabCase());
    }

    private static void AddLifecycle(List<string> parts, LifecycleOptions options)
    {
        Add(parts, "reopen-window", Text(options.ReopenWindow));
        Add(parts, "quiet-time", Text(options.QuietTime));
        Add(parts, "health-time", Text(options.HealthTime));
        Add(parts, "unseen-time", Text(options.UnseenTime));
        Add(parts, "no-data-time", Text(options.NoDataTime));
        Add(parts, "settle-time", Text(options.SettleTime));
        Add(parts, "mute-time", Text(options.MuteTime));
        Add(parts, "slot-retention", Text(options.SlotRetention));
        var reminders = options.Reminders;
        Add(parts, "reminders", Text(reminders.First), Text(reminders.MaxInterval), Text(reminders.WhileActsWait));
    }

    private static void Add(List<string> parts, string name, Route route)
    {
        // A route without a receiver inherits one; that differs from a route with an empty name.
        Add(parts, name, route.Receiver is { } receiver ? $"={receiver}" : "", Text(route.Continue));
        Add(parts, "matchers", [Text(route.Matchers.Length), .. route.Matchers.Select(matcher => matcher.ToString())]);
        Add(parts, "routes", Text(route.Routes.Length));
        foreach (var child in route.Routes)
            Add(parts, name, child);
    }

    private static void AddReceivers(List<string> parts, ImmutableDictionary<string, Receiver> receivers)
    {
        foreach (var (key, receiver) in receivers.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            Add(parts, "receiver", key, receiver.Name, Text(receiver.Channels.Length));
            if (receiver.Fallback is { } fallback)
                Add(parts, "fallback", fallback);
            foreach (var channel in receiver.Channels)
            {
                Add(parts, "channel", channel.Kind.ToKebabCase(), channel.Address, Text(channel.SendResolved));
                foreach (var (name, value) in channel.Settings)
                    Add(parts, "setting", name, value);
            }
        }
    }

    private static void AddReactions(List<string> parts, ReactionOptions options)
    {
        Add(parts, "reactions", options.Mode.ToKebabCase(), Text(options.Stopped));
        Add(parts, "cooldown", Text(options.Cooldown));
        Add(parts, "per-hour", Text(options.PerHour));
        Add(parts, "scale-step", Text(options.ScaleStep));
        Add(parts, "healthy-percent", Text(options.HealthyPercent));
    }

    private static void Add(List<string> parts, string name, params ReadOnlySpan<string> values)
    {
        parts.Add(name);
        parts.AddRange(values);
    }

    private static string Text(TimeSpan time) => time.Ticks.ToString(CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "yes" : "no";

    private static string Hash(params ReadOnlySpan<string> parts) => StableHash.Compute(parts)[..Digits];
}
