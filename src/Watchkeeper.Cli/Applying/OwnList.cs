using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Detections;
using Watchkeeper.Storage;

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

    /// <summary>The detections, as they are evaluated.</summary>
    public IEnumerable<Detection> Evaluated => Detections.Select(one => one.Detection);

    /// <summary>The list; empty without detections.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The list's hash; empty without detections.</summary>
    public string Hash => Bytes.IsEmpty ? "" : DetectionSet.HashOf(Bytes.Span);

    /// <summary>By what the list will be found in the table; null without detections.</summary>
    public OwnDetectionList? List => Bytes.IsEmpty ? null : AppliedDetectionStore.ListOf(Bytes, Detections.Length);

    /// <summary>Writes the list's rows, which are not in force before something names them.</summary>
    public Task WriteAsync(AppliedDetectionStore store, CancellationToken cancellationToken) =>
        Bytes.IsEmpty ? Task.CompletedTask : store.WriteListAsync(Bytes, Detections.Length, cancellationToken);

    /// <summary>Each read-only call that a detection looks for and no rule of the template passes, in a sentence.</summary>
    public ImmutableArray<string> LackingReads =>
    [
        .. MissingReads.Of(Detections).Select(
            each => $"{each.Id} looks for {each.Call}, which no rule of the template passes to TrailFunction"),
    ];

    /// <summary>
    /// Reads files and folders, and runs their tests. Without a list, the notes on the screen say why, and the answer is
    /// <see cref="Answer.Unclear"/> if a file cannot be read, and else <see cref="Answer.No"/>.
    /// </summary>
    public static async Task<(OwnList? List, Answer Problem)> ReadAsync(IReadOnlyCollection<string> paths, Screen screen)
    {
        var result = await ReadAsync(paths);
        foreach (var problem in result.Problems)
            screen.Note(problem);
        if (result.Reason is { } reason)
            screen.Note($"not applied: {reason}");
        return (result.List, result.List is not null ? Answer.Yes : result.IsReadable ? Answer.No : Answer.Unclear);
    }

    /// <summary>Reads files and folders, and runs their tests.</summary>
    public static async Task<OwnListResult> ReadAsync(IReadOnlyCollection<string> paths)
    {
        using var errors = new StringWriter();
        if (await OwnDetections.ReadAsync(paths, errors) is not { } own)
            return new OwnListResult(null, Lines(errors)) { IsReadable = false };
        using var results = new StringWriter();
        var tests = new DetectionTestRun(results, asJson: false);
        foreach (var one in own)
            await tests.TestAsync(one.File);
        if (!await tests.EndAsync())
            return new OwnListResult(null, Lines(results, "FAIL")) { Reason = "a test failed or is missing" };
        var list = new OwnList(own);
        return list.IsSmall ? new OwnListResult(list, []) : new OwnListResult(null, []) { Reason = list.Size };
    }

    /// <summary>Notes each of <see cref="LackingReads"/>; returns whether there is any.</summary>
    public bool LacksReads(Screen screen)
    {
        var missing = LackingReads;
        foreach (var sentence in missing)
            screen.Note(sentence);
        return !missing.IsEmpty;
    }

    private bool IsSmall => Detections.Length <= DetectionSet.MaxFiles && Bytes.Length <= DetectionSet.MaxBytes;

    private string Size => string.Create(
        CultureInfo.InvariantCulture,
        $"{Detections.Length} files with {Bytes.Length} bytes; a function reads at most {DetectionSet.MaxFiles} files with "
        + $"{DetectionSet.MaxBytes} bytes when it starts");

    private static ImmutableArray<string> Lines(StringWriter text, string prefix = "") =>
    [
        .. text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith(prefix, StringComparison.Ordinal)),
    ];
}

/// <summary>A user's own detections, or why there are none.</summary>
/// <param name="List">The list; null if something is wrong.</param>
/// <param name="Problems">What is wrong with the files, a line each.</param>
internal sealed record OwnListResult(OwnList? List, ImmutableArray<string> Problems)
{
    /// <summary>Why there is no list though each file could be read; null if there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether every file could be read.</summary>
    public bool IsReadable { get; init; } = true;
}
