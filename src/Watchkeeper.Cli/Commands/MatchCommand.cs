using System.Buffers;
using System.CommandLine;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>match</c>: tests events against EventBridge event patterns, for one pair of files or for many lines.</summary>
internal static class MatchCommand
{
    public static Command Create()
    {
        var pattern = new Option<FileInfo>("--pattern") { Description = "A file with an EventBridge pattern." };
        var json = new Option<FileInfo>("--event") { Description = "A file with an event." };
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
            if (isBatch ? files != 0 : files != 2) result.AddError("Give --pattern and --event together, or --batch alone.");
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
        await new MatchBatch(asJson).RunAsync(input, output, cancellation);
        return ExitCode.Done;
    }

    private static async Task<int> AnswerFilesAsync(FileInfo pattern, FileInfo json, bool asJson, CancellationToken cancellation)
    {
        byte[] patternJson;
        byte[] eventJson;
        try
        {
            patternJson = await File.ReadAllBytesAsync(pattern.FullName, cancellation);
            eventJson = await File.ReadAllBytesAsync(json.FullName, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitCode.NoOrFailed;
        }

        var answer = MatchResult.OfDocuments(patternJson, eventJson);
        var line = new ArrayBufferWriter<byte>();
        answer.WriteLine(line, asJson);
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(line.WrittenMemory, cancellation);
        return answer.IsMatch ? ExitCode.Done : ExitCode.NoOrFailed;
    }
}
