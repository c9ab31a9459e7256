using System.Collections.Immutable;
using System.Text;
using Watchkeeper.Cli.Applying;
using Watchkeeper.Cli.Configuring.Keys;
using Watchkeeper.Cli.Configuring.Rules;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Yaml;

namespace Watchkeeper.Cli.Configuring;

/// <summary>A configuration file that was read and checked.</summary>
/// <param name="Root">The checked form of what could be read; empty if nothing could.</param>
/// <param name="Problems">Everything that was found, in the order of the file.</param>
internal sealed record ConfigurationFile(CheckedMap Root, ImmutableArray<ConfigProblem> Problems)
{
    /// <summary>The most bytes of a file; its checked form must fit one item of the table.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Whether its route tree can be asked, though matchers may never match or services be unknown.</summary>
    public bool IsRoutable { get; private init; }

    /// <summary>Whether the file may be in force, apart from <see cref="ProblemLevel.Refusal"/>s.</summary>
    public bool IsValid => !Problems.Any(problem => problem.Level is ProblemLevel.Error);

    /// <summary>Whether the file may be applied.</summary>
    public bool IsAppliable => !Problems.Any(problem => problem.Level is ProblemLevel.Error or ProblemLevel.Refusal);

    /// <summary>The user's own detections that the file names; null if it names none, or if they were not read.</summary>
    public OwnList? Own { get; private init; }

    /// <summary>The checked form.</summary>
    public ReadOnlyMemory<byte> ToJson() =>
        JsonWriting.Write(Own?.List is { } list ? ConfiguredDetections.Name(list, Root) : Root);

    /// <summary>
    /// Reads and checks a file's bytes, without the files of detections that it names. No bytes make it throw.
    /// </summary>
    /// <param name="bytes">UTF-8 with or without a byte order mark.</param>
    /// <param name="today">The time, for what has ended already.</param>
    public static ConfigurationFile Read(ReadOnlySpan<byte> bytes, DateTimeOffset today)
    {
        var problems = new ProblemSink();
        return Checked(ReadRoot(bytes, problems), null, today, problems);
    }

    /// <summary>Reads and checks a file's bytes and the files of detections that it names. No bytes make it throw.</summary>
    /// <param name="bytes">UTF-8 with or without a byte order mark.</param>
    /// <param name="today">The time, for what has ended already.</param>
    /// <param name="folder">The file's folder.</param>
    /// <param name="deliversAll">Whether the calls are known to arrive that no rule of the template passes.</param>
    public static async Task<ConfigurationFile> ReadAsync(
        ReadOnlyMemory<byte> bytes, DateTimeOffset today, string folder, bool deliversAll)
    {
        var problems = new ProblemSink();
        var root = ReadRoot(bytes.Span, problems);
        var own = root is null ? null : await ConfiguredDetections.ReadAsync(root, folder, deliversAll, problems);
        return Checked(root, own, today, problems);
    }

    private static ConfigurationFile Checked(CheckedMap? read, OwnList? own, DateTimeOffset today, ProblemSink problems)
    {
        var root = read ?? new CheckedMap("", FilePosition.Start, []);
        var isRoutable = ConfigurationRules.Check(root, own?.Evaluated, today, problems);
        return new ConfigurationFile(root, problems.Sorted) { IsRoutable = isRoutable, Own = own };
    }

    private static CheckedMap? ReadRoot(ReadOnlySpan<byte> bytes, ProblemSink problems)
    {
        if (bytes.Length > MaxBytes)
        {
            problems.Error(FilePosition.Start, "", $"has {bytes.Length:N0} bytes: a configuration has at most {MaxBytes:N0}");
            return null;
        }

        if (Decode(bytes, problems) is not { } text)
            return null;
        var (value, faults) = YamlReader.Read(text);
        foreach (var fault in faults)
            problems.Error(fault.Position, "", fault.Reason);
        if (value is null or YamlText { IsNull: true })
        {
            if (faults.IsEmpty)
                problems.Note(FilePosition.Start, "", "says nothing: the template's parameters and the defaults are in force");
            return null;
        }

        return ConfigurationKeys.Root.Check(value, "", problems) as CheckedMap;
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, ProblemSink problems)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            var line = bytes[..Math.Min(broken.Index, bytes.Length)].Count((byte)'\n') + 1;
            problems.Error(new FilePosition(line, 1), "", "this line is not UTF-8: save the file as UTF-8");
            return null;
        }
    }
}
