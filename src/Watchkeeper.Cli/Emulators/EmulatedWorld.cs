using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.Emulators;

/// <summary>DynamoDB Local and moto, started and set up by the template.</summary>
internal sealed class EmulatedWorld : IAsyncDisposable
{
    /// <summary>The region that both emulators are asked in where nobody names another.</summary>
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

    /// <summary>The region that both emulators are asked in.</summary>
    public string Region { get; }

    /// <summary>Where moto answers.</summary>
    public string MotoUrl => moto.ServiceUrl.TrimEnd('/');

    /// <summary>A client of the table's database.</summary>
    public IAmazonDynamoDB DynamoDb { get; }

    /// <summary>The table's stream; there after <see cref="PrepareAsync"/>.</summary>
    public IChangeSource Stream { get; private set; } = null!;

    /// <summary>Starts both in the usual region.</summary>
    /// <exception cref="RunException">One cannot be had; the message says what to do.</exception>
    public static Task<EmulatedWorld> StartAsync(EmulatorOptions options, CancellationToken cancellationToken) =>
        StartAsync(options, DefaultRegion, cancellationToken);

    /// <summary>Starts both.</summary>
    /// <exception cref="RunException">One cannot be had; the message says what to do.</exception>
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

    /// <summary>Makes the table, the queues, the topics and the application.</summary>
    /// <param name="wiring">What the template makes.</param>
    /// <param name="application">The application.</param>
    /// <param name="story">The time in which the application lives.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task PrepareAsync(
        TemplateWiring wiring, EmbeddedApplication application, TimeProvider story, CancellationToken cancellationToken)
    {
        var table = wiring.Tables.Single();
        var made = await DynamoDb.CreateTableAsync(TableSchema.RequestFor(table, table.LogicalId), cancellationToken);
        Stream = new EmulatedStream(http, dynamoDb.ServiceUrl, made.TableDescription.LatestStreamArn, time, Region);
        await new MotoSetup(new QueryApi(http, MotoUrl, Region)).RunAsync(wiring, application, cancellationToken);
        support = await SupportServer.StartAsync(application.Support(story));
    }

    /// <summary>A function with the template's variables and the way to the emulators.</summary>
    public FunctionSettings SettingsOf(FunctionWiring wiring, PhysicalNames names)
    {
        var settings = FunctionSettingsOf.Wiring(wiring, names);
        return settings with
        {
            // Lambda's ten seconds are for a machine of its own; here two emulators and six other programs start beside it.
            InitTimeout = TimeSpan.FromMinutes(1),
            Variables = settings.Variables.SetItems(
            [
                KeyValuePair.Create("AWS_REGION", Region),
                KeyValuePair.Create("AWS_ACCESS_KEY_ID", "local"),
                KeyValuePair.Create("AWS_SECRET_ACCESS_KEY", "local"),
                KeyValuePair.Create("AWS_ENDPOINT_URL", MotoUrl),
                KeyValuePair.Create("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.ServiceUrl),
                // moto knows Trusted Advisor's checks, and no result of any.
                KeyValuePair.Create("AWS_ENDPOINT_URL_SUPPORT", $"http://{support!.Endpoint}"),
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
        await moto.DisposeAsync();
        await dynamoDb.DisposeAsync();
    }
}
