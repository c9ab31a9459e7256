using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Receivers;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.Emulators;

/// <summary>DynamoDB Local and moto, started and prepared with the template's resources, and a receiver of webhooks.</summary>
internal sealed class EmulatedWorld : IAsyncDisposable
{
    /// <summary>The default region of both emulators.</summary>
    public const string DefaultRegion = "eu-central-1";

    private readonly DynamoDbLocal dynamoDb;
    private readonly MotoServer moto;
    private readonly HttpClient http = new();
    private LoopbackServer? support;
    private readonly TimeProvider time;

    private EmulatedWorld(DynamoDbLocal dynamoDb, MotoServer moto, string region, TimeProvider time)
    {
        (this.dynamoDb, this.moto, Region, this.time) = (dynamoDb, moto, region, time);
        DynamoDb = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = dynamoDb.ServiceUrl, AuthenticationRegion = Region });
    }

    /// <summary>The region of both emulators.</summary>
    public string Region { get; }

    /// <summary>The URL of moto.</summary>
    public string MotoUrl => moto.ServiceUrl.TrimEnd('/');

    /// <summary>The URL of DynamoDB Local.</summary>
    public string DynamoDbUrl => dynamoDb.ServiceUrl;

    /// <summary>A client of the table's database.</summary>
    public IAmazonDynamoDB DynamoDb { get; }

    /// <summary>Stands in for the receivers of webhooks; listens after <see cref="PrepareAsync"/>.</summary>
    public LocalReceiver Receiver { get; } = new();

    /// <summary>The table's stream; available after <see cref="PrepareAsync"/>.</summary>
    public IChangeSource Stream { get; private set; } = null!;

    /// <summary>Starts both emulators in the default region.</summary>
    /// <exception cref="RunException">An emulator is not available; the message says what to do.</exception>
    public static Task<EmulatedWorld> StartAsync(EmulatorOptions options, CancellationToken cancellationToken) =>
        StartAsync(options, DefaultRegion, cancellationToken);

    /// <summary>Starts both emulators.</summary>
    /// <exception cref="RunException">An emulator is not available; the message says what to do.</exception>
    public static async Task<EmulatedWorld> StartAsync(
        EmulatorOptions options, string region, CancellationToken cancellationToken)
    {
        var dynamoDb = await DynamoDbLocal.StartAsync(options, cancellationToken);
        try
        {
            return new EmulatedWorld(dynamoDb, await MotoServer.StartAsync(options, cancellationToken), region, options.Time);
        }
        catch
        {
            await dynamoDb.DisposeAsync();
            throw;
        }
    }

    /// <summary>Creates the table, the queues, the topics and the application.</summary>
    /// <param name="wiring">The template's resources.</param>
    /// <param name="application">The application.</param>
    /// <param name="story">The clock of the replayed events.</param>
    /// <param name="cancellationToken">Cancels the preparation.</param>
    public async Task PrepareAsync(
        TemplateWiring wiring, EmbeddedApplication application, TimeProvider story, CancellationToken cancellationToken)
    {
        var table = wiring.Tables.Single();
        var made = await DynamoDb.CreateTableAsync(TableSchema.RequestFor(table, table.LogicalId), cancellationToken);
        Stream = new EmulatedStream(http, dynamoDb.ServiceUrl, made.TableDescription.LatestStreamArn, time, Region);
        await new MotoSetup(new QueryApi(http, MotoUrl, Region)).RunAsync(wiring, application, cancellationToken);
        support = await SupportServer.StartAsync(application.Support(story));
        await Receiver.ListenAsync();
    }

    /// <summary>Returns a function's settings with the template's variables and the emulators' endpoints.</summary>
    public FunctionSettings SettingsOf(FunctionWiring wiring, PhysicalNames names)
    {
        var settings = FunctionSettingsOf.Wiring(wiring, names);
        return settings with
        {
            // Lambda's limit of 10 seconds assumes a dedicated machine. Here two emulators and six other programs start at the
            // same time.
            InitTimeout = TimeSpan.FromMinutes(1),
            Variables = settings.Variables.SetItems(
            [
                KeyValuePair.Create("AWS_REGION", Region),
                KeyValuePair.Create("AWS_ACCESS_KEY_ID", "local"),
                KeyValuePair.Create("AWS_SECRET_ACCESS_KEY", "local"),
                KeyValuePair.Create("AWS_ENDPOINT_URL", MotoUrl),
                KeyValuePair.Create("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.ServiceUrl),
                // moto supports Trusted Advisor's checks, but none of their results.
                KeyValuePair.Create("AWS_ENDPOINT_URL_SUPPORT", $"http://{support!.Endpoint}"),
                KeyValuePair.Create("WATCHKEEPER_WEBHOOK_ENDPOINT", Receiver.Address.AbsoluteUri),
            ]),
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        DynamoDb.Dispose();
        http.Dispose();
        if (support is not null)
            await support.DisposeAsync();
        await Receiver.DisposeAsync();
        await moto.DisposeAsync();
        await dynamoDb.DisposeAsync();
    }
}
