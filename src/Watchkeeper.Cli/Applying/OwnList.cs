using System.Collections.Immutable;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Detections;

namespace Watchkeeper.Cli.Applying;

/// <summary>A user's own detections whose tests pass, as the list that is applied.</summary>
internal sealed class OwnList
{
    private OwnList(ImmutableArray<OwnDetection> detections)
    {
        Detections = detections;
        Bytes = detections.IsEmpty ? default : DetectionSet.Write(detections.Select(one => one.Written));
    }

    /// <summary>The detections; empty takes the own detections back.</summary>
    public ImmutableArray<OwnDetection> Detections { get; }

    /// <summary>The list; empty without detections.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The list's hash; empty without detections.</summary>
    public string Hash => Bytes.IsEmpty ? "" : DetectionSet.HashOf(Bytes.Span);

    /// <summary>
    /// Reads files and folders, and runs their tests. Without a list, the notes on the screen say why, and the answer is
    /// <see cref="Answer.Unclear"/> if a file cannot be read, and else <see cref="Answer.No"/>.
    /// </summary>
    public static async Task<(OwnList? List, Answer Problem)> ReadAsync(IReadOnlyCollection<string> paths, Screen screen)
    {
        using var errors = new StringWriter();
        var own = await OwnDetections.ReadAsync(paths, errors);
        Say(screen, errors);
        if (own is null)
            return (null, Answer.Unclear);
        using var results = new StringWriter();
        var tests = new DetectionTestRun(results, asJson: false);
        foreach (var one in own.Value)
            await tests.TestAsync(one.File);
        if (!await tests.EndAsync())
        {
            Say(screen, results, "FAIL");
            screen.Note("not applied: a test failed or is missing");
            return (null, Answer.No);
        }

        var list = new OwnList(own.Value);
        return list.IsSmall(screen) ? (list, Answer.Yes) : (null, Answer.No);
    }

    /// <summary>
    /// Notes each read-only call that a detection looks for and no rule of the template passes; returns whether there is any.
    /// </summary>
    public bool LacksReads(Screen screen)
    {
        var missing = MissingReads.Of(Detections);
        foreach (var (id, call) in missing)
            screen.Note($"{id} looks for {call}, which no rule of the template passes to TrailFunction");
        return !missing.IsEmpty;
    }

    private bool IsSmall(Screen screen)
    {
        var isSmall = Detections.Length <= DetectionSet.MaxFiles && Bytes.Length <= DetectionSet.MaxBytes;
        if (!isSmall)
        {
            screen.Note(string.Create(
                null,
                $"not applied: {Detections.Length} files with {Bytes.Length} bytes; a function reads at most "
                + $"{DetectionSet.MaxFiles} files with {DetectionSet.MaxBytes} bytes when it starts"));
        }

        return isSmall;
    }

    private static void Say(Screen screen, StringWriter lines, string prefix = "")
    {
        foreach (var line in lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith(prefix, StringComparison.Ordinal))
                screen.Note(line);
        }
    }
}
