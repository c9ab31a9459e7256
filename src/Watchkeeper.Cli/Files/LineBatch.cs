using System.Buffers;
using System.IO.Pipelines;

namespace Watchkeeper.Cli.Files;

/// <summary>Writes the answer to a line. Returns whether the line is valid.</summary>
/// <param name="line">The line, without its end.</param>
/// <param name="number">Its number, from 1.</param>
/// <param name="answers">Where the answer goes, with its line's end.</param>
internal delegate bool LineAnswer(ReadOnlyMemory<byte> line, long number, IBufferWriter<byte> answers);

/// <summary>
/// Answers each line of the input with one line, in order. The answers are flushed when no more input is available, so that a
/// program can wait for each answer before the next question.
/// </summary>
internal sealed class LineBatch(LineAnswer answerLine)
{
    private const int EnoughToWrite = 1 << 16;

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
        Lines++;
        if (!answerLine(text.IsSingleSegment ? text.First : text.ToArray(), Lines, answers))
            InvalidLines++;
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
