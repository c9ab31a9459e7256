using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd.Configured;

/// <summary>A run of the real executables that goes on, takes events by POST, and is asked from other processes.</summary>
internal sealed partial class LiveRun : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-live-");
    private readonly HttpClient client = new();
    private readonly StringBuilder errors = new();
    private Process process = null!;
    private Task<string> output = null!;
    private Task listening = null!;
    private string address = "";

    private LiveRun()
    {
    }

    /// <summary>The run's data folder.</summary>
    public string Data => Path.Combine(folder.FullName, "data");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts the run with one file of events, and waits until it takes further ones.</summary>
    /// <param name="configuration">The configuration file, as YAML.</param>
    /// <param name="secrets">The file with the secrets' values, which moto keeps.</param>
    public static async Task<LiveRun> StartAsync(string configuration, string secrets = "# none\n")
    {
        var run = new LiveRun();
        try
        {
            await run.BeginAsync(configuration, secrets);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes a file beside the data folder; returns its path.</summary>
    public string Write(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Posts an alarm of its own that fires now; returns what became of it.</summary>
    public Task<JsonElement> PostAlarmAsync() => PostAsync(Alarm.Firing($"shop-order-{Guid.NewGuid():N}"));

    /// <summary>Posts an event; returns what became of it.</summary>
    public async Task<JsonElement> PostAsync(byte[] json)
    {
        using var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await client.PostAsync(address, content, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(Token)).GetProperty("results")[0];
    }

    /// <summary>The channels that sent a message about a posted event.</summary>
    public static string[] SentBy(JsonElement result) =>
    [
        .. result.GetProperty("consequences").EnumerateArray()
            .Where(each => each.GetProperty("kind").GetString() == "message" && each.GetProperty("status").GetString() == "sent")
            .Select(each => each.GetProperty("channel").GetString()!).Order(StringComparer.Ordinal),
    ];

    /// <summary>Runs a command that asks or changes this run, in a process of its own; returns its output.</summary>
    public async Task<string> AskAsync(params string[] command)
    {
        var (exitCode, answer, error) = await CommandLine.RunAsync(
            Repository.Root, [.. command, "--backend", "emulators", "--data", Data]);
        exitCode.ShouldBe(0, error);
        return answer;
    }

    /// <summary>Runs <c>aws dynamodb</c> against the run's table; returns its output.</summary>
    public async Task<string> TableAsync(string operation, params string[] arguments)
    {
        var record = JsonElement.Parse(await File.ReadAllBytesAsync(Path.Combine(Data, "run.json"), Token));
        return await AwsCommand.RunAsync(
            record.GetProperty("dynamo_db_url").GetString()!,
            ["dynamodb", operation, "--table-name", record.GetProperty("table").GetString()!, .. arguments]);
    }

    /// <summary>Repeats something every second until it holds; fails after two minutes.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> holds)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            process.HasExited.ShouldBeFalse(errors.ToString());
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromMinutes(2), what);
            await Task.Delay(TimeSpan.FromSeconds(1), Token);
        }
    }

    /// <summary>When each function put a version in force, by its log.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> InForceSince(int version) =>
        Logged(108).Where(line => line.GetProperty("data").GetProperty("Number").GetInt32() == version)
            .ToDictionary(
                line => line.GetProperty("function").GetString()!,
                line => DateTimeOffset.Parse(line.GetProperty("timestamp").GetString()!, CultureInfo.InvariantCulture));

    /// <summary>What the functions logged so far, by the id of the message.</summary>
    public IReadOnlyList<JsonElement> Logged(int id)
    {
        using var log = new StreamReader(new FileStream(
            Path.Combine(Data, "functions.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return
        [
            .. log.ReadToEnd().Split('\n').Where(line => line.Contains($"\"eventId\":{id},", StringComparison.Ordinal))
                .Select(line => JsonElement.Parse(line)),
        ];
    }

    /// <summary>Ends the run as Ctrl-C does; returns all that it printed.</summary>
    public async Task<string> EndAsync()
    {
        await Interruption.SendAsync(process, Token);
        await process.WaitForExitAsync(Token);
        await listening;
        process.ExitCode.ShouldBe(0, errors.ToString());
        return await output + errors;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await Interruption.SendAsync(process, CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process?.Dispose();
        client.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task BeginAsync(string configuration, string secrets)
    {
        var first = Write("first.json", Encoding.UTF8.GetString(Alarm.Firing("shop-first")));
        process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Watchkeeper.Cli.dll"), "run", "--backend", "emulators", "--port", "0",
                "--template", Repository.PathOf("template.yaml"), "--data", Data, "--events", first,
                "--config", Write("watchkeeper.yaml", configuration), "--secrets", Write("secrets.txt", secrets),
                "--output", "json",
            ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        output = process.StandardOutput.ReadToEndAsync(Token);
        while (address.Length == 0 && await process.StandardError.ReadLineAsync(Token) is { } line)
        {
            errors.AppendLine(line);
            address = Address().Match(line).Value;
        }

        listening = ListenAsync();
        address.ShouldNotBeEmpty(errors.ToString());
    }

    private async Task ListenAsync()
    {
        while (await process.StandardError.ReadLineAsync(Token) is { } line)
            errors.AppendLine(line);
    }

    [GeneratedRegex("http://[0-9.]+:[0-9]+/events/", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
