using Watchkeeper.Configuration;

namespace Watchkeeper.Functions.Configuring;

/// <summary>
/// The configuration that a process decides by. One object for each version, so that what is made for it is kept.
/// </summary>
/// <param name="configuration">The configuration, without a version.</param>
/// <param name="applied">The applied version that it was read from; null if the template's parameters are the version.</param>
/// <param name="parameters">The configuration of the template's parameters.</param>
internal sealed class DecidingConfiguration(
    WatchkeeperConfiguration configuration, AppliedConfiguration? applied, WatchkeeperConfiguration parameters)
{
    /// <summary>The configuration, without a version.</summary>
    public WatchkeeperConfiguration Configuration => configuration;

    /// <summary>The applied version; null if the template's parameters are the version.</summary>
    public AppliedConfiguration? Applied => applied;

    /// <summary>The configuration with the version that decisions record.</summary>
    /// <param name="detections">The version of the detections in force; empty for a function that evaluates none.</param>
    public WatchkeeperConfiguration WithVersion(string detections = "") => applied is null
        ? configuration.WithVersion(detections)
        : configuration.WithVersionOf(applied, parameters, detections);
}
