using System.Diagnostics;
using Watchkeeper.Benchmarks.Subjects;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Benchmarks.Measuring;

/// <summary>A function's process behind its own Runtime API, started without a shell, which would add its own time.</summary>
internal sealed class MeasuredProcess : IAsyncDisposable
{
    private readonly Subject subject;
    private readonly RuntimeSession session;
    private readonly LoopbackServer server;
    private readonly Process process = new() { EnableRaisingEvents = true };

    private MeasuredProcess(Subject subject, RuntimeSession session, LoopbackServer server) =>
        (this.subject, this.session, this.server) = (subject, session, server);

    /// <summary>Starts the process, sends one event, and returns its usage up to the answer.</summary>
    public static async Task<(MeasuredProcess Process, Usage Usage)> StartAsync(Subject subject, byte[] payload)
    {
        var session = new RuntimeSession(subject.Settings, Clock.System);
        var measured = new MeasuredProcess(
            subject, session, await LoopbackServer.StartAsync(new RuntimeApiApplication(session).AnswerAsync));
        measured.Prepare();
        // The event is offered first, so that the process never waits for it.
        var answer = measured.OfferAsync(payload);
        var began = Stopwatch.GetTimestamp();
        measured.process.Start();
        measured.process.BeginOutputReadLine();
        await answer;
        return (measured, new Usage(Stopwatch.GetElapsedTime(began), measured.Cpu, measured.Peak));
    }

    private TimeSpan Cpu => ProcessClock.Read(process.Id);

    private double Peak => Usage.PeakOf(process.Id);

    /// <summary>Sends events one by one; returns the average usage of one event, and the peak memory so far.</summary>
    public async Task<Usage> InvokeAsync(IReadOnlyList<byte[]> payloads)
    {
        var (began, before) = (Stopwatch.GetTimestamp(), Cpu);
        foreach (var payload in payloads)
            await OfferAsync(payload);
        return new Usage(Stopwatch.GetElapsedTime(began) / payloads.Count, (Cpu - before) / payloads.Count, Peak);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        await server.DisposeAsync();
        session.Dispose();
        process.Dispose();
    }

    private void Prepare()
    {
        var start = process.StartInfo;
        start.FileName = subject.Executable.File;
        start.WorkingDirectory = subject.Executable.WorkingDirectory;
        start.RedirectStandardOutput = true;
        foreach (var argument in subject.Executable.Arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in ProcessVariables.For(subject.Settings, subject.Executable, server.Endpoint))
            start.Environment[name] = value;
        process.Exited += (_, _) => session.End(FunctionError.Exited, "its process ended");
    }

    private async Task OfferAsync(byte[] payload)
    {
        var result = await session.OfferAsync(
            new FunctionInvocation { RequestId = $"{Guid.CreateVersion7()}", Payload = payload });
        if (result.Error is { } error)
            throw new BenchmarkException($"{subject.Name} failed: {error.Type}: {error.Message}");
    }
}
