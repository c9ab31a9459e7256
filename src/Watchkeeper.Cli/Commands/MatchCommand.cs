using System.Buffers;
using System.CommandLine;
using Watchkeeper.Cli.Files;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>match</c>: tests events against EventBridge event patterns, for one pair of files or for many lines.</summary>
internal static class MatchCommand
{
    public static Command Create()
    {
        var pattern = new Option<string>("--pattern")
        {
            Description = "A file with an EventBridge pattern, gzip or not; - is standard input.",
            HelpName = "path",
        };
        var json = new Option<string>("--event")
        {
            Description = "A file with an event, gzip or not; - is standard input.",
            HelpName = "path",
        };
        var batch = new Option<bool>("--batch")
        {
            Description = "Read one {\"pattern\":…,\"event\":…} per line from standard input; print one result per line.",
        };
        var output = OutputOption.Create();

        var command = new Command(
            "match", "Print whether an event matches an EventBridge pattern: true, false, or invalid with the reason.")
        {
            pattern, json, batch, output,
        };
        command.Validators.Add(result =>
        {
            var files = (result.GetResult(pattern) is null ? 0 : 1) + (result.GetResult(json) is null ? 0 : 1);
            var isBatch = result.GetResult(batch) is not null && result.GetValue(batch);
            var areBothStandard =
                (result.GetValue(pattern), result.GetValue(json)) is (InputStream.Standard, InputStream.Standard);
            if (isBatch ? files != 0 : files != 2) result.AddError("Give --pattern and --event together, or --batch alone.");
            else if (areBothStandard)
                result.AddError("--pattern and --event are both «-»: standard input holds one of them.");
        });
        command.SetAction((parsed, cancellation) => parsed.GetValue(batch)
            ? AnswerLinesAsync(parsed.IsJson(output), cancellation)
            : AnswerFilesAsync(
                parsed.GetRequiredValue(pattern), parsed.GetRequiredValue(json), parsed.IsJson(output), cancellation));
        return command;
    }

    private static async Task<int> AnswerLinesAsync(bool asJson, CancellationToken cancellation)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        var batch = MatchBatch.Create(asJson);
        await batch.RunAsync(input, output, cancellation);
        if (batch.InvalidLines == 0)
            return ExitCode.Done;
        await Console.Error.WriteLineAsync($"{batch.InvalidLines} of {batch.Lines} lines were invalid");
        return ExitCode.BadUsage;
    }

    private static async Task<int> AnswerFilesAsync(string pattern, string json, bool asJson, CancellationToken cancellation)
    {
        if (await ReadAsync("--pattern", pattern) is not { } patternJson || await ReadAsync("--event", json) is not { } eventJson)
            return ExitCode.BadUsage;
        var answer = MatchResult.OfDocuments(patternJson.Span, eventJson);
        var line = new ArrayBufferWriter<byte>();
        answer.WriteLine(line, asJson);
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(line.WrittenMemory, cancellation);
        if (answer.Error is not null)
            return ExitCode.BadUsage;
        return answer.IsMatch ? ExitCode.Done : ExitCode.NoOrFailed;
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(string option, string path)
    {
        var file = InputFiles.ReadOne(path);
        if ((file.Error ?? InputStream.RefusalOf(file.Bytes.Span)) is not { } error)
            return file.Bytes;
        await Console.Error.WriteLineAsync(RejectionLine.Of($"{option} is «{path}»", "", error));
        return null;
    }
}
