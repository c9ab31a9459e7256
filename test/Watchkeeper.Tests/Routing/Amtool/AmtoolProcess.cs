namespace Watchkeeper.Tests.Routing.Amtool;

/// <summary>What <c>amtool config routes test</c> says about a configuration and labels.</summary>
/// <param name="Receivers">The receivers in order; null if amtool refuses the configuration or a label.</param>
/// <param name="Error">What amtool writes to standard error.</param>
internal sealed record AmtoolProcess(string[]? Receivers, string Error)
{
    /// <summary>
    /// Asks amtool. The names of the receivers must have no commas, because amtool separates by commas and escapes nothing.
    /// </summary>
    public static AmtoolProcess Ask(string yaml, IEnumerable<string> labels)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, yaml);
            return Run(["config", "routes", "test", $"--config.file={file}", "--", .. labels]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A label for amtool's command line.</summary>
    public static string Label(string name, string value) =>
        $"{name}=\"{value.Replace("\\", @"\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\"";

    private static AmtoolProcess Run(string[] arguments)
    {
        var (exitCode, output, error) = Testing.Amtool.Run(arguments);
        return new(exitCode == 0 ? output.TrimEnd('\n').Split(',') : null, error);
    }
}
