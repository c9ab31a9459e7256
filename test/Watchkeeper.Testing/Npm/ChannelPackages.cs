using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Watchkeeper.Testing.Npm;

/// <summary>
/// The npm packages of the folder <c>channels</c>, 7 MB, which npm fetches once for all processes into a folder that git ignores.
/// The lock file pins them.
/// </summary>
public static class ChannelPackages
{
    private static readonly string[] Files = ["package.json", "package-lock.json", ".npmrc"];
    private static readonly Lazy<string> Fetched = new(Fetch);

    private static readonly Lazy<string[]> Naughty = new(() => JsonSerializer.Deserialize<string[]>(
        File.ReadAllText(Path.Combine(Folder, "big-list-of-naughty-strings", "blns.json")))!);

    /// <summary>The folder <c>node_modules</c>.</summary>
    public static string Folder => Fetched.Value;

    /// <summary>The big list of naughty strings, 461 of them.</summary>
    public static IReadOnlyList<string> NaughtyStrings => Naughty.Value;

    /// <summary>Runs a program in a folder and returns what it prints.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(string program, string folder, IEnumerable<string> arguments, string input = "")
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {error.Result}{output.Result}");
    }

    // Another lock file is another folder. Each process unpacks its own copy, and the first one to move it there wins.
    private static string Fetch()
    {
        var source = Repository.PathOf("test", "Watchkeeper.Testing", "Npm", "channels");
        var version = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(source, Files[1]))))[..12];
        var folder = Path.Combine(Repository.Root, ".watchkeeper", "tools", $"npm-channels-{version}");
        if (!Directory.Exists(folder))
            Fetch(source, folder);
        return Path.Combine(folder, "node_modules");
    }

    private static void Fetch(string source, string folder)
    {
        var work = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(work);
        try
        {
            foreach (var file in Files)
                File.Copy(Path.Combine(source, file), Path.Combine(work, file));
            Run("npm", work, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
            Directory.Move(work, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(work, recursive: true);
        }
    }
}
