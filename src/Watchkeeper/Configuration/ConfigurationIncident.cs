using System.Globalization;
using Watchkeeper.Signals;

namespace Watchkeeper.Configuration;

/// <summary>Watchkeeper's own incident about a version in force that cannot be used: one for each version.</summary>
public static class ConfigurationIncident
{
    private const string Prefix = "watchkeeper/configuration/";

    /// <summary>Whether an incident is one about the configuration.</summary>
    public static bool Is(Fingerprint fingerprint) => fingerprint.Text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The identity of the incident.</summary>
    public static Fingerprint FingerprintOf(UnusableConfiguration problem, Home home)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(home);
        return new Fingerprint($"{Prefix}{home.Account}/{home.Region}/{NumberOf(problem.Version) ?? "unknown"}");
    }

    /// <summary>The firing signal: the version in force cannot be used.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="used">What is used in its place, such as <c>version 6</c>.</param>
    /// <param name="home">Where Watchkeeper runs.</param>
    /// <param name="now">When it was found.</param>
    public static Signal Found(UnusableConfiguration problem, string used, Home home, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(home);
        var version = problem.Version;
        return CreateSignal(SubjectLimits.Bound(SubjectOf(problem, home)), SignalCondition.Firing, now) with
        {
            Reason = version is null
                ? $"{problem.Rejection}; {used} stays in force"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"applied by {version.By} at {version.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC; ")
                    + $"{problem.Rejection}; {used} stays in force",
        };
    }

    /// <summary>The resolved signal: the version in force can be used again, or another one is.</summary>
    public static Signal Ended(Subject subject, DateTimeOffset now) => CreateSignal(subject, SignalCondition.Resolved, now);

    private static string? NumberOf(AppliedConfiguration? version) => version?.Number.ToString(CultureInfo.InvariantCulture);

    private static Subject SubjectOf(UnusableConfiguration problem, Home home) => new()
    {
        Fingerprint = FingerprintOf(problem, home),
        Source = SignalSource.Watchkeeper,
        Kind = SignalKind.UnusableConfiguration,
        Name = "unusable-configuration",
        Title = problem.Version is { } version
            ? string.Create(
                CultureInfo.InvariantCulture, $"Configuration version {version.Number} ({version.ShownHash}) cannot be used")
            : "The applied configuration cannot be used",
        Account = home.Account,
        Region = home.Region,
        Labels = problem.Version is null
            ? LabelSet.Empty
            : LabelSet.From(
                [
                    KeyValuePair.Create(SubjectLabels.ConfigurationVersion, NumberOf(problem.Version)!),
                    KeyValuePair.Create(SubjectLabels.ConfigurationHash, problem.Version.ShownHash),
                    KeyValuePair.Create(SubjectLabels.AppliedBy, problem.Version.By),
                ]),
    };

    private static Signal CreateSignal(Subject subject, SignalCondition condition, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var id = StableHash.Compute(
            subject.Fingerprint.Text, condition.ToString(), now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        return new Signal
        {
            Id = id,
            EventId = id,
            OccurredAt = now,
            Condition = condition,
            Nature = SignalNature.State,
            Subject = subject,
            Reason = "",
        };
    }
}
