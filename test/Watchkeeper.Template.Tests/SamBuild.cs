using System.Globalization;
using System.Runtime.InteropServices;
using Watchkeeper.Testing;

namespace Watchkeeper.Template.Tests;

/// <summary>
/// <c>sam build</c> without SAM CLI: runs make in a copy of the sources, as SAM CLI does. A substitute for the SDK publishes a
/// few bytes at once instead of an executable after minutes; a test scripts its restore.
/// </summary>
internal sealed class SamBuild : IDisposable
{
    /// <summary>A restore by the real SDK.</summary>
    public const string RealRestore = "exec dotnet \"$@\"";

    private readonly string folder = Directory.CreateTempSubdirectory("watchkeeper-sam-").FullName;

    public SamBuild()
    {
        foreach (var file in Directory.GetFiles(Repository.Root, "Directory.*").Append(Repository.PathOf(".editorconfig")))
            File.Copy(file, Path.Combine(Directory.CreateDirectory(Scratch).FullName, Path.GetFileName(file)));
        CopySources(new DirectoryInfo(Repository.PathOf("src")), Path.Combine(Scratch, "src"));
    }

    /// <summary>The architecture of this machine, by the template's name for it.</summary>
    public static string Machine => RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x86_64";

    public static string OtherMachine => Machine == "arm64" ? "x86_64" : "arm64";

    /// <summary>The copy of the repository that the build runs in.</summary>
    public string Scratch => Path.Combine(folder, "scratch");

    /// <summary>SAM CLI's output folder.</summary>
    public string Output => Path.Combine(folder, ".aws-sam");

    /// <summary>The arguments of each publish.</summary>
    public string[] Publishes => Calls("publish");

    /// <summary>The arguments of each restore.</summary>
    public string[] Restores => Calls("restore");

    /// <summary>The text that a publish writes after the header of an executable.</summary>
    public string Needs { get; set; } = "GLIBC_2.34";

    /// <summary>The script of a restore; by default it succeeds.</summary>
    public string Restore { get; set; } = "exit 0";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public string Bootstrap(string function) => Path.Combine(Output, "build", function, "bootstrap");

    /// <summary>Begins another build, some time after the last: SAM CLI empties the artifacts first.</summary>
    public void Begin()
    {
        Directory.Delete(Path.Combine(Output, "build"), recursive: true);
        foreach (var file in Directory.GetFiles(Output, "feed", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
    }

    /// <summary>Creates a file with the header of an executable for an architecture.</summary>
    public string Executable(string architecture, string needs = "GLIBC_2.34")
    {
        var file = Path.Combine(folder, $"executable-{architecture}-{needs.Replace(' ', '-')}");
        File.WriteAllBytes(
            file,
            [
                0x7f, .. "ELF"u8, .. new byte[14], (byte)(architecture == "arm64" ? 183 : 62), 0,
                .. System.Text.Encoding.ASCII.GetBytes(needs),
            ]);
        return file;
    }

    /// <summary>Builds one function, with a user's environment variables.</summary>
    public async Task<ToolResult> RunAsync(string function, params string[] variables)
    {
        var sdk = Path.Combine(folder, "dotnet");
        var call = Path.Combine(folder, "call");
        await File.WriteAllTextAsync(
            sdk,
            $$"""
            case $1 in
              --version) echo 10.0.0; exit ;;
              restore) echo "$@" >> '{{call}}-restore'; {{Restore}} ;;
            esac
            echo "$@" >> '{{call}}-publish'
            for last; do :; done
            while [ "$1" != -o ]; do shift; done
            mkdir -p "$2"
            cat '{{Executable(Machine, Needs)}}' > "$2/bootstrap"
            echo symbols > "$2/bootstrap.dbg"
            touch -cd '5 minutes ago' "$2/../feed"
            [ "$last" != fail ]
            """);
        string[] usual =
        [
            "--silent", "--makefile", Path.Combine(Scratch, "src", "Watchkeeper.Functions", "Makefile"), $"build-{function}",
            $"DOTNET=sh {sdk}",
            $"ARTIFACTS_DIR={Path.Combine(Output, "build", function)}",
            string.Create(CultureInfo.InvariantCulture, $"ARCHITECTURE={Machine}"),
        ];
        return await Tool.Make.RunAsync(Scratch, [.. usual, .. variables]);
    }

    private string[] Calls(string command)
    {
        var file = Path.Combine(folder, $"call-{command}");
        return File.Exists(file) ? File.ReadAllLines(file) : [];
    }

    private static void CopySources(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
            file.CopyTo(Path.Combine(to, file.Name));
        foreach (var inner in from.EnumerateDirectories().Where(one => one.Name is not "bin" and not "obj"))
            CopySources(inner, Path.Combine(to, inner.Name));
    }
}
