using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Watchkeeper.Functions.Composition;

/// <summary>A DynamoDB client that names a missing table. DynamoDB's own error does not name the table.</summary>
/// <param name="credentials">The credentials; null for the SDK's own chain.</param>
/// <param name="config">The client's configuration.</param>
/// <param name="table">The name of the table.</param>
internal sealed class NamedTableClient(AWSCredentials? credentials, AmazonDynamoDBConfig config, string table)
    : AmazonDynamoDBClient(credentials, config)
{
    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandler(new Naming(table));
    }

    private sealed class Naming(string table) : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            try
            {
                return await base.InvokeAsync<T>(executionContext);
            }
            catch (ResourceNotFoundException missing)
            {
                var request = executionContext.RequestContext.Request;
                throw new ResourceNotFoundException(
                    $"There is no table «{table}» at {request.Endpoint} in {request.DeterminedSigningRegion}",
                    missing, missing.ErrorType, missing.ErrorCode, missing.RequestId, missing.StatusCode);
            }
        }
    }
}
