using System.Formats.Tar;
using System.IO.Compression;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Amazon's DynamoDB Local 1.25.1 on this disk: fetched, checked and unpacked once, for all processes.</summary>
internal static class DynamoDbLocalFiles
{
    private const string Inside = "package/emulator/";

    // npm is the registry that serves Amazon's own jar; only that folder of the package is unpacked.
    private static readonly NpmTarball s_package = new(
        "amplify-dynamodb-simulator", "2.9.30", "xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ==");

    /// <summary>The folder that holds <c>DynamoDBLocal.jar</c>.</summary>
    /// <exception cref="EmulatorException">It cannot be fetched, is not what was expected, or the disk refuses it.</exception>
    public static async Task<string> ObtainAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        var shelf = Path.Combine(Path.GetFullPath(options.Root), ".watchkeeper", "emulators");
        var folder = Path.Combine(shelf, $"dynamodb-local-{s_package.Version}");
        if (Directory.Exists(folder))
            return folder;
        try
        {
            Directory.CreateDirectory(shelf);
            await using var held = await FolderLock.TakeAsync(folder + ".lock", options.Time, cancellationToken);
            if (!Directory.Exists(folder))
                await FetchAsync(folder, options, cancellationToken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new EmulatorException(
                $"DynamoDB Local cannot be kept in {folder}: {refused.Message} Make it writable, with 130 MB free, and run again.", refused);
        }
        return folder;
    }

    private static async Task FetchAsync(string folder, EmulatorOptions options, CancellationToken cancellationToken)
    {
        options.Progress?.Invoke(
            $"Fetching DynamoDB Local (npm package {s_package.Package} {s_package.Version}, 57 MB, only this once) into {folder}");
        var download = Fresh(folder + ".download");
        var partial = Fresh(folder + ".partial");
        await UnpackAsync(await s_package.FetchAsync(download, options, cancellationToken), partial, cancellationToken);
        // A folder under its final name is whole: who finds it needs no lock.
        Directory.Move(partial, folder);
        Directory.Delete(download, recursive: true);
    }

    private static string Fresh(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }

    private static async Task UnpackAsync(string tarball, string into, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(tarball);
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        await using var entries = new TarReader(unzipped);
        while (await entries.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            if (!entry.Name.StartsWith(Inside, StringComparison.Ordinal) || entry.DataStream is null)
                continue;
            var target = Path.GetFullPath(Path.Combine(into, entry.Name[Inside.Length..]));
            if (!target.StartsWith(into + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new IOException($"«{entry.Name}» would be unpacked outside the folder.");
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await entry.ExtractToFileAsync(target, overwrite: false, cancellationToken);
        }
    }
}
