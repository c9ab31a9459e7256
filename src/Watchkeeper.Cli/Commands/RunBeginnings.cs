using Watchkeeper.Cli.Applying;
using Watchkeeper.Cli.Configuring;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Detections;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Commands;

/// <summary>What a run puts in force before its first event. What it is not given stays as the data folder has it.</summary>
internal sealed record RunBeginnings
{
    /// <summary>The user's own detections; null leaves those in force that are.</summary>
    public OwnList? Own { get; init; }

    /// <summary>A configuration file; null leaves the version in force that is.</summary>
    public ConfigurationFile? Configuration { get; init; }

    /// <summary>Applies both.</summary>
    /// <exception cref="RunException">Somebody else applied something meanwhile, or the configuration is too large.</exception>
    public async Task ApplyAsync(IBackend backend, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Own is not null)
        {
            if (Configuration is null)
                await RefuseAsync(backend.Configurations, cancellationToken);
            await ApplyAsync(Own, backend.Detections, now, cancellationToken);
        }

        if (Configuration?.Own is { } own)
            await own.WriteAsync(backend.Detections, cancellationToken);
        if (Configuration is { } file)
            await ApplyAsync(file.ToJson(), backend.Configurations, now, cancellationToken);
    }

    // What an earlier run applied would take the place of --rules without a word.
    private static async Task RefuseAsync(ConfigurationStore store, CancellationToken cancellationToken)
    {
        AppliedConfiguration? version;
        try
        {
            version = await store.ReadAsync(cancellationToken);
        }
        catch (UnreadableRowException)
        {
            return;
        }

        if (version is not null && ConfigurationReader.ReadOwnDetections(version.Content) is not null)
        {
            throw new RunException(
                $"Version {version.Number} of the configuration in this folder names detections.files, which take the place of "
                + "--rules. Leave --rules out, or give a --config without them.");
        }
    }

    private static async Task ApplyAsync(
        OwnList own, AppliedDetectionStore store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await store.ReadHeadAsync(cancellationToken);
        if ((known?.List?.Hash ?? "") == own.Hash)
            return;
        var result = await store.ApplyAsync(
            known, own.Bytes, own.Detections.Length, Environment.UserName, now, cancellationToken);
        if (result is ApplyResult.Overtaken(var other))
        {
            throw new RunException(
                $"{InertText.Line(other.By)} applied other detections in this folder meanwhile. Run it again.");
        }
    }

    private static async Task ApplyAsync(
        ReadOnlyMemory<byte> content, ConfigurationStore store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await ReadLatestAsync(store, cancellationToken);
        if (known?.Hash == AppliedConfiguration.HashOf(content.Span))
            return;
        switch (await store.ApplyAsync(known, content, Environment.UserName, "run", now, cancellationToken))
        {
            case ConfigurationApplyResult.Overtaken(var other):
                throw new RunException(
                    $"{InertText.Line(other.By)} applied another configuration in this folder meanwhile. Run it again.");
            case ConfigurationApplyResult.TooLarge(var bytes, var most):
                throw new RunException($"The configuration has {bytes} bytes in its checked form, and the table takes {most}.");
        }
    }

    private static async Task<AppliedConfiguration?> ReadLatestAsync(
        ConfigurationStore store, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadLatestAsync(cancellationToken);
        }
        catch (UnreadableRowException unreadable)
        {
            throw new RunException($"The configuration in this folder cannot be read: {unreadable.Message}", unreadable);
        }
    }
}
