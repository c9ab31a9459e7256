using Watchkeeper.Testing;

namespace Watchkeeper.Cli.Tests.Configuring;

/// <summary>What <c>amtool check-config</c> of Alertmanager 0.25 says about files.</summary>
internal static class AmtoolCheck
{
    /// <summary>Whether amtool takes each text, and what it says of it.</summary>
    public static (bool IsTaken, string Said)[] Check(IReadOnlyList<string> texts)
    {
        var folder = Directory.CreateTempSubdirectory("watchkeeper-amtool-");
        try
        {
            var names = texts.Select((text, at) => Write(folder, at, text)).ToArray();
            var said = Amtool.Run(["check-config", .. names]).Output;
            return [.. names.Select(name => Answer(said, name))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Write(DirectoryInfo folder, int at, string text)
    {
        var path = Path.Combine(folder.FullName, $"{at:D4}.yml");
        File.WriteAllText(path, text);
        return path;
    }

    private static (bool IsTaken, string Said) Answer(string said, string name)
    {
        var start = said.IndexOf($"Checking '{name}'", StringComparison.Ordinal);
        if (start < 0)
            throw new InvalidOperationException($"amtool says nothing of {name}: {said}");
        var end = said.IndexOf("Checking '", start + 1, StringComparison.Ordinal);
        var answer = said[start..(end < 0 ? said.Length : end)];
        return (answer.Contains("  SUCCESS", StringComparison.Ordinal), answer);
    }
}
