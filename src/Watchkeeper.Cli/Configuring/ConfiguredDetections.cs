using System.Collections.Immutable;
using Watchkeeper.Cli.Applying;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Yaml;
using Watchkeeper.Detections;

namespace Watchkeeper.Cli.Configuring;

/// <summary>
/// The user's own detections that a configuration file names: read, tested and checked with it, and named by their list's hash
/// in its checked form, so that a version of the configuration stands for their content too.
/// </summary>
internal static class ConfiguredDetections
{
    /// <summary>Reads them. Null if the file names none, or if they have problems.</summary>
    public static async Task<OwnList?> ReadAsync(CheckedMap root, string folder, bool deliversAll, ProblemSink problems)
    {
        if (root.Map("detections") is not { } detections || detections["files"] is not CheckedList files)
            return null;
        ImmutableArray<CheckedText> entries = [.. detections.Texts("files")];
        // What has another form is an error already.
        if (entries.IsEmpty)
            return null;
        if (entries.Length > 1 && !await AreAllGoodAsync(entries, folder, problems))
            return null;
        var result = await OwnList.ReadAsync([.. entries.Select(entry => Path.Combine(folder, entry.Value))]);
        Tell(result, entries[0].Position, entries.Length == 1 ? entries[0].Path : files.Path, problems);
        var own = result.List;
        foreach (var missing in own?.LackingReads ?? [])
            Tell(missing, entries[0], deliversAll, problems);
        return own;
    }

    /// <summary>The checked form together with the list that it names.</summary>
    public static CheckedMap Name(OwnDetectionList list, CheckedMap root) => root with
    {
        Members =
        [
            .. root.Members.Select(member => member.Name == "detections" && member.Value is CheckedMap detections
                ? member with { Value = detections with { Members = detections.Members.Add(Member(list, detections)) } }
                : member),
        ],
    };

    // Each entry by itself, so that a problem has its entry's line.
    private static async Task<bool> AreAllGoodAsync(
        ImmutableArray<CheckedText> entries, string folder, ProblemSink problems)
    {
        var areGood = true;
        foreach (var entry in entries)
        {
            var result = await OwnList.ReadAsync([Path.Combine(folder, entry.Value)]);
            areGood &= result.List is not null;
            Tell(result, entry.Position, entry.Path, problems);
        }

        return areGood;
    }

    private static void Tell(OwnListResult result, FilePosition at, string key, ProblemSink problems)
    {
        foreach (var problem in result.Problems)
            problems.Error(at, key, problem);
        if (result.Reason is { } reason)
            problems.Error(at, key, reason);
    }

    private static void Tell(string missing, CheckedText entry, bool deliversAll, ProblemSink problems)
    {
        if (deliversAll)
        {
            problems.Warn(entry.Position, entry.Path, missing);
        }
        else
        {
            problems.Refuse(
                entry.Position, entry.Path,
                $"{missing}: add a rule with a pattern that «detections rules --rules» prints and the state "
                + "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS, and apply with --force");
        }
    }

    private static CheckedMember Member(OwnDetectionList list, CheckedMap detections)
    {
        var (at, path) = (detections.Position, $"{detections.Path}.list");
        CheckedMember Number(string name, long value) => new(name, at, new CheckedNumber($"{path}.{name}", at, value));
        return new CheckedMember("list", at, new CheckedMap(path, at,
        [
            new CheckedMember("hash", at, new CheckedText($"{path}.hash", at, list.Hash)),
            Number("chunks", list.Chunks),
            Number("files", list.Files),
            Number("replaced", list.Replaced ?? 0),
        ]));
    }
}
