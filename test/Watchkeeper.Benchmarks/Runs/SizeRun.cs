using System.Globalization;
using System.IO.Compression;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>The deployment package: the executable alone, in a zip.</summary>
internal static class SizeRun
{
    public static Task RunAsync(Setup setup)
    {
        Console.WriteLine("\nSize of the executable, and of the package with it alone");
        Print("Watchkeeper, all functions", setup.Subjects.Alarm.Executable);
        Print("bare handler", setup.Subjects.Bare.Executable);
        return Task.CompletedTask;
    }

    private static void Print(string name, FunctionExecutable executable)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntryFromFile(executable.File, "bootstrap", CompressionLevel.Optimal);
        var size = new FileInfo(executable.File).Length;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name,-30} {size / 1e6,6:f2} MB  {package.Length / 1e6,6:f2} MB"));
    }
}
