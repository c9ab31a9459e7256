using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.Emulators;

/// <summary>
/// Emulates AWS, including DynamoDB, with moto alone. Creates the template's resources and the watched application for functions
/// that run elsewhere, such as under <c>sam local invoke</c>.
/// </summary>
internal sealed class MotoWorld : IAsyncDisposable
{
    private readonly MotoServer moto;
    private readonly string place;

    private MotoWorld(MotoServer moto, string place) => (this.moto, this.place) = (moto, place);

    /// <summary>The URL of moto.</summary>
    public string Url => moto.ServiceUrl;

    /// <summary>Starts moto and creates all resources.</summary>
    /// <param name="wiring">The template's resources.</param>
    /// <param name="application">The watched application.</param>
    /// <param name="alarms">The alarms that CloudWatch returns.</param>
    /// <param name="options">The address and port of moto.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="RunException">moto is not available; the message says what to do.</exception>
    public static async Task<MotoWorld> StartAsync(
        TemplateWiring wiring, EmbeddedApplication application, EmbeddedAlarms alarms, EmulatorOptions options,
        CancellationToken cancellationToken)
    {
        var place = Directory.CreateTempSubdirectory("watchkeeper-emulated-").FullName;
        var shown = new MotoAlarms(place);
        shown.Show(alarms);
        var variables = MotoInstances.Variables(application)
            .Add(MotoAlarms.Variable, shown.Path)
            .Add("WATCHKEEPER_ADVISOR", application.Folder);
        var world = new MotoWorld(await MotoServer.StartAsync(options with { Variables = variables }, cancellationToken), place);
        try
        {
            await world.MakeAsync(wiring, application, cancellationToken);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await moto.DisposeAsync();
        Directory.Delete(place, recursive: true);
    }

    private async Task MakeAsync(TemplateWiring wiring, EmbeddedApplication application, CancellationToken cancellationToken)
    {
        var config = new AmazonDynamoDBConfig { ServiceURL = Url, AuthenticationRegion = wiring.Names.Region };
        using var dynamoDb = new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), config);
        foreach (var table in wiring.Tables)
            await dynamoDb.CreateTableAsync(TableSchema.RequestFor(table, table.LogicalId), cancellationToken);
        using var http = new HttpClient();
        await new MotoSetup(new QueryApi(http, Url, wiring.Names.Region)).RunAsync(wiring, application, cancellationToken);
    }
}
