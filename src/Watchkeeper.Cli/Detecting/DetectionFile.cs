using Watchkeeper.Detections.Cases;

namespace Watchkeeper.Cli.Detecting;

/// <summary>A detection's file and the file with its tests beside it.</summary>
/// <param name="Name">The path of the detection's file.</param>
/// <param name="Rule">Its bytes.</param>
/// <param name="Tests">The bytes of the tests; null if there is no such file.</param>
/// <param name="Error">Why a file is unreadable; null if both are read.</param>
internal sealed record DetectionFile(string Name, ReadOnlyMemory<byte> Rule, ReadOnlyMemory<byte>? Tests, string? Error = null)
{
    /// <summary>The path of the file with its tests, whether it is there or not.</summary>
    public string TestsName => TestsBeside(Name);

    /// <summary>The path of the file with the tests of a detection's file.</summary>
    public static string TestsBeside(string rule) => Path.ChangeExtension(rule, null) + DetectionCases.FileSuffix;
}
