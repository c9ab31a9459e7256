using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Benchmarks.Routes;

/// <summary>A running Alertmanager with a tree.</summary>
internal sealed class Alertmanager : IAsyncDisposable
{
    private const string Program = "prometheus-alertmanager";
    private const int BatchSize = 100;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-alertmanager-");
    private readonly HttpClient http = new();
    private readonly Process process = new();

    private Alertmanager()
    {
    }

    /// <summary>Starts Alertmanager and waits until it is ready.</summary>
    /// <exception cref="BenchmarkException">It is not installed, or does not become ready.</exception>
    public static async Task<Alertmanager> StartAsync(RouteTree tree, CancellationToken cancellationToken)
    {
        var started = new Alertmanager();
        try
        {
            await started.RunAsync(tree, cancellationToken);
            return started;
        }
        catch (Exception failed)
        {
            await started.DisposeAsync();
            if (failed is Win32Exception)
                throw new BenchmarkException($"{Program} is missing; Debian has a package of this name.");
            throw;
        }
    }

    /// <summary>Posts batches of alerts; returns the CPU time for one alert in microseconds.</summary>
    public async Task<double> PostAsync(IReadOnlyList<KeyValuePair<string, string>[]> labels, CancellationToken cancellationToken)
    {
        var batches = labels.Chunk(BatchSize).Select(RouteTree.ToAlerts).ToList();
        var before = await ReadQuietAsync(cancellationToken);
        foreach (var batch in batches)
        {
            using var content = new StringContent(batch, Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri("api/v2/alerts", UriKind.Relative), content, cancellationToken);
            response.EnsureSuccessStatusCode();
        }

        return (await ReadQuietAsync(cancellationToken) - before).TotalMicroseconds / labels.Count;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process.StartInfo.FileName.Length > 0 && http.BaseAddress is not null && !process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        http.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task RunAsync(RouteTree tree, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.FullName, "alertmanager.yml");
        await File.WriteAllTextAsync(file, tree.ToYaml(), cancellationToken);
        var address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{LoopbackPort.AnyFree()}");
        process.StartInfo = new ProcessStartInfo(
            Program,
            [
                $"--config.file={file}", $"--storage.path={folder.FullName}", $"--web.listen-address={address}",
                "--cluster.listen-address=", "--log.level=error",
            ]);
        process.Start();
        http.BaseAddress = new Uri($"http://{address}/");
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                using var response = await http.GetAsync(new Uri("-/ready", UriKind.Relative), cancellationToken);
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(100, cancellationToken);
        }

        throw new BenchmarkException($"{Program} does not become ready.");
    }

    // When it has nothing left to do.
    private async Task<TimeSpan> ReadQuietAsync(CancellationToken cancellationToken)
    {
        var last = TimeSpan.Zero;
        for (var now = ProcessClock.Read(process.Id); now - last > TimeSpan.FromMilliseconds(1); now = ProcessClock.Read(process.Id))
        {
            last = now;
            await Task.Delay(100, cancellationToken);
        }

        return ProcessClock.Read(process.Id);
    }
}
