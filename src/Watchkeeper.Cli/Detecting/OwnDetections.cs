using System.Collections.Immutable;
using Watchkeeper.Cli.Files;
using Watchkeeper.Detections;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Detecting;

/// <summary>The built-in detections together with a user's own.</summary>
internal static class OwnDetections
{
    /// <summary>
    /// All detections; one in the files takes the place of a built-in one with its id. Null if a file has errors, which are
    /// reported.
    /// </summary>
    public static async Task<ImmutableArray<Detection>?> LoadAsync(IReadOnlyCollection<string> paths, TextWriter error)
    {
        if (await ReadAsync(paths, error) is not { } own)
            return null;
        var replaced = own.Select(one => one.Detection.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. DetectionCatalogue.All.Where(detection => !replaced.Contains(detection.Id)),
            .. own.Select(one => one.Detection),
        ];
    }

    /// <summary>A user's own detections alone; empty without paths, and null if a file has errors, which are reported.</summary>
    public static async Task<ImmutableArray<OwnDetection>?> ReadAsync(IReadOnlyCollection<string> paths, TextWriter error)
    {
        if (paths.Count == 0)
            return [];
        var own = new Dictionary<string, OwnDetection>(StringComparer.Ordinal);
        var isFaulty = false;
        foreach (var file in DetectionFiles.Read(paths))
        {
            foreach (var rejection in Take(file, own))
            {
                isFaulty = true;
                await error.WriteLineAsync(RejectionLine.Of(file.Name, rejection.Path, rejection.Reason));
            }
        }

        if (own.Count == 0 && !isFaulty)
        {
            isFaulty = true;
            var places = string.Join(", ", paths);
            await error.WriteLineAsync(InertText.Line($"no detections in {places}: expected files such as ID.json"));
        }

        return isFaulty ? null : [.. own.Values];
    }

    private static ImmutableArray<Rejection> Take(DetectionFile file, Dictionary<string, OwnDetection> own)
    {
        if (file.Error is not null)
            return [new Rejection("", file.Error)];
        if (StageSetting.Parse(file.Rule.Span) is { } setting)
        {
            var builtIn = DetectionFiles.BuiltIn(setting.Id) with { Name = file.Name };
            return Add(new OwnDetection(setting.Apply(), builtIn) { Written = file.Rule }, own);
        }

        var parsed = DetectionParser.Parse(file.Rule.Span);
        return parsed.Detection is { } detection ? Add(new OwnDetection(detection, file), own) : parsed.Errors;
    }

    private static ImmutableArray<Rejection> Add(OwnDetection one, Dictionary<string, OwnDetection> own) =>
        own.TryAdd(one.Detection.Id, one)
            ? []
            : [new Rejection("$.id", $"is the id of {own[one.Detection.Id].File.Name} too: ids are unique")];
}
