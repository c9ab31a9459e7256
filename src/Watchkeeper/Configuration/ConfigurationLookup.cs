using System.Collections.Immutable;

namespace Watchkeeper.Configuration;

/// <summary>What a search for a version by its number or the beginning of its hash found. Contents are not read.</summary>
public abstract record ConfigurationLookup
{
    private ConfigurationLookup()
    {
    }

    /// <summary>One content fits.</summary>
    /// <param name="Version">The version, or that of several with the content that was asked for.</param>
    public sealed record Found(AppliedConfiguration Version) : ConfigurationLookup;

    /// <summary>Several contents fit.</summary>
    /// <param name="Versions">One version for each content, the newest first.</param>
    public sealed record Ambiguous(ImmutableArray<AppliedConfiguration> Versions) : ConfigurationLookup;

    /// <summary>No version fits.</summary>
    public sealed record NotFound : ConfigurationLookup;
}
