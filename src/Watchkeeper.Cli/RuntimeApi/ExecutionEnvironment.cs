using System.Diagnostics;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>One process of a function and its Runtime API. The environment serves until a failure or its disposal.</summary>
internal sealed class ExecutionEnvironment : IAsyncDisposable
{
    private readonly RuntimeSession session;
    private readonly LoopbackServer server;
    private readonly Process process;

    private ExecutionEnvironment(RuntimeSession session, LoopbackServer server, Process process) =>
        (this.session, this.server, this.process) = (session, server, process);

    public int ProcessId { get; private set; }

    /// <summary>Whether the environment must be replaced.</summary>
    public bool IsOver => session.IsOver;

    /// <summary>Starts the program. If the program does not start, the environment is over, now or soon.</summary>
    public static async Task<ExecutionEnvironment> StartAsync(
        FunctionSettings settings, FunctionExecutable executable, TimeProvider time, Action<FunctionLine> onLine)
    {
        var conversation = new RuntimeSession(settings, time);
        var api = await LoopbackServer.StartAsync(new RuntimeApiApplication(conversation).AnswerAsync);
        var start = new ChildCommand(executable.File, executable.Arguments, executable.WorkingDirectory).ToStartInfo();
        start.Environment.Clear();
        foreach (var (name, value) in ProcessVariables.For(settings, executable, api.Endpoint))
            start.Environment[name] = value;
        var program = new Process { StartInfo = start, EnableRaisingEvents = true };
        var environment = new ExecutionEnvironment(conversation, api, program);
        program.OutputDataReceived += (_, line) => Forward(isError: false, line.Data);
        program.ErrorDataReceived += (_, line) => Forward(isError: true, line.Data);
        program.Exited += (_, _) => environment.OnExit();
        environment.Start();
        return environment;

        void Forward(bool isError, string? text)
        {
            if (text is not null)
                onLine(new FunctionLine(settings.Name, isError, text));
        }
    }

    public Task<InvocationResult> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellationToken) =>
        session.OfferAsync(invocation).WaitAsync(cancellationToken);

    /// <summary>Kills the process and its children by its id, and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (ProcessId != 0)
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        await server.DisposeAsync();
        session.Dispose();
        process.Dispose();
    }

    private void Start()
    {
        try
        {
            process.Start();
            ProcessId = process.Id;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }
        catch (System.ComponentModel.Win32Exception refused)
        {
            session.End(FunctionError.CannotStart, refused.Message);
        }
    }

    private void OnExit()
    {
        // The watchdog of the parent process waits on this pipe, and must not outlive the program.
        process.StandardInput.Close();
        var (type, message) = process.ExitCode switch
        {
            0 => (FunctionError.Exited, "Runtime exited without providing a reason"),
            126 or 127 => (FunctionError.CannotStart, "the program cannot be started"),
            > 128 and var code => (
                FunctionError.Exited,
                FormattableString.Invariant($"Runtime exited with error: signal {code - 128}")),
            var code => (FunctionError.Exited, FormattableString.Invariant($"Runtime exited with error: exit status {code}")),
        };
        session.End(type, message);
    }
}
