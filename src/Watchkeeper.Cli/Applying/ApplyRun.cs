using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Applying;

/// <summary><c>detections apply</c>: puts a user's own detections in force in an installation, or takes them back.</summary>
internal sealed class ApplyRun(IIncidentStore store, Screen screen, TimeProvider time)
{
    /// <summary>Checks, tests and applies.</summary>
    /// <exception cref="AskException">The name of who applies them is missing.</exception>
    public async Task<Answer> RunAsync(ApplyOptions options, CancellationToken cancellationToken)
    {
        var (own, problem) = await OwnList.ReadAsync(options.Paths, screen);
        if (own is null)
            return problem;
        if (!options.IsForced && own.LacksReads(screen))
        {
            screen.Note(
                "not applied: add a rule for TrailFunction with a pattern that «detections rules --rules» prints and the state "
                + "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS, and apply with --force");
            return Answer.No;
        }

        if (await NamedDetections.ReadAsync(store, cancellationToken) is { } named)
        {
            screen.Note(
                $"not applied: version {named.Version.Number} of the configuration names detections.files, which take their place; "
                + "change them there, and «config apply» it");
            return Answer.No;
        }

        var known = await store.Detections.ReadHeadAsync(cancellationToken);
        if ((known?.List?.Hash ?? "") == own.Hash)
        {
            AppliedText.Show(screen, known, options.AsJson, "in force already: ");
            return Answer.Yes;
        }

        var who = InertText.Line(await store.WhoAmIAsync(cancellationToken) ?? options.Who, SubjectLimits.LabelValue);
        if (who.Length == 0)
            throw new AskException("the operator's name is empty.");
        var result = await store.Detections.ApplyAsync(
            known, own.Bytes, own.Detections.Length, who, time.GetUtcNow(), cancellationToken);
        if (result is ApplyResult.Overtaken(var other))
        {
            screen.Note($"not applied: {other.By} applied version {other.Number} meanwhile, at {Moment.Full(other.At)}");
            return Answer.No;
        }

        var head = ((ApplyResult.Applied)result).Head;
        AppliedText.Show(screen, head, options.AsJson, "applied; functions notice within a minute: ");
        return Answer.Yes;
    }
}
