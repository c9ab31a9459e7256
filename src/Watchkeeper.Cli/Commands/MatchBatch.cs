using System.Buffers;
using System.IO.Pipelines;

namespace Watchkeeper.Cli.Commands;

/// <summary>
/// <c>match --batch</c>: answers each line of the input with one line, in order. The command flushes its answers when no more
/// input is available, so that a program can wait for each answer before the next question.
/// </summary>
internal sealed class MatchBatch(bool asJson)
{
    private const int EnoughToWrite = 1 << 16;

    private readonly MatchLine line = new();
    private readonly ArrayBufferWriter<byte> answers = new(EnoughToWrite);

    /// <summary>How many lines were answered.</summary>
    public long Lines { get; private set; }

    /// <summary>How many of them were invalid.</summary>
    public long InvalidLines { get; private set; }

    public async Task RunAsync(Stream input, Stream output, CancellationToken cancellation)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: EnoughToWrite, leaveOpen: true));
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                await AnswerAsync(buffer.Slice(0, end), output, cancellation);
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (read.IsCompleted && !buffer.IsEmpty)
            {
                await AnswerAsync(buffer, output, cancellation);
                buffer = buffer.Slice(buffer.End);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            await WriteAsync(output, cancellation);
            if (read.IsCompleted) break;
        }

        await reader.CompleteAsync();
    }

    private async ValueTask AnswerAsync(ReadOnlySequence<byte> text, Stream output, CancellationToken cancellation)
    {
        var answer = line.Answer(text.IsSingleSegment ? text.First : text.ToArray());
        Lines++;
        if (answer.Error is not null)
        {
            InvalidLines++;
            answer = answer with { Line = Lines };
        }

        answer.WriteLine(answers, asJson);
        if (answers.WrittenCount >= EnoughToWrite) await WriteAsync(output, cancellation);
    }

    private async ValueTask WriteAsync(Stream output, CancellationToken cancellation)
    {
        if (answers.WrittenCount == 0) return;
        await output.WriteAsync(answers.WrittenMemory, cancellation);
        await output.FlushAsync(cancellation);
        answers.ResetWrittenCount();
    }
}
