using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Configuring;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Configuration;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Items;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Versions;

/// <summary>What <c>config apply</c> is asked to do.</summary>
/// <param name="Path">The file.</param>
/// <param name="Comment">What is said about it; may be empty.</param>
/// <param name="Who">Who applies it, unless the store knows the caller.</param>
/// <param name="IsForced">Whether own detections may look for calls that no rule of the template passes.</param>
/// <param name="AsJson">Whether the result is printed as JSON.</param>
internal sealed record ApplyConfigurationOptions(string Path, string Comment, string Who, bool IsForced, bool AsJson);

/// <summary><c>config apply</c>: puts a checked file in force in an installation.</summary>
internal sealed class ApplyConfigurationRun(IIncidentStore store, Screen screen, TimeProvider time)
{
    private const int MaxComment = 200;

    /// <summary>Checks the file and applies it.</summary>
    /// <exception cref="AskException">The file cannot be read, or the name of who applies it is missing.</exception>
    public async Task<Answer> RunAsync(ApplyConfigurationOptions options, CancellationToken cancellationToken)
    {
        var file = await ConfigurationInput.ReadAsync(options.Path, time.GetUtcNow(), options.IsForced);
        if (!ProblemText.NoteThatMatters(screen, ConfigurationInput.NameOf(options.Path), file))
            return Answer.No;
        var content = file.ToJson();
        var (known, isReadable) = await ReadLatestAsync(cancellationToken);
        if (isReadable && known?.Hash == AppliedConfiguration.HashOf(content.Span))
        {
            VersionLine.Show(screen, known, options.AsJson, "in force already: ");
            return Answer.Yes;
        }

        var who = InertText.Line(await store.WhoAmIAsync(cancellationToken) ?? options.Who, SubjectLimits.LabelValue);
        if (who.Length == 0)
            throw new AskException("the operator's name is empty.");
        if (file.Own is { } own)
            await own.WriteAsync(store.Detections, cancellationToken);
        var result = await store.Configurations.ApplyAsync(
            known, content, who, InertText.Line(options.Comment, MaxComment), time.GetUtcNow(), cancellationToken);
        return ApplyResultText.Show(screen, result, options.AsJson, "applied; functions notice within a minute: ");
    }

    // A version in force that cannot be read is what applying another one mends.
    private async Task<(AppliedConfiguration? Known, bool IsReadable)> ReadLatestAsync(CancellationToken cancellationToken)
    {
        var known = await store.Configurations.ReadLatestAsync(cancellationToken);
        try
        {
            return (known, (await store.Configurations.ReadAsync(cancellationToken))?.Number == known?.Number);
        }
        catch (UnreadableRowException unreadable)
        {
            screen.Note($"the version in force cannot be read, and is replaced: {unreadable.Message}");
            return (known, false);
        }
    }
}
