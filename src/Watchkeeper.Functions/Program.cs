using Amazon.Lambda.RuntimeSupport;
using Watchkeeper.Aws.Connections;
using Watchkeeper.Functions.Composition;
using Watchkeeper.Functions.Observability;

if (args is ["--version"])
{
    Console.WriteLine(VersionText.Format(typeof(VersionText).Assembly));
    return 0;
}

EmptyEndpoints.Unset();
var reader = new SettingsReader(Environment.GetEnvironmentVariable);
if (reader.Read() is not { } settings)
{
    await Console.Error.WriteLineAsync(
        $"Watchkeeper cannot start:{string.Concat(reader.Problems.Select(problem => $"\n- {problem}"))}");
    return 1;
}

if (!settings.Trust.IsSystem)
    SystemRoots.LeaveUnread();

// Only the entry point may use the system clock.
#pragma warning disable RS0030
var time = TimeProvider.System;
#pragma warning restore RS0030
using var tracing = XRayDaemon.Connect(Environment.GetEnvironmentVariable("AWS_XRAY_DAEMON_ADDRESS")) is { } daemon
    ? new Tracing(daemon)
    : null;
if (tracing is not null)
    TracedCalls.Register();
await using var standardOutput = Console.OpenStandardOutput();
var output = new LineOutput(standardOutput);
var configuration = settings.Configuration();
using var services = new AwsServices(settings, configuration, output, time);
var handlers = new HandlerFactory(services, configuration)
{
    Pause = (span, cancellationToken) => Task.Delay(span, time, cancellationToken),
};
var handler = handlers.Create(settings.Function);
using var bootstrap = LambdaBootstrapBuilder.Create(handler.HandleAsync).Build();
await bootstrap.RunAsync();
return 0;
