using System.Text;
using Watchkeeper.Cli.Configuring;
using Watchkeeper.Cli.Configuring.Values;

namespace Watchkeeper.Cli.Tests.Configuring;

/// <summary>Checks configuration files on one day.</summary>
internal static class Checked
{
    /// <summary>The day of the tests.</summary>
    public static DateTimeOffset Today { get; } = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    public static ConfigurationFile File(string yaml) => File(Encoding.UTF8.GetBytes(yaml));

    public static ConfigurationFile File(ReadOnlySpan<byte> bytes) => ConfigurationFile.Read(bytes, Today);

    /// <summary>The problems as <c>LINE:COLUMN LEVEL KEY: reason</c>, without the notes.</summary>
    public static string[] Problems(string yaml) =>
    [
        .. File(yaml).Problems.Where(problem => problem.Level is not ProblemLevel.Note).Select(problem =>
            $"{problem.Position.Line}:{problem.Position.Column} {problem.Level} {problem.Key}: {problem.Reason}"),
    ];

    /// <summary>The checked form as text.</summary>
    public static string Json(string yaml) => Encoding.UTF8.GetString(File(yaml).ToJson().Span);
}
