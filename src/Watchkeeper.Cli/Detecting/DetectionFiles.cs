using Watchkeeper.Cli.Files;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Cases;

namespace Watchkeeper.Cli.Detecting;

/// <summary>Finds detections and their tests.</summary>
internal static class DetectionFiles
{
    private const string RuleSuffix = ".json";

    /// <summary>The built-in detections. The functions carry no tests, so the tests are part of this assembly.</summary>
    public static IEnumerable<DetectionFile> BuiltIn() => DetectionCatalogue.Ids.Select(BuiltIn);

    /// <summary>The built-in detection of this id.</summary>
    public static DetectionFile BuiltIn(string id) => new($"{id}{RuleSuffix}", DetectionCatalogue.FileOf(id), TestsOf(id));

    /// <summary>The detections in these files and folders. Of a file with tests, its detection is taken.</summary>
    public static IEnumerable<DetectionFile> Read(IEnumerable<string> paths)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in new InputFiles(new FileSearch(InputFiles.DocumentSuffixes)).Read(paths.Select(RuleOf)))
        {
            if (IsTests(file.Name))
                continue;
            // What cannot be read may be no path at all.
            if (file.Error is not null)
                yield return new DetectionFile(file.Name, default, null, file.Error);
            else if (seen.Add(Path.GetFullPath(file.Name)))
                yield return WithTests(file);
        }
    }

    private static string RuleOf(string path) =>
        IsTests(path) ? $"{path[..^DetectionCases.FileSuffix.Length]}{RuleSuffix}" : path;

    private static bool IsTests(string path) => path.EndsWith(DetectionCases.FileSuffix, StringComparison.OrdinalIgnoreCase);

    private static DetectionFile WithTests(InputFile rule)
    {
        var beside = DetectionFile.TestsBeside(rule.Name);
        if (!File.Exists(beside))
            return new DetectionFile(rule.Name, rule.Bytes, null);
        var tests = InputFiles.ReadOne(beside);
        return new DetectionFile(rule.Name, rule.Bytes, tests.Bytes, tests.Error is null ? null : $"{beside}: {tests.Error}");
    }

    private static ReadOnlyMemory<byte>? TestsOf(string id)
    {
        using var stream = typeof(DetectionFiles).Assembly
            .GetManifestResourceStream($"Watchkeeper.Cli.Detections.{id}.tests.json");
        if (stream is null)
            return null;
        var tests = new byte[stream.Length];
        stream.ReadExactly(tests);
        return tests;
    }
}
