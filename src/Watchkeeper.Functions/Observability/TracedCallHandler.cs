using System.Diagnostics;
using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SecretsManager.Model;
using Amazon.SimpleEmail.Model;
using Amazon.SimpleNotificationService.Model;
using Amazon.SimpleSystemsManagement.Model;
using Watchkeeper.Aws.Errors;

namespace Watchkeeper.Functions.Observability;

/// <summary>
/// Records every call of an AWS service as a subsegment, with X-Ray's name of the service. The subsegment spans the whole call,
/// including the SDK's retries.
/// </summary>
internal sealed class TracedCallHandler : PipelineHandler
{
    /// <inheritdoc/>
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var request = executionContext.RequestContext;
        using var activity = Tracing.Source.StartActivity(request.ServiceMetaData.ServiceId, ActivityKind.Client);
        if (activity is null)
            return await base.InvokeAsync<T>(executionContext);
        activity.SetTag(TraceTags.Operation, OperationOf(request.RequestName));
        if (TableOf(request.OriginalRequest) is { } table)
            activity.SetTag(TraceTags.Table, table);
        try
        {
            var response = await base.InvokeAsync<T>(executionContext);
            if (response is AmazonWebServiceResponse answer)
                Answered(activity, answer.HttpStatusCode, answer.ResponseMetadata?.RequestId);
            return response;
        }
        catch (AmazonServiceException refusal)
        {
            Answered(activity, refusal.StatusCode, refusal.RequestId);
            Refused(activity, request.OriginalRequest, refusal);
            throw;
        }
        catch (Exception failure)
        {
            Add(activity.SetTag(TraceTags.Fault, true), request.OriginalRequest, failure);
            throw;
        }
        finally
        {
            if (request.ClientConfig.RegionEndpoint is { } region)
                activity.SetTag(TraceTags.Region, region.SystemName);
            if (request.Retries > 0)
                activity.SetTag(TraceTags.Retries, request.Retries);
        }
    }

    private static void Answered(Activity activity, HttpStatusCode status, string? requestId)
    {
        if (status is not default(HttpStatusCode))
            activity.SetTag(TraceTags.HttpStatus, (int)status);
        if (requestId is { Length: > 0 })
            activity.SetTag(TraceTags.RequestId, requestId);
    }

    private static void Refused(Activity activity, AmazonWebServiceRequest request, AmazonServiceException refusal)
    {
        // A refused conditional write is a normal result here, not an error on the service map.
        if (refusal is ConditionalCheckFailedException or TransactionCanceledException)
        {
            activity.SetTag("refused", true);
            return;
        }

        Add(activity, request, refusal);
        if (ThrottlingErrors.Are(refusal))
            activity.SetTag(TraceTags.Throttle, true).SetTag(TraceTags.Error, true);
        else
            activity.SetTag((int)refusal.StatusCode is >= 400 and < 500 ? TraceTags.Error : TraceTags.Fault, true);
    }

    // A service that sends messages repeats addresses in its texts, and an address may be a secret. An answer with a secret that
    // cannot be read stands in the exception's text.
    private static void Add(Activity activity, AmazonWebServiceRequest request, Exception failure)
    {
        if (request is PublishRequest or SendRawEmailRequest or GetParameterRequest or GetSecretValueRequest)
        {
            var code = (failure as AmazonServiceException)?.ErrorCode;
            activity.AddException(
                failure, new TagList { { "exception.message", string.IsNullOrEmpty(code) ? failure.GetType().Name : code } });
        }
        else
        {
            activity.AddException(failure);
        }
    }

    private static string OperationOf(string requestName)
    {
        const string suffix = "Request";
        return requestName.EndsWith(suffix, StringComparison.Ordinal) ? requestName[..^suffix.Length] : requestName;
    }

    private static string? TableOf(AmazonWebServiceRequest request) => request switch
    {
        UpdateItemRequest { TableName: var name } => name,
        PutItemRequest { TableName: var name } => name,
        GetItemRequest { TableName: var name } => name,
        QueryRequest { TableName: var name } => name,
        DeleteItemRequest { TableName: var name } => name,
        _ => null,
    };
}
