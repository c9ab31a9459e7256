using System.Globalization;
using Watchkeeper.Configuration;

namespace Watchkeeper.Cli.Asking;

/// <summary>The version of the configuration file that a decision was made under.</summary>
internal sealed record WhyVersion
{
    /// <summary>The first digits of its hash.</summary>
    public required string Hash { get; init; }

    /// <summary>found, not-found, ambiguous or unreadable.</summary>
    public required string Lookup { get; init; }

    /// <summary>Its number; null if it was not found.</summary>
    public long? Number { get; init; }

    /// <summary>Who applied it; null if it was not found.</summary>
    public string? By { get; init; }

    /// <summary>When it was applied; null if it was not found.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What whoever applied it said about it; null if nothing, or if it was not found.</summary>
    public string? Comment { get; init; }

    /// <summary>What the search for a hash found.</summary>
    public static WhyVersion From(string hash, ConfigurationLookup lookup) => lookup switch
    {
        ConfigurationLookup.Found { Version: var version } => new WhyVersion
        {
            Hash = version.ShownHash,
            Lookup = "found",
            Number = version.Number,
            By = version.By,
            At = version.At,
            Comment = version.Comment.Length > 0 ? version.Comment : null,
        },
        ConfigurationLookup.Ambiguous => new WhyVersion { Hash = hash, Lookup = "ambiguous" },
        _ => new WhyVersion { Hash = hash, Lookup = "not-found" },
    };

    /// <summary>The answer for a hash whose entry cannot be read.</summary>
    public static WhyVersion Unreadable(string hash) => new() { Hash = hash, Lookup = "unreadable" };

    /// <summary>In words: <c>version 7 (1a2b3c4d), applied 2026-11-17 08:15:00Z by kim: «new team»</c>.</summary>
    public string Words() => Lookup switch
    {
        "found" => string.Create(
            CultureInfo.InvariantCulture,
            $"version {Number} ({Hash}), applied {Moment.Full(At!.Value)} by {By}{(Comment is null ? "" : $": «{Comment}»")}"),
        "ambiguous" => $"a version whose hash begins with {Hash}: the history has several",
        "unreadable" => $"a version whose hash begins with {Hash}: its entry in the history cannot be read",
        _ => $"a version whose hash begins with {Hash}: this table's history has none",
    };
}
