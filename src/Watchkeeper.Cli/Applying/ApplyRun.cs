using System.Collections.Immutable;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Detecting;
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
        var (own, problem) = await ReadAsync(options);
        if (own is null)
            return problem;
        var list = own.Value.IsEmpty ? default : DetectionSet.Write(own.Value.Select(one => one.Written));
        if (!IsSmall(own.Value.Length, list.Length) || (!options.IsForced && !ArriveAll(own.Value)))
            return Answer.No;
        var known = await store.Detections.ReadHeadAsync(cancellationToken);
        if ((known?.Hash ?? "") == (list.IsEmpty ? "" : DetectionSet.HashOf(list.Span)))
        {
            AppliedText.Show(screen, known, options.AsJson, "in force already: ");
            return Answer.Yes;
        }

        var who = InertText.Line(await store.WhoAmIAsync(cancellationToken) ?? options.Who, SubjectLimits.LabelValue);
        if (who.Length == 0)
            throw new AskException("the operator's name is empty.");
        var result = await store.Detections.ApplyAsync(
            known, list, own.Value.Length, who, time.GetUtcNow(), cancellationToken);
        if (result is ApplyResult.Overtaken(var other))
        {
            screen.Note($"not applied: {other.By} applied version {other.Number} meanwhile, at {Moment.Full(other.At)}");
            return Answer.No;
        }

        var head = ((ApplyResult.Applied)result).Head;
        AppliedText.Show(screen, head, options.AsJson, "applied; functions notice within a minute: ");
        return Answer.Yes;
    }

    private async Task<(ImmutableArray<OwnDetection>? Own, Answer Problem)> ReadAsync(ApplyOptions options)
    {
        using var errors = new StringWriter();
        var own = await OwnDetections.ReadAsync(options.Paths, errors);
        Say(errors);
        if (own is null)
            return (null, Answer.Unclear);
        using var results = new StringWriter();
        var tests = new DetectionTestRun(results, asJson: false);
        foreach (var one in own.Value)
            await tests.TestAsync(one.File);
        if (await tests.EndAsync())
            return (own, Answer.Yes);
        Say(results, "FAIL");
        screen.Note("not applied: a test failed or is missing");
        return (null, Answer.No);
    }

    private bool IsSmall(int files, int bytes)
    {
        var isSmall = files <= DetectionSet.MaxFiles && bytes <= DetectionSet.MaxBytes;
        if (!isSmall)
        {
            screen.Note(string.Create(
                null,
                $"not applied: {files} files with {bytes} bytes; a function reads at most {DetectionSet.MaxFiles} files with "
                + $"{DetectionSet.MaxBytes} bytes when it starts"));
        }

        return isSmall;
    }

    private bool ArriveAll(ImmutableArray<OwnDetection> own)
    {
        var missing = MissingReads.Of(own);
        foreach (var (id, call) in missing)
            screen.Note($"{id} looks for {call}, which no rule of the template passes to TrailFunction");
        if (missing.IsEmpty)
            return true;
        screen.Note(
            "not applied: add a rule for TrailFunction with a pattern that «detections rules --rules» prints and the state "
            + "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS, and apply with --force");
        return false;
    }

    private void Say(StringWriter lines, string prefix = "")
    {
        foreach (var line in lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith(prefix, StringComparison.Ordinal))
                screen.Note(line);
        }
    }
}
