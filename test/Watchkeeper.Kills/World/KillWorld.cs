using System.Collections.Immutable;
using System.Text.Json;
using Amazon.AutoScaling;
using Amazon.Runtime;
using Amazon.SQS;
using Watchkeeper.Aws.Scaling;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Reactions;
using Watchkeeper.Testing;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Kills.World;

/// <summary>The emulators of all rounds, and the program to kill.</summary>
internal sealed class KillWorld : IAsyncDisposable
{
    // By then Trusted Advisor knows every finding of the events.
    private static readonly DateTimeOffset StoryTime = new(2026, 11, 19, 6, 0, 0, TimeSpan.Zero);

    private readonly HttpClient http = new();
    private readonly AmazonAutoScalingClient scaling;
    private readonly string places;
    private string receivedUrl = "";
    private int names;

    private KillWorld(EmulatedWorld emulated, FunctionExecutable program, string places)
    {
        (Emulated, Program, this.places) = (emulated, program, places);
        Api = new QueryApi(http, emulated.MotoUrl, EmulatedWorld.DefaultRegion);
        var credentials = new BasicAWSCredentials("local", "local");
        scaling = new AmazonAutoScalingClient(
            credentials,
            new AmazonAutoScalingConfig { ServiceURL = emulated.MotoUrl, AuthenticationRegion = EmulatedWorld.DefaultRegion });
        Queues = new AmazonSQSClient(
            credentials,
            new AmazonSQSConfig { ServiceURL = emulated.MotoUrl, AuthenticationRegion = EmulatedWorld.DefaultRegion });
    }

    public EmulatedWorld Emulated { get; }

    public FunctionExecutable Program { get; }

    public QueryApi Api { get; }

    public IAmazonSQS Queues { get; }

    public HttpClient Http => http;

    /// <summary>Creates a folder for a lane's files.</summary>
    public string NewPlace() => Directory.CreateDirectory(Path.Combine(places, NewName("lane"))).FullName;

    public static async Task<KillWorld> StartAsync(CancellationToken cancellationToken)
    {
        var places = Directory.CreateTempSubdirectory("watchkeeper-kills-").FullName;
        var application = new EmbeddedApplication(Repository.PathOf("events", "application"));
        var options = new EmulatorOptions
        {
            Root = Repository.Root,
            Time = TimeProvider.System,
            Progress = Console.Error.WriteLine,
            // Each lane has a file of its own; this one does not exist.
            Variables = MotoInstances.Variables(application).Add(MotoAlarms.Variable, Path.Combine(places, "none.json")),
        };
        // The deployed form starts in a tenth of the JIT's time, and a start follows every kill.
        var program = FunctionProgram.Find(await NativeExecutable.NewestAsync(cancellationToken), Repository.Root);
        var emulated = await EmulatedWorld.StartAsync(options, cancellationToken);
        var world = new KillWorld(emulated, program, places);
        var wiring = WiringFor(new PhysicalNames());
        await emulated.PrepareAsync(wiring, application, new StandingClock(StoryTime), cancellationToken);
        await world.ListenAsync(wiring.Names.Reference("AWS::SNS::Topic", "NotificationTopic"), cancellationToken);
        return world;
    }

    /// <summary>The template with reactions in mode auto, and a budget large enough for all rounds.</summary>
    public static TemplateWiring WiringFor(PhysicalNames names)
    {
        var parameters = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add("Reactions", "auto").Add("ReactionsPerHour", "1000");
        return Cli.Run.Repository.Wiring(Repository.PathOf("template.yaml"), parameters, names);
    }

    /// <summary>Creates a unique name.</summary>
    public string NewName(string kind) => FormattableString.Invariant($"{kind}-{Interlocked.Increment(ref names):d4}");

    /// <summary>Reads an Auto Scaling group from moto.</summary>
    public async Task<GroupFacts> GroupAsync(string name, CancellationToken cancellationToken) =>
        await new AutoScalingGroups(scaling, scaling).FindAsync(new ReactionTarget.Group(name), cancellationToken)
        ?? throw new InvalidOperationException($"moto has no group {name}");

    /// <summary>
    /// The number of messages that moto sent since its start: mails, and messages that a queue received from the topic.
    /// </summary>
    public async Task<int> MessagesAsync(CancellationToken cancellationToken)
    {
        using var data = JsonDocument.Parse(
            await http.GetStringAsync(new Uri($"{Emulated.MotoUrl}/moto-api/data.json"), cancellationToken));
        var mails = data.RootElement.GetProperty("ses").TryGetProperty("RawMessage", out var sent) ? sent.GetArrayLength() : 0;
        var attributes = await Queues.GetQueueAttributesAsync(receivedUrl, ["ApproximateNumberOfMessages"], cancellationToken);
        return mails + attributes.ApproximateNumberOfMessages;
    }

    public async ValueTask DisposeAsync()
    {
        Queues.Dispose();
        scaling.Dispose();
        http.Dispose();
        await Emulated.DisposeAsync();
        Directory.Delete(places, recursive: true);
    }

    private async Task ListenAsync(string topic, CancellationToken cancellationToken)
    {
        receivedUrl = (await Queues.CreateQueueAsync("received", cancellationToken)).QueueUrl;
        await Api.CallAsync(
            "sns", "2010-03-31", "Subscribe", cancellationToken,
            ("TopicArn", topic), ("Protocol", "sqs"),
            ("Endpoint", $"arn:aws:sqs:{EmulatedWorld.DefaultRegion}:123456789012:received"));
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
